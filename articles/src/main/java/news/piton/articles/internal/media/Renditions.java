package news.piton.articles.internal.media;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which sizes there are of an image: always these widths as far as they are smaller than the widest, and the widest itself.
 * Since the sizes follow from the widest alone, nobody has to look them up; a change here is for images to come, and
 * renditions of the old widths must then go on being told.
 */
public final class Renditions {
    /** In pixels: phones, phones with fine screens, tablets, columns of a page, whole pages. */
    private static final int[] LADDER = {320, 640, 960, 1_280};

    /** In pixels. */
    static final int WIDEST = 1_920;

    /** In pixels; 1,920 by 2,560, so that a photograph in portrait is as sharp as one in landscape. */
    static final long MOST_PIXELS = 4_915_200;

    private Renditions() {}

    /** A size in pixels. */
    public record Size(int width, int height) {
        Size scaled(int width) {
            return new Size(width, (int) Math.max(1, Math.round((double) height * width / this.width)));
        }

        Size turned() {
            return new Size(height, width);
        }
    }

    /** All sizes, from the narrowest to the given widest. */
    public static List<Size> upTo(Size widest) {
        return IntStream.concat(IntStream.of(LADDER).filter(width -> width < widest.width), IntStream.of(widest.width))
                .mapToObj(widest::scaled)
                .toList();
    }

    /** The widest size of an image that came in at a size: never larger than that. */
    static Size widest(Size original) {
        double area = Math.sqrt((double) MOST_PIXELS / ((double) original.width * original.height));
        double scale = Math.min(1, Math.min(area, (double) WIDEST / original.width));
        Size fitting = original.scaled((int) Math.max(1, Math.round(original.width * scale)));
        return scale == 1 ? original : fitting;
    }
}
