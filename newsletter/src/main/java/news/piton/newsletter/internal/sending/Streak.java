package news.piton.newsletter.internal.sending;

import java.util.HashSet;
import java.util.Set;
import news.piton.core.mail.MailResult;
import news.piton.newsletter.internal.sending.Courier.Delivered;

/**
 * Notices when the trouble is not with single addresses but with the mail server: so many results in a row, and none of them
 * an accepted mail. A dead address says nothing of the server. Shared by the workers of one run.
 */
final class Streak {
    static final int BAD = 10;
    private final Set<Long> refused = new HashSet<>();
    private int deferred;
    private int refusals;

    synchronized void add(Delivered delivered) {
        switch (delivered.result()) {
            case MailResult.Accepted ignored -> {
                deferred = 0;
                refusals = 0;
            }
            case MailResult.Deferred ignored -> deferred++;
            case MailResult.Rejected rejected -> {
                if (!Bounce.ofAddress(rejected)) {
                    refusals++;
                    refused.add(delivered.subscriberId());
                }
            }
            case MailResult.Uncertain ignored -> deferred++;
        }
    }

    /** It is down or busy: come back with the next run. */
    synchronized boolean down() {
        return deferred >= BAD;
    }

    /** It refuses us, whoever the recipient: a person has to look. */
    synchronized boolean refusing() {
        return refusals >= BAD;
    }

    /** The recipients of this run whose mail was refused for another reason than their address. */
    synchronized Set<Long> refused() {
        return Set.copyOf(refused);
    }
}
