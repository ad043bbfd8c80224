package news.piton.articles.internal.media;

import java.util.List;

/**
 * An image as it is kept.
 *
 * @param widest the size of the largest rendition
 * @param renditions by width as {@link Renditions#upTo} has it, the narrowest first
 */
public record Developed(ImageFormat format, Renditions.Size widest, List<byte[]> renditions) {}
