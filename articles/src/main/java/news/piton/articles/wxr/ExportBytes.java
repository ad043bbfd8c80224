package news.piton.articles.wxr;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of an export on their way to the XML parser: counted, rationed, and mended where WordPress itself writes what
 * no XML may hold. The ration bounds the parser's memory whatever it meets, be it an endless text, name or comment.
 */
final class ExportBytes extends FilterInputStream {
    private static final int MOST_BLANKS = 1 << 16;
    private long read;
    private long ration = Long.MAX_VALUE;
    private int linesSkipped;
    private boolean ended;
    private boolean wide;

    /** More was read than one piece of the file may have. */
    static final class RationExceeded extends IOException {
        private static final long serialVersionUID = 1;
    }

    ExportBytes(InputStream in) throws IOException {
        super(in.markSupported() ? in : new BufferedInputStream(in, 1 << 16));
        skipBlanks();
    }

    /** True when the file begins as XML does. */
    boolean looksLikeXml() throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        wide = first >= 0xFE || first == 0 || second == 0; // UTF-16, where bytes below 0x20 are halves of letters
        return first == '<' || wide;
    }

    /** From here on, so many bytes may be read. */
    void allow(long bytes) {
        ration = bytes;
    }

    long position() {
        return read;
    }

    /** Lines before the XML began. */
    int linesSkipped() {
        return linesSkipped;
    }

    boolean ended() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (ration <= 0) {
            throw new RationExceeded();
        }
        int count = in.read(buffer, offset, (int) Math.min(length, Math.min(ration, 1 << 15)));
        if (count < 0) {
            ended = true;
            return count;
        }
        read += count;
        ration -= count;
        if (!wide) {
            blankControls(buffer, offset, count);
        }
        return count;
    }

    /** Old posts hold control characters, which WordPress exports as they are and which make the file no XML. */
    private static void blankControls(byte[] buffer, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            byte b = buffer[i];
            if (b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r') {
                buffer[i] = ' ';
            }
        }
    }

    /** Themes and plugins often print blank lines before the export begins, or a byte order mark. */
    private void skipBlanks() throws IOException {
        while (read < MOST_BLANKS) {
            in.mark(3);
            int b = in.read();
            boolean mark = b == 0xEF && in.read() == 0xBB && in.read() == 0xBF;
            if (!mark && b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                in.reset();
                return;
            }
            read += mark ? 3 : 1;
            linesSkipped += b == '\n' ? 1 : 0;
        }
    }
}
