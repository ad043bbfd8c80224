package news.piton.articles.internal.wordpress;

import java.util.List;
import java.util.Locale;

/**
 * A file that the site had beside its posts, by its address.
 *
 * @param alt what a picture shows; empty when nobody said
 * @param caption plain text, or empty
 */
public record Attachment(long original, long parent, String url, String alt, String caption) {

    /** Where galleries find the pictures that they only number. */
    public interface Shelf {
        /** In the order of the numbers; those that the export does not hold are left out. */
        List<Attachment> numbered(List<Long> originals);

        /** Those that belong to the post at hand, in the order of their numbers. */
        List<Attachment> ofThisPost();
    }

    boolean isPicture() {
        String path = url.replaceFirst("[?#].*$", "").toLowerCase(Locale.ROOT);
        return path.matches(".*\\.(?:jpe?g|png|gif|webp|avif|svg|bmp)");
    }
}
