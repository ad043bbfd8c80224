package news.piton.newsletter.internal.sending;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.piton.core.mail.MailResult;

/**
 * Whether a refusal for good is about the address, so that later issues leave it out, or about this mail or about us, so
 * that they do not. Enhanced status codes tell (RFC 3463, sections 3.2 and 3.3; X.1.10 is RFC 7505's). A reply without one
 * counts as about the address if it answered RCPT TO with a code that RFC 5321, section 4.2.3, has for mailboxes.
 */
final class Bounce {
    private static final Pattern REPLY = Pattern.compile("\\b(5\\d\\d)[ -](5\\.\\d{1,3}\\.\\d{1,3}\\b)?");
    private static final Set<String> OF_ADDRESS = Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1");
    private static final Set<String> OF_MAILBOX = Set.of("550", "551", "553");

    private Bounce() {}

    static boolean ofAddress(MailResult.Rejected rejected) {
        Matcher found = REPLY.matcher(rejected.reply());
        if (!found.find()) {
            return false;
        }
        String enhanced = found.group(2);
        return enhanced == null
                ? rejected.recipient() && OF_MAILBOX.contains(found.group(1))
                : OF_ADDRESS.contains(enhanced);
    }
}
