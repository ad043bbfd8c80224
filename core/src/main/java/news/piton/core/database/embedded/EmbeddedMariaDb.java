package news.piton.core.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A running MariaDB server of our own, reachable on 127.0.0.1 by one account with a password made for this run.
 *
 * <p>It belongs to this JVM: {@link #close()} shuts it down in order, and it shuts itself down when the JVM dies in any
 * other way, {@code kill -9} included. What was committed to a {@linkplain Options#durable(Path) durable} server survives
 * both.
 */
public final class EmbeddedMariaDb implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private final FileChannel lock;
    private final ServerProcess server;
    private final String password;

    private EmbeddedMariaDb(FileChannel lock, ServerProcess server, String password) {
        this.lock = lock;
        this.server = server;
        this.password = password;
    }

    /**
     * How a server runs.
     *
     * @param cache where the server's program is kept once unpacked; several JVMs may share it
     * @param bufferPoolMegabytes memory for cached table pages, in MiB, at least 8
     * @param durable whether a commit waits for the disk; without it a crash of the machine loses data, and tests run faster
     */
    public record Options(Path cache, int bufferPoolMegabytes, boolean durable) {
        /** Refuses a buffer pool that the server could not start with. */
        public Options {
            if (bufferPoolMegabytes < 8) {
                throw new IllegalArgumentException("The buffer pool needs at least 8 MiB, not " + bufferPoolMegabytes);
            }
        }

        /** For data that matters, with a buffer pool of 128 MiB. */
        public static Options durable(Path cache) {
            return new Options(cache, 128, true);
        }

        /** For tests and the build: nothing waits for the disk, and 64 MiB of buffer pool. */
        public static Options forTests(Path cache) {
            return new Options(cache, 64, false);
        }
    }

    /**
     * Starts a server on the data in a folder, which is created on first use, and returns once it takes connections.
     *
     * @param home the folder that holds the data, the log and the lock of this one server
     * @throws IllegalStateException in one sentence, when another process uses the folder, when there is no MariaDB for
     *     this platform, or when the server does not come up
     */
    public static EmbeddedMariaDb start(Path home, Options options) {
        try {
            var folder = Files.createDirectories(home.toAbsolutePath().normalize());
            var lock = lock(folder);
            try {
                ServerProcess.awaitEndOfPredecessor(folder);
                var files = ServerFiles.in(options.cache());
                files.copyTemplateTo(folder.resolve("data"));
                var password = HexFormat.of().formatHex(randomBytes(16));
                return new EmbeddedMariaDb(lock, ServerProcess.start(folder, files, options, password), password);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded MariaDB in " + home + " cannot be started", e);
        }
    }

    /** The JDBC address of one database on this server, without the account. */
    public String jdbcUrl(String database) {
        return "jdbc:mariadb://127.0.0.1:" + server.port() + "/" + database;
    }

    /** The JDBC address of the server itself, no database chosen. */
    public String jdbcUrl() {
        return jdbcUrl("");
    }

    /** The one account, which may do everything. */
    public String user() {
        return ServerProcess.ACCOUNT;
    }

    /** The account's password, made anew at each start and held in memory only. */
    public String password() {
        return password;
    }

    /** The server's process, for those who watch it. */
    public ProcessHandle process() {
        return server.handle();
    }

    /**
     * Creates a database, or does nothing if it is there.
     *
     * @throws IllegalArgumentException for a name other than lower-case letters, digits and underscores
     */
    public void createDatabase(String name) {
        run("CREATE DATABASE IF NOT EXISTS " + checked(name));
    }

    /** Drops a database with all that is in it, or does nothing if there is none. */
    public void dropDatabase(String name) {
        run("DROP DATABASE IF EXISTS " + checked(name));
    }

    /** Shuts the server down in order and waits until it has ended; a second call does nothing. */
    @Override
    public void close() {
        try {
            server.stop();
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String sql) {
        try (var connection = DriverManager.getConnection(jdbcUrl(), user(), password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded MariaDB refused: " + sql, e);
        }
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("No name for a database: " + name);
        }
        return name;
    }

    private static FileChannel lock(Path home) throws IOException {
        var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held by this very JVM: the same refusal
        }
        channel.close();
        throw new IllegalStateException("The database in " + home
                + " is in use by another running Piton: stop that one first, or choose another data folder.");
    }

    private static byte[] randomBytes(int count) {
        var bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
