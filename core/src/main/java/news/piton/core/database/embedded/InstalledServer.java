package news.piton.core.database.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A MariaDB that the machine's owner installed, for platforms that no jar serves.
 *
 * @param program the executable found on the PATH
 * @param share the folder with the SQL of the system tables that belongs to it
 */
record InstalledServer(Path program, Path share) {
    private static final String NONE = "Piton has no embedded MariaDB for " + System.getProperty("os.name") + " on "
            + System.getProperty("os.arch")
            + " and found no mariadbd on the PATH: install MariaDB 11.4 or later, or configure a database server.";

    /**
     * Looks along the PATH.
     *
     * @throws IllegalStateException in one sentence with the remedy, when there is none
     */
    static InstalledServer find() throws IOException {
        var path = System.getenv("PATH");
        return in(path == null ? "" : path);
    }

    static InstalledServer in(String path) throws IOException {
        for (var folder : path.split(File.pathSeparator)) {
            var candidate = Path.of(folder, "mariadbd");
            if (Files.isExecutable(candidate)) {
                var program = candidate.toRealPath();
                var prefix = program.resolve("../..").normalize();
                var share = Stream.of("share/mariadb", "share/mysql", "share")
                        .map(prefix::resolve)
                        .filter(it -> Files.exists(it.resolve("mariadb_system_tables.sql")))
                        .findFirst();
                if (share.isPresent()) {
                    return new InstalledServer(program, share.get());
                }
            }
        }
        throw new IllegalStateException(NONE);
    }

    /** Tells one installed version from the next. */
    String stamp() throws IOException {
        return Long.toString(Files.getLastModifiedTime(program).toMillis(), Character.MAX_RADIX);
    }

    ServerFiles files(Path folder) {
        return new ServerFiles(program, share, folder.resolve("template"));
    }
}
