package news.piton.core.mail;

import java.util.Map;
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
    public Mail {
        headers = Map.copyOf(headers);
        if ((to + subject + String.join("", headers.values())).chars().anyMatch(c -> c == '\r' || c == '\n')) {
            throw new IllegalArgumentException("a header of a mail must not hold a line break");
        }
    }
}
