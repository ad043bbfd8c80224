package news.piton.newsletter.internal.sending;

import news.piton.core.mail.MailResult;

/**
 * Notices when the trouble is not with single addresses but with the mail server: so many results in a row, and none of them
 * an accepted mail. Shared by the workers of one run.
 */
final class Streak {
    static final int BAD = 10;
    private int deferred;
    private int rejected;

    synchronized void add(MailResult result) {
        switch (result) {
            case MailResult.Accepted accepted -> {
                deferred = 0;
                rejected = 0;
            }
            case MailResult.Deferred ignored -> deferred++;
            case MailResult.Rejected ignored -> rejected++;
            case MailResult.Uncertain ignored -> deferred++;
        }
    }

    /** It is down or busy: come back with the next run. */
    synchronized boolean down() {
        return deferred >= BAD;
    }

    /** It refuses us, whoever the recipient: a person has to look. */
    synchronized boolean refusing() {
        return rejected >= BAD;
    }
}
