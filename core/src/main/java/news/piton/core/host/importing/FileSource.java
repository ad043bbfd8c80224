package news.piton.core.host.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import news.piton.core.plugin.Importer;

/**
 * A file on this machine.
 *
 * @param name as the operator knows it
 */
public record FileSource(String name, Path path, long size) implements Importer.Source {

    /** @throws IOException when there is no such file, or it cannot be read */
    public static FileSource of(Path path) throws IOException {
        return new FileSource(path.getFileName().toString(), path, Files.size(path));
    }

    @Override
    public InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    }
}
