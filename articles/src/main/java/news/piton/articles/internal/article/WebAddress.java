package news.piton.articles.internal.article;

import java.net.URI;
import java.net.URISyntaxException;

/** An absolute http or https address of at most {@value #LONGEST} characters. */
public record WebAddress(URI uri) {
    public static final int LONGEST = 2_000;

    public static WebAddress of(String given) {
        String text = given.strip();
        if (text.length() > LONGEST) {
            throw Invalid.tooLong(
                    "An address has at most " + LONGEST + " characters; this one has " + text.length() + ".");
        }
        try {
            return new WebAddress(new URI(text));
        } catch (URISyntaxException malformed) {
            throw wrong();
        }
    }

    public WebAddress {
        String scheme = uri.getScheme();
        if (scheme == null || !scheme.matches("(?i)https?") || uri.getHost() == null) {
            throw wrong();
        }
    }

    private static Invalid wrong() {
        return Invalid.of(
                "An address begins with https:// or http:// and a host, such as https://example.org/picture.jpg.");
    }
}
