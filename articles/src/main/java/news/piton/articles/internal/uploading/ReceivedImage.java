package news.piton.articles.internal.uploading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * A file on its way to become an image, on disk while it is worked on, so that many may wait and none of them takes memory. Where the
 * system allows it the file is deleted while it is open, so that nothing is left of it however this process ends.
 */
public final class ReceivedImage implements Closeable {
    private final Path path;
    private final FileImageInputStream content;
    private final String sha256;

    /** Reads a body to its end. */
    public ReceivedImage(InputStream body) throws IOException {
        path = Files.createTempFile("piton-image-", ".tmp");
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            delete();
            sha256 = receive(body, file);
            content = new FileImageInputStream(file);
        } catch (IOException | RuntimeException failed) {
            file.close();
            Files.deleteIfExists(path);
            throw failed;
        }
    }

    private static String receive(InputStream body, RandomAccessFile file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                digest.update(buffer, 0, count);
                file.write(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Windows deletes no file that is open. */
    private void delete() throws IOException {
        try {
            Files.deleteIfExists(path);
        } catch (FileSystemException stillOpen) {
            path.toFile().deleteOnExit();
        }
    }

    public ImageInputStream content() {
        return content;
    }

    public String sha256() {
        return sha256;
    }

    @Override
    public void close() throws IOException {
        content.close();
        Files.deleteIfExists(path);
    }
}
