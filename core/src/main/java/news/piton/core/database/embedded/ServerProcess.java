package news.piton.core.database.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One {@code mariadbd} process: how it is called, when it is ready, and how it ends with this JVM at the latest. */
final class ServerProcess {
    static final String ACCOUNT = "piton";

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final int PATIENCE_SECONDS = 90;

    /**
     * Becomes the server, after leaving a child behind that ends it as soon as the JVM's end of the pipe is closed, which
     * the operating system does however the JVM dies. A line on the pipe sends the child home. Ctrl-C in a terminal
     * reaches the server too; it is ignored, since the JVM decides when its database goes.
     */
    private static final String WATCHED = """
        exec 3<&0
        trap '' INT
        ( read -r released <&3 || kill -TERM $$ ) </dev/null >/dev/null 2>&1 &
        exec "$0" "$@" </dev/null 3<&-
        """;

    private final Process process;
    private final int port;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final List<String> errors = new ArrayList<>();

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static ServerProcess start(Path home, ServerFiles files, EmbeddedMariaDb.Options options, String password)
            throws IOException {
        var account = home.resolve("account.sql");
        Files.deleteIfExists(account);
        Files.createFile(account, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(account, """
            CREATE OR REPLACE USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
            GRANT ALL ON *.* TO '%1$s'@'127.0.0.1' WITH GRANT OPTION;
            """.formatted(ACCOUNT, password));
        // not the machine's, which other servers sweep when they start: they would delete the tables of running queries
        var temporary = Files.createDirectories(home.resolve("tmp").toAbsolutePath());
        var port = freePort();
        var command = new ArrayList<>(List.of("/bin/sh", "-c", WATCHED));
        command.addAll(command(files, home.resolve("data"), options.durable()));
        if (!options.durable()) {
            command.add("--skip-innodb-file-per-table"); // tests make and drop some thousand tables
        }
        command.addAll(List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                // relative to the data folder, since a socket's whole path may have some hundred bytes only
                "--socket=server.sock",
                "--pid-file=" + pidFile(home),
                "--init-file=" + account,
                "--tmpdir=" + temporary,
                "--innodb-buffer-pool-size=" + options.bufferPoolMegabytes() + "M"));
        var server = new ServerProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start(), port);
        server.follow(home.resolve("server.log"));
        server.awaitReady();
        Files.delete(account);
        return server;
    }

    /** The part of the command line that making the system tables and serving have in common. */
    static List<String> command(ServerFiles files, Path data, boolean durable) {
        var command = new ArrayList<>(List.of(
                files.program().toString(),
                "--no-defaults",
                "--datadir=" + data,
                "--lc-messages-dir=" + files.share(),
                "--character-sets-dir=" + files.share().resolve("charsets"),
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_uca1400_ai_ci",
                "--default-time-zone=+00:00",
                "--sql-mode=STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,"
                        + "NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION",
                // without these two, each start and each connection waits for keys and name servers
                "--skip-ssl",
                "--skip-name-resolve",
                "--innodb-log-file-size=32M",
                "--aria-pagecache-buffer-size=8M",
                "--max-allowed-packet=64M"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root"); // it refuses root unless told by name
        }
        if (durable) {
            command.add("--innodb-flush-log-at-trx-commit=1");
        } else {
            command.addAll(
                    List.of("--debug-no-sync", "--skip-innodb-doublewrite", "--innodb-flush-log-at-trx-commit=0"));
        }
        return command;
    }

    /** Waits for a server whose JVM was killed a moment ago and that is still closing the files of this folder. */
    static void awaitEndOfPredecessor(Path home) throws IOException {
        var pidFile = pidFile(home);
        if (!Files.exists(pidFile)) {
            return;
        }
        var number = Files.readString(pidFile).strip();
        if (!number.matches("[0-9]{1,18}")) {
            return; // lost in a crash of the whole machine, which ended the predecessor as well
        }
        var predecessor = ProcessHandle.of(Long.parseLong(number))
                // its own command line, since the number may have gone to another process in the meantime
                .filter(it -> it.info().commandLine().orElse("").contains("--pid-file=" + pidFile));
        if (predecessor.isPresent()) {
            predecessor.get().destroy();
            await(predecessor.get().onExit(), "The previous MariaDB on " + home + " does not end");
        }
    }

    int port() {
        return port;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    void stop() {
        process.toHandle().destroy(); // asks politely, and unlike Process.destroy leaves the pipes open
        await(process.onExit(), "The embedded MariaDB does not end");
    }

    private void follow(Path log) {
        var _ = process.onExit().thenRun(this::releaseWatcher);
        Thread.ofPlatform().daemon().name("mariadb-log").start(() -> {
            try (var lines = new BufferedReader(
                            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                    var file = Files.newBufferedWriter(log)) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    file.append(line).append('\n').flush();
                    heard(line);
                }
            } catch (IOException e) {
                LOG.debug("The log of the embedded MariaDB ended", e);
            }
            ready.completeExceptionally(new IllegalStateException(
                    "The embedded MariaDB ended; its log, " + log + ", says: " + String.join(" | ", errors)));
        });
    }

    private void heard(String line) {
        LOG.debug(line);
        if (line.contains("[ERROR]") && errors.size() < 5) {
            errors.add(line);
        }
        if (line.contains("ready for connections")) {
            ready.complete(null);
        }
    }

    private void awaitReady() {
        try {
            await(ready, "The embedded MariaDB is not ready");
        } catch (IllegalStateException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private void releaseWatcher() {
        try (var pipe = process.getOutputStream()) {
            pipe.write('\n');
        } catch (IOException e) {
            LOG.trace("The watcher had gone already", e);
        }
    }

    private static void await(CompletableFuture<?> event, String otherwise) {
        try {
            event.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(otherwise + " after " + PATIENCE_SECONDS + " seconds", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    e.getCause() == null ? otherwise : e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(otherwise + ": interrupted", e);
        }
    }

    private static Path pidFile(Path home) {
        return home.resolve("server.pid");
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
