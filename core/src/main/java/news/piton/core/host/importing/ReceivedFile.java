package news.piton.core.host.importing;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import news.piton.core.plugin.Importer;

/**
 * A file that a client has sent, on disk for as long as it is imported. It is deleted while it is open, so that nothing is
 * left of it however this process ends.
 */
final class ReceivedFile implements Importer.Source, Closeable {
    private final FileChannel channel;
    private long size;

    ReceivedFile() throws IOException {
        Path path = Files.createTempFile("piton-import-", ".tmp");
        channel = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    void append(byte[] bytes, int count) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes, 0, count);
        while (rest.hasRemaining()) {
            size += channel.write(rest);
        }
    }

    @Override
    public String name() {
        return "the file";
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open() {
        return new BufferedInputStream(new Reading(), 1 << 16);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Has a place of its own in the file, which others may read at the same time. */
    private final class Reading extends InputStream {
        private long position;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = channel.read(ByteBuffer.wrap(bytes, offset, length), position);
            position += Math.max(0, count);
            return count;
        }
    }
}
