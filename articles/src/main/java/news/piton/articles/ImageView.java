package news.piton.articles;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An article's main picture, or one that was uploaded.
 *
 * @param url absolute, http or https
 * @param width in pixels; 0 when an import did not tell
 * @param height in pixels; 0 when an import did not tell
 * @param alt what the picture shows, for those who cannot see it; empty only when an import did not tell
 * @param version of an uploaded image, grows by one with every change of what is said of it; null for an article's
 */
public record ImageView(
        long id,
        URI url,
        int width,
        int height,
        String alt,
        @Nullable String caption,
        @Nullable String credit,
        @Nullable Integer version) {}
