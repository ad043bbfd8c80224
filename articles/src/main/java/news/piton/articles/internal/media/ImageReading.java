package news.piton.articles.internal.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.SampleModel;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;

/**
 * Reads an image of anybody's making. The header is looked at first, and what it promises too much of is never decoded; what
 * is large is decoded at every second, third … pixel, so that one image never holds more than {@value #MOST_MEMORY} bytes.
 */
final class ImageReading {
    /** In bytes, of the 256 MiB that a small installation has: a photograph of 24 megapixels just fits. */
    static final int MOST_MEMORY = 72 << 20;

    private final ImageLimits limits;
    private final InstantSource clock;

    ImageReading(ImageLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * What was read.
     *
     * @param original the size by the header
     * @param pixels perhaps fewer than that
     * @param orientation how the camera was held; null when the file does not tell
     */
    record Picture(
            ImageKind kind,
            Renditions.Size original,
            BufferedImage pixels,
            @Nullable Orientation orientation) {}

    /** @throws UnfitImage with a sentence about what is wrong with it */
    Picture read(ImageInputStream file) throws IOException {
        byte[] beginning = new byte[ImageKind.BEGINNING];
        file.seek(0);
        file.read(beginning);
        file.seek(0);
        ImageKind kind = ImageKind.of(beginning);
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.name()).next();
        try {
            // only a JPEG's metadata is of interest: it tells how the camera was held
            reader.setInput(file, true, kind != ImageKind.JPEG);
            return read(kind, reader);
        } catch (UnfitImage unfit) {
            throw unfit;
        } catch (IOException | RuntimeException broken) {
            // what decoders throw at broken files is anything, from EOFException to ArrayIndexOutOfBoundsException
            throw UnfitImage.unusable("This " + kind + " file is damaged or incomplete. Save it anew and try again.");
        } finally {
            reader.dispose();
        }
    }

    private Picture read(ImageKind kind, ImageReader reader) throws IOException {
        Renditions.Size size = new Renditions.Size(reader.getWidth(0), reader.getHeight(0));
        limits.check(kind, size.width(), size.height());
        Orientation orientation = kind == ImageKind.JPEG ? orientation(reader) : null;
        Watch watch = new Watch(clock.instant().plus(limits.time()));
        reader.addIIOReadProgressListener(watch);
        reader.addIIOReadWarningListener((source, warning) -> watch.warned(warning));
        ImageReadParam parameters = reader.getDefaultReadParam();
        int step = step(size, bytesOfPixel(reader));
        parameters.setSourceSubsampling(step, step, 0, 0);
        BufferedImage pixels = reader.read(0, parameters);
        if (watch.late) {
            throw UnfitImage.unusable("The image takes longer than "
                    + limits.time().toSeconds() + " seconds to read. Save it in a simpler way or smaller.");
        }
        if (watch.incomplete) {
            throw UnfitImage.unusable("The file ends before the image does. Send it again.");
        }
        return new Picture(kind, size, pixels, orientation);
    }

    private static @Nullable Orientation orientation(ImageReader reader) {
        try {
            return ExifUtils.getExifOrientation(reader, 0);
        } catch (IOException | RuntimeException malformed) {
            return null; // of no more worth than none
        }
    }

    private static int bytesOfPixel(ImageReader reader) throws IOException {
        SampleModel model = reader.getImageTypes(0).next().getSampleModel();
        return Math.max(1, model.getNumDataElements() * DataBuffer.getDataTypeSize(model.getDataType()) / 8);
    }

    private static int step(Renditions.Size size, int bytesOfPixel) {
        int step = 1;
        while ((long) Math.ceilDiv(size.width(), step) * Math.ceilDiv(size.height(), step) * bytesOfPixel
                > MOST_MEMORY) {
            step++;
        }
        return step;
    }

    /** Ends what takes too long, and hears of what is missing: a JPEG that breaks off is otherwise filled up in grey. */
    private final class Watch implements IIOReadProgressListener {
        private final Instant end;
        private boolean late;
        private boolean incomplete;

        private Watch(Instant end) {
            this.end = end;
        }

        void warned(String warning) {
            incomplete |= warning.contains("remature end");
        }

        @Override
        public void imageProgress(ImageReader reader, float percent) {
            if (clock.instant().isAfter(end)) {
                late = true;
                reader.abort();
            }
        }

        @Override
        public void imageStarted(ImageReader reader, int index) {}

        @Override
        public void imageComplete(ImageReader reader) {}

        @Override
        public void sequenceStarted(ImageReader reader, int index) {}

        @Override
        public void sequenceComplete(ImageReader reader) {}

        @Override
        public void thumbnailStarted(ImageReader reader, int index, int thumbnail) {}

        @Override
        public void thumbnailProgress(ImageReader reader, float percent) {}

        @Override
        public void thumbnailComplete(ImageReader reader) {}

        @Override
        public void readAborted(ImageReader reader) {}
    }
}
