package news.piton.core.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A written mail, read again as a mail program would.
 *
 * @param headers in their order, decoded and unfolded
 * @param raw what went over the wire
 */
public record OpenedMail(
        List<Header> headers, String text, @Nullable String html, String raw) {
    /** What every mail has. */
    private static final Set<String> USUAL =
            Set.of("from", "to", "subject", "date", "message-id", "mime-version", "dkim-signature");

    public OpenedMail {
        headers = List.copyOf(headers);
    }

    public record Header(String name, String value) {}

    static OpenedMail of(byte[] raw) {
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            List<Header> headers = new ArrayList<>();
            for (jakarta.mail.Header header : Collections.list(message.getAllHeaders())) {
                headers.add(
                        new Header(header.getName(), MimeUtility.decodeText(MimeUtility.unfold(header.getValue()))));
            }
            String text = find(message, "text/plain");
            return new OpenedMail(
                    headers,
                    text == null ? "" : text,
                    find(message, "text/html"),
                    new String(raw, StandardCharsets.UTF_8));
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException("A mail of our own cannot be read.", unreadable);
        }
    }

    /** The value of a header; empty when there is none. */
    public String header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    /** The mail as it was handed to the mailer. */
    public Mail mail() {
        Map<String, String> further = new TreeMap<>();
        for (Header header : headers) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (!USUAL.contains(name) && !name.startsWith("content-")) {
                further.put(header.name(), header.value());
            }
        }
        return new Mail(header("To"), header("Subject"), text, html, further);
    }

    private static @Nullable String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            MimeMultipart parts = (MimeMultipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                String found = find(parts.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        return part.isMimeType(type) ? ((String) part.getContent()).replace("\r\n", "\n") : null;
    }
}
