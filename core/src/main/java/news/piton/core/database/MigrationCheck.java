package news.piton.core.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import javax.sql.DataSource;

/**
 * Tells cheaply that a module's tables are up to date: each script that it brings has run, with the checksum that Flyway
 * noted then. Whatever else is the case is Flyway's to judge; its own look costs a second or two of a start.
 */
final class MigrationCheck {
    private static final int BYTE_ORDER_MARK = '\uFEFF';

    private MigrationCheck() {}

    /** The version that the history ends at, if all of these scripts are in it as they are now. */
    static Optional<String> version(DataSource database, String history, Map<String, Integer> scripts) {
        if (scripts.isEmpty()) {
            return Optional.empty();
        }
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT script, checksum, version, success FROM " + history
                        + " WHERE type = 'SQL' ORDER BY installed_rank")) {
            Set<String> missing = new HashSet<>(scripts.keySet());
            var version = "";
            while (rows.next()) {
                var script = rows.getString("script");
                var same = Integer.valueOf(rows.getInt("checksum")).equals(scripts.get(script));
                if (!same || !rows.getBoolean("success")) {
                    return Optional.empty();
                }
                missing.remove(script);
                version = rows.getString("version");
            }
            return missing.isEmpty() ? Optional.of(version) : Optional.empty();
        } catch (SQLException e) {
            return Optional.empty(); // no history yet, or a trouble that Flyway finds the words for
        }
    }

    /** The scripts in a folder, each with its checksum. */
    static Map<String, Integer> scripts(Path folder) throws IOException {
        Map<String, Integer> scripts = new HashMap<>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(it -> it.toString().endsWith(".sql")).toList()) {
                try (var text = Files.newInputStream(file)) {
                    scripts.put(file.getFileName().toString(), checksum(text));
                }
            }
        }
        return scripts;
    }

    /** The scripts on a class path; none when they lie in more than one place, or in one that cannot be listed. */
    static Map<String, Integer> scripts(ClassLoader loader, String path) throws IOException {
        var places = Collections.list(loader.getResources(path));
        if (places.size() != 1) {
            return Map.of();
        }
        URL place = places.getFirst();
        if (place.getProtocol().equals("file")) {
            return scripts(Path.of(uri(place)));
        }
        return place.openConnection() instanceof JarURLConnection jar ? scripts(jar, path + "/") : Map.of();
    }

    private static Map<String, Integer> scripts(JarURLConnection connection, String prefix) throws IOException {
        Map<String, Integer> scripts = new HashMap<>();
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            for (var entry : jar.stream().toList()) {
                if (entry.getName().startsWith(prefix) && entry.getName().endsWith(".sql")) {
                    try (var text = jar.getInputStream(entry)) {
                        scripts.put(entry.getName().substring(prefix.length()), checksum(text));
                    }
                }
            }
        }
        return scripts;
    }

    private static URI uri(URL place) throws IOException {
        try {
            return place.toURI();
        } catch (URISyntaxException e) {
            throw new IOException("Not a place to read from: " + place, e);
        }
    }

    /** As Flyway counts: CRC-32 of the lines without their ends. Were it to count differently, it would only look itself. */
    private static int checksum(InputStream text) throws IOException {
        var crc = new CRC32();
        var lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var marked = !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK;
            crc.update((marked ? line.substring(1) : line).getBytes(StandardCharsets.UTF_8));
        }
        return (int) crc.getValue();
    }
}
