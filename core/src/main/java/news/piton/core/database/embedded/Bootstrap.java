package news.piton.core.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes the data folder from which every new one is copied. */
final class Bootstrap {
    private static final List<String> SCRIPTS = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql");

    /** The accounts without a password that the scripts leave behind; Piton's own comes at each start. */
    private static final String NO_OPEN_DOORS = """

        DELETE FROM mysql.global_priv WHERE User <> 'mariadb.sys';
        DELETE FROM mysql.proxies_priv;
        DELETE FROM mysql.db;
        """;

    private Bootstrap() {}

    static void makeTemplate(ServerFiles files) throws IOException {
        Files.createDirectories(files.template());
        var folder = files.template().resolveSibling("bootstrap");
        Files.createDirectories(folder);
        var input = folder.resolve("input.sql");
        var log = folder.resolve("log");
        Files.writeString(input, sql(files.share()));
        var command = new ArrayList<>(ServerProcess.command(files, files.template(), false));
        command.add("--bootstrap");
        var process = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(
                        "The embedded MariaDB could not make its system tables: " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while MariaDB made its system tables", e);
        }
        Folders.delete(folder);
    }

    private static String sql(Path share) throws IOException {
        var sql = new StringBuilder("CREATE DATABASE mysql;\nUSE mysql;\n");
        for (var script : SCRIPTS) {
            sql.append(Files.readString(share.resolve(script))).append('\n');
        }
        return sql.append(NO_OPEN_DOORS).toString();
    }
}
