package news.piton.core.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** One connection to the SMTP server, which remembers how far a mail had come when something broke. */
final class SmtpConnection extends SMTPTransport {
    private static final int LONGEST_REPLY = 500;

    private boolean ended;
    private int mails;
    private long usedAt = System.nanoTime();

    SmtpConnection(Session session) throws MessagingException {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    /** @param connectionLost whether another mail could not be sent on the same connection */
    record Attempt(MailResult result, boolean connectionLost) {}

    Attempt attempt(Letter letter) {
        ended = false;
        mails++;
        try {
            sendMessage(
                    new Raw(session, letter.raw()),
                    new Address[] {new InternetAddress(letter.to().text())});
            return new Attempt(new MailResult.Accepted(letter.messageId()), false);
        } catch (MessagingException failure) {
            int code = code(failure);
            String words = words(failure);
            if (code >= 400 && code < 600) {
                return new Attempt(answered(code, words, failure), code == 421);
            }
            return new Attempt(ended ? new MailResult.Uncertain(words) : new MailResult.Deferred(words), true);
        } finally {
            usedAt = System.nanoTime();
        }
    }

    int mails() {
        return mails;
    }

    /** Since the last mail. */
    Duration pause() {
        return Duration.ofNanos(System.nanoTime() - usedAt);
    }

    void closeQuietly() {
        try {
            close();
        } catch (MessagingException goneAnyway) {
            // there is nothing left to be done about it
        }
    }

    /** From here on, until the server's reply has come, nobody knows whether it has taken the mail. */
    @Override
    protected void finishData() throws IOException, MessagingException {
        ended = true;
        super.finishData();
    }

    /** RFC 5321, section 4.2.1; a 5yz about our own account is no verdict on the mail. */
    private static MailResult answered(int code, String words, MessagingException failure) {
        boolean ours = code == 530 || code == 534 || code == 535 || code == 538;
        return code >= 500 && !ours
                ? new MailResult.Rejected(words, ofRecipient(failure))
                : new MailResult.Deferred(words);
    }

    private static boolean ofRecipient(MessagingException failure) {
        Exception at = failure;
        while (at instanceof MessagingException link && !(at instanceof SMTPAddressFailedException)) {
            at = link.getNextException();
        }
        return at != null;
    }

    private static int code(MessagingException failure) {
        for (Exception at = failure; at instanceof MessagingException link; at = link.getNextException()) {
            int code = switch (link) {
                case SMTPSendFailedException e -> e.getReturnCode();
                case SMTPAddressFailedException e -> e.getReturnCode();
                case SMTPSenderFailedException e -> e.getReturnCode();
                default -> 0;
            };
            if (code > 0) {
                return code;
            }
        }
        return 0;
    }

    /** What the server said, or else what broke, on one line. */
    static String words(MessagingException failure) {
        @Nullable String said = null;
        for (Exception at = failure;
                at != null;
                at = at instanceof MessagingException m ? m.getNextException() : null) {
            if (at.getMessage() != null && !at.getMessage().isBlank()) {
                said = at.getMessage();
            }
        }
        String words =
                said == null ? failure.getClass().getSimpleName() : said.strip().replaceAll("\\s+", " ");
        return words.substring(0, Math.min(words.length(), LONGEST_REPLY));
    }

    /** The very bytes that were composed and signed. */
    private static final class Raw extends MimeMessage {
        private final byte[] raw;

        Raw(Session session, byte[] raw) throws MessagingException {
            super(session, new ByteArrayInputStream(raw));
            this.raw = raw;
        }

        @Override
        public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException {
            out.write(raw);
        }
    }
}
