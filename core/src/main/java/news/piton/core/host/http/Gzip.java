package news.piton.core.host.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Compresses what is sent: for speed first, since most of it is sent once. */
public final class Gzip extends GZIPOutputStream {
    private static final int FAST = 4;

    Gzip(OutputStream out) throws IOException {
        super(out, 4_096);
        def.setLevel(FAST);
    }

    public static byte[] compressed(byte[] body, int from, int length) {
        ByteArrayOutputStream small = new ByteArrayOutputStream(length / 2);
        try (OutputStream gzip = new Gzip(small)) {
            gzip.write(body, from, length);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // it goes to memory
        }
        return small.toByteArray();
    }

    /**
     * Reads Accept-Encoding (RFC 9110, section 12.5.3), generously: gzip is named and not weighted zero.
     *
     * @param acceptEncoding the header's values
     */
    public static boolean isAccepted(List<String> acceptEncoding) {
        for (String header : acceptEncoding) {
            for (String coding : header.split(",", 32)) {
                String[] parts = coding.strip().split(";");
                if (parts[0].strip().equalsIgnoreCase("gzip")) {
                    return parts.length < 2 || !parts[1].strip().matches("q=0(\\.0*)?");
                }
            }
        }
        return false;
    }
}
