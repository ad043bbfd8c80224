package news.piton.articles.internal.store;

import java.util.Locale;

/**
 * A file that another site had beside its posts, by its address.
 *
 * @param original its number there
 * @param parent the post that it was uploaded for, or 0
 * @param alt what a picture shows; empty when nobody said
 * @param caption plain text, or empty
 * @param width in pixels; 0 when the export does not tell
 * @param height in pixels; 0 when the export does not tell
 * @param link the page that it had there, or empty
 * @param credit whom it is owed to, or empty
 */
public record ImportFile(
        long original,
        long parent,
        String url,
        String alt,
        String caption,
        int width,
        int height,
        String link,
        String credit) {

    public boolean isPicture() {
        String path = url.replaceFirst("[?#].*$", "").toLowerCase(Locale.ROOT);
        return path.matches(".*\\.(?:jpe?g|png|gif|webp|avif|svg|bmp)");
    }
}
