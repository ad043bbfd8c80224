package news.piton.core.mail;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one person, in both forms.
 *
 * @param to a bare address
 * @param html null for a mail of text only
 * @param headers further headers, for example {@code List-Unsubscribe}; values of one line
 */
public record Mail(
        String to, String subject, String text, @Nullable String html, Map<String, String> headers) {
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9]+(-[A-Za-z0-9]+)*");
    /** What the mailer writes itself, and what would add recipients. */
    private static final Set<String> RESERVED = Set.of(
            "from",
            "to",
            "cc",
            "bcc",
            "sender",
            "return-path",
            "subject",
            "date",
            "message-id",
            "received",
            "mime-version",
            "dkim-signature");

    public Mail {
        headers = Map.copyOf(headers);
        if (brokenLine(to) || brokenLine(subject) || headers.values().stream().anyMatch(Mail::brokenLine)) {
            throw new IllegalArgumentException("a header of a mail must not hold a line break or a control character");
        }
        for (String name : headers.keySet()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!HEADER_NAME.matcher(name).matches() || RESERVED.contains(lower) || lower.startsWith("content-")) {
                throw new IllegalArgumentException("not a header that a mail can bring: " + name);
            }
        }
    }

    private static boolean brokenLine(String text) {
        return text.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029);
    }
}
