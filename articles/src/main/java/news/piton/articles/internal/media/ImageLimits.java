package news.piton.articles.internal.media;

import java.time.Duration;

/**
 * How much of an uploaded image is taken.
 *
 * @param bytes of the file
 * @param pixels of the image, as its header tells
 * @param time for which one image may keep this node busy, and for which another waits for that
 */
public record ImageLimits(long bytes, long pixels, Duration time) {
    /** In pixels; the longest side, since decoders hold whole rows. */
    static final int LONGEST_SIDE = 30_000;

    /** A WebP image is held whole while it is decoded, however small the result: about 10 bytes for each of these. */
    static final long WEBP_PIXELS = 12_000_000;

    void check(ImageKind kind, int width, int height) {
        long pixels = (long) width * height;
        long most = kind == ImageKind.WEBP ? Math.min(WEBP_PIXELS, this.pixels) : this.pixels;
        if (pixels < 1) {
            throw UnfitImage.unusable("The image has no pixels.");
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE) {
            throw UnfitImage.unusable("The image is " + width + " by " + height + " pixels; no side may be longer than "
                    + LONGEST_SIDE + ".");
        }
        if (pixels > most) {
            throw UnfitImage.unusable("The image is " + width + " by " + height + " pixels, and at most "
                    + most / 1_000_000 + " megapixels are taken. Make it smaller.");
        }
    }
}
