package news.piton.articles.internal.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pixels, and nothing but pixels, as a file. */
final class ImageEncoding {
    /** Where photographs in news pages look untouched at a quarter of the bytes of full quality. */
    private static final float JPEG_QUALITY = 0.82f;

    private ImageEncoding() {}

    /** Empty when it would have more bytes than that; it is given up then, since there is no telling how many more. */
    static Optional<byte[]> encode(BufferedImage image, ImageFormat format, int most) throws IOException {
        ImageWriter writer =
                ImageIO.getImageWritersByFormatName(format.extension()).next();
        Limited bytes = new Limited(most);
        try {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (format == ImageFormat.JPG) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(JPEG_QUALITY);
                parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
            out.close();
            return Optional.of(bytes.toByteArray());
        } catch (IOException | RuntimeException failed) {
            // a writer that cannot go on tidies up first, and throws what it meets then
            if (bytes.full) {
                return Optional.empty();
            }
            throw failed;
        } finally {
            writer.dispose();
        }
    }

    private static final class Limited extends ByteArrayOutputStream {
        private final int most;
        private boolean full;

        private Limited(int most) {
            super(1 << 16);
            this.most = most;
        }

        @Override
        public synchronized void write(int one) {
            check(1);
            super.write(one);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            check(length);
            super.write(bytes, from, length);
        }

        private void check(int more) {
            if (count + more > most) {
                full = true;
                throw new IllegalStateException("more than " + most + " bytes");
            }
        }
    }
}
