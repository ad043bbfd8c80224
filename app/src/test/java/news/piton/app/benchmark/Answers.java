package news.piton.app.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a server answers on one connection: each answer a 200 that tells its length. No header is looked at but that one, and no
 * byte twice, since what the reading takes would count as the server's.
 */
final class Answers {
    private static final byte[] OK = "HTTP/1.1 200 ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int start;
    private int next;
    private int end;

    Answers(InputStream in) {
        this.in = in;
    }

    /** Reads the next answer and forgets it. */
    void skip() throws IOException {
        int length = head();
        int here = Math.min(length, end - next);
        next += here;
        in.skipNBytes(length - here);
    }

    /** The body of the next answer. */
    byte[] body() throws IOException {
        byte[] body = new byte[head()];
        int here = Math.min(body.length, end - next);
        System.arraycopy(buffer, next, body, 0, here);
        next += here;
        if (in.readNBytes(body, here, body.length - here) < body.length - here) {
            throw new EOFException("the server hung up");
        }
        return body;
    }

    /** Reads the lines before the body. @return the length of the body */
    private int head() throws IOException {
        int length = -1;
        line();
        if (!Arrays.equals(buffer, start, start + OK.length, OK, 0, OK.length)) {
            throw new IOException("answered " + new String(buffer, start, next - start, StandardCharsets.US_ASCII));
        }
        while (line() > 2) {
            if (isLength()) {
                length = Integer.parseInt(new String(
                                buffer, start + LENGTH.length, next - start - LENGTH.length, StandardCharsets.US_ASCII)
                        .strip());
            }
        }
        if (length < 0) {
            throw new IOException("answered without a length");
        }
        return length;
    }

    /** Goes to the next line. @return its length, with the line break */
    private int line() throws IOException {
        start = next;
        while (true) {
            while (next < end) {
                if (buffer[next++] == '\n') {
                    return next - start;
                }
            }
            fill();
        }
    }

    /** Gets more behind what has been read of the line. */
    private void fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        next -= start;
        end -= start;
        start = 0;
        int more = in.read(buffer, end, buffer.length - end);
        if (more <= 0) {
            throw new EOFException("the server hung up");
        }
        end += more;
    }

    private boolean isLength() {
        if (next - start <= LENGTH.length) {
            return false;
        }
        for (int i = 0; i < LENGTH.length; i++) {
            if (Character.toLowerCase(buffer[start + i]) != LENGTH[i]) {
                return false;
            }
        }
        return true;
    }
}
