package news.piton.articles;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Image files for tests. The left half is red, the right half blue; {@code seed} is the shade of both. */
final class Images {
    private Images() {}

    static byte[] file(String format, int width, int height, int seed) {
        return encode(format, picture(width, height, seed, BufferedImage.TYPE_INT_RGB));
    }

    static byte[] translucentPng(int width, int height) {
        BufferedImage image = picture(width, height, 0, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00FF0000);
        return encode("png", image);
    }

    /** WebP, which Java cannot write. */
    static byte[] webp(String name) {
        try (InputStream in = Objects.requireNonNull(Images.class.getResourceAsStream("/images/" + name))) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A JPEG with more in it, behind its very first marker. */
    static byte[] with(byte[] jpeg, byte marker, byte[] payload) {
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + payload.length + 4);
        file.put(jpeg, 0, 2).put((byte) 0xFF).put(marker).putShort((short) (payload.length + 2));
        return file.put(payload).put(jpeg, 2, jpeg.length - 2).array();
    }

    /** What a camera writes: how it was held (TIFF tag 0x0112), and where it was (a GPS block with a latitude's reference). */
    static byte[] exif(int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        exif.put("Exif\0\0II*\0".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        exif.putShort((short) 2);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(orientation);
        exif.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38);
        exif.putInt(0);
        exif.putShort((short) 1)
                .putShort((short) 1)
                .putShort((short) 2)
                .putInt(2)
                .put("N\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        exif.putInt(0);
        exif.put("GPS-13.9094N-60.9789W".getBytes(StandardCharsets.ISO_8859_1));
        return exif.array();
    }

    /** A JPEG all of one grey, whose number is meant in linear light (ICC.1, section 7). */
    static byte[] linear(int grey) {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setColor(new Color(grey, grey, grey));
        brush.fillRect(0, 0, 64, 64);
        brush.dispose();
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        ByteBuffer segment = ByteBuffer.allocate(14 + profile.length);
        segment.put("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1)).put(profile);
        return with(encode("jpg", image), (byte) 0xE2, segment.array());
    }

    /** A PNG that nothing makes smaller. */
    static byte[] noise(int width, int height, boolean opaque) {
        BufferedImage image =
                new BufferedImage(width, height, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        Random random = new Random(width);
        for (int y = 0; y < height; y++) {
            image.setRGB(0, y, width, 1, random.ints(width).toArray(), 0, width);
        }
        return encode("png", image);
    }

    /** A valid PNG of few bytes whose header promises that many pixels. */
    static byte[] promising(int width, int height) {
        byte[] png = file("png", 1, 1, 0);
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        return png;
    }

    static BufferedImage read(byte[] file) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static boolean red(BufferedImage image, int x, int y) {
        Color color = new Color(image.getRGB(x, y));
        return color.getRed() > 150 && color.getBlue() < 100;
    }

    private static BufferedImage picture(int width, int height, int seed, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D brush = image.createGraphics();
        brush.setColor(new Color(220, seed, 20));
        brush.fillRect(0, 0, width / 2, height);
        brush.setColor(new Color(20, seed, 220));
        brush.fillRect(width / 2, 0, width - width / 2, height);
        brush.dispose();
        return image;
    }

    private static byte[] encode(String format, BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalStateException("Java writes no " + format);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }
}
