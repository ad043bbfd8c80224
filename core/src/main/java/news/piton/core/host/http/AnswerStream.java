package news.piton.core.host.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A response's body on its way out. What fits into one buffer goes out at once, with its length; what does not flows on in
 * chunks while the rest is still being written. Compressed when the client asks for it and the size is worth it.
 */
final class AnswerStream extends OutputStream {
    private static final int BUFFER = 32 * 1024;
    private static final Header GZIP = HeaderValues.createCached(HeaderNames.CONTENT_ENCODING, "gzip");

    private final ServerResponse response;
    private final int compressFrom;
    private byte[] head = new byte[8 * 1024];
    private int length;
    private @Nullable OutputStream rest;
    private boolean closed;

    /** @param compressFrom size in bytes; Integer.MAX_VALUE when the client does not want it compressed */
    AnswerStream(ServerResponse response, int compressFrom) {
        this.response = response;
        this.compressFrom = compressFrom;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        if (rest == null && length + count <= BUFFER) {
            if (length + count > head.length) {
                head = java.util.Arrays.copyOf(head, BUFFER);
            }
            System.arraycopy(bytes, from, head, length, count);
            length += count;
            return;
        }
        if (rest == null) {
            boolean compress = compressFrom != Integer.MAX_VALUE;
            if (compress) {
                response.header(GZIP);
            }
            rest = compress ? new Gzip(response.outputStream()) : response.outputStream();
            rest.write(head, 0, length);
        }
        rest.write(bytes, from, count);
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (rest != null) {
            rest.close();
        } else if (length >= compressFrom) {
            response.header(GZIP);
            response.send(Gzip.compressed(head, 0, length));
        } else {
            response.send(head, 0, length);
        }
    }
}
