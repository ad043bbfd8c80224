package news.piton.articles.internal.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Makes of an uploaded file what readers get: new files of the image's pixels in sRGB, upright, and of nothing else that was
 * in the file, so that neither the place where a picture was taken nor a script in a comment goes on. An animation becomes a
 * still, its first frame: readers who are not helped by movement are many, and a moving picture belongs into a video.
 *
 * <p>Photographs (JPEG, opaque WebP) become JPEG; PNG, GIF and translucent WebP become PNG, unless they are opaque and so
 * large that they must be photographs as well.
 */
public final class DevelopImage {
    /** In bytes; a PNG that is larger and opaque becomes JPEG. */
    private static final int LARGE_DRAWING = 1 << 20;

    /** In bytes; there is no rendition larger than that, but a narrower one in its place. */
    private static final int LARGEST = 4 << 20;

    private final ImageReading reading;

    public DevelopImage(ImageLimits limits, InstantSource clock) {
        // drawing in memory needs no screen, and must not look for the one that DISPLAY names
        System.setProperty("java.awt.headless", "true");
        this.reading = new ImageReading(limits, clock);
    }

    /** @throws UnfitImage UNKNOWN_KIND or UNUSABLE */
    public Developed develop(ImageInputStream file) throws IOException {
        ImageReading.Picture picture = reading.read(file);
        BufferedImage image = upright(picture);
        boolean translucent = image.getTransparency() != BufferedImage.OPAQUE;
        boolean drawing = picture.kind() == ImageKind.PNG || picture.kind() == ImageKind.GIF;
        if (!translucent && !drawing) {
            return renditions(image, ImageFormat.JPG);
        }
        boolean photograph = !translucent
                && ImageEncoding.encode(image, ImageFormat.PNG, LARGE_DRAWING).isEmpty();
        return renditions(image, photograph ? ImageFormat.JPG : ImageFormat.PNG);
    }

    private static Developed renditions(BufferedImage image, ImageFormat format) throws IOException {
        List<Renditions.Size> sizes = Renditions.upTo(new Renditions.Size(image.getWidth(), image.getHeight()));
        List<byte[]> renditions = new ArrayList<>();
        Renditions.Size widest = sizes.getLast();
        for (Renditions.Size size : sizes.reversed()) {
            Optional<byte[]> bytes = ImageEncoding.encode(scaled(image, size), format, LARGEST);
            if (bytes.isPresent()) {
                widest = renditions.isEmpty() ? size : widest;
                renditions.addFirst(bytes.get());
            } else {
                // there are no gaps between the sizes, so that the widest tells of all others
                renditions.clear();
            }
        }
        if (renditions.isEmpty()) {
            throw UnfitImage.unusable("The image cannot be made small enough for readers. Save it in a simpler way.");
        }
        return new Developed(format, widest, renditions);
    }

    /** At its widest, turned as the camera says, in sRGB. */
    private static BufferedImage upright(ImageReading.Picture picture) throws IOException {
        Orientation orientation = picture.orientation();
        boolean turned = orientation != null && orientation.ordinal() >= Orientation.LEFT_TOP.ordinal();
        Renditions.Size original = turned ? picture.original().turned() : picture.original();
        Renditions.Size upright = Renditions.widest(original);
        Renditions.Size size = turned ? upright.turned() : upright;
        boolean alpha = picture.pixels().getColorModel().hasAlpha();
        BufferedImage scaled = Thumbnails.of(picture.pixels())
                .forceSize(size.width(), size.height())
                .imageType(alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB)
                .asBufferedImage();
        BufferedImage standing = orientation == null
                ? scaled
                : ExifFilterUtils.getFilterForOrientation(orientation).apply(scaled);
        return alpha && !translucent(standing) ? scaled(standing, upright, BufferedImage.TYPE_INT_RGB) : standing;
    }

    private static boolean translucent(BufferedImage image) {
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int pixel : row) {
                if (pixel >>> 24 != 0xFF) {
                    return true;
                }
            }
        }
        return false;
    }

    private static BufferedImage scaled(BufferedImage image, Renditions.Size size) throws IOException {
        if (size.width() == image.getWidth() && size.height() == image.getHeight()) {
            return image;
        }
        return scaled(image, size, image.getType());
    }

    private static BufferedImage scaled(BufferedImage image, Renditions.Size size, int type) throws IOException {
        return Thumbnails.of(image)
                .forceSize(size.width(), size.height())
                .imageType(type)
                .asBufferedImage();
    }
}
