package news.piton.newsletter.internal.sending;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a refusal for good is about the address, so that later issues leave it out, or about this mail or about us, so
 * that they do not. Enhanced status codes tell (RFC 3463): 5.1.x addresses, 5.2.x mailboxes. A reply without one counts as
 * about the address if its code is one that RFC 5321, section 4.2.3, has for mailboxes.
 */
final class Bounce {
    private static final Pattern REPLY = Pattern.compile("\\b(5\\d\\d)[ -](?:(5)\\.(\\d{1,3})\\.(\\d{1,3})\\b)?");

    private Bounce() {}

    static boolean ofAddress(String reply) {
        Matcher found = REPLY.matcher(reply);
        if (!found.find()) {
            return false;
        }
        if (found.group(2) == null) {
            return switch (found.group(1)) {
                case "550", "551", "553" -> true;
                default -> false;
            };
        }
        return switch (found.group(3)) {
            case "1" -> !found.group(4).equals("7") && !found.group(4).equals("8");
            case "2" -> found.group(4).equals("0") || found.group(4).equals("1");
            default -> false;
        };
    }
}
