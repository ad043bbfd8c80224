package news.piton.core.database.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import news.piton.core.database.embedded.EmbeddedMariaDb.Options;
import news.piton.core.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedMariaDbDbTest {
    private static final Options DURABLE = new Options(TestDatabase.cache(), 16, true);

    @TempDir
    Path home;

    @Test
    void keeps_its_data_over_an_orderly_restart() throws SQLException {
        try (var first = EmbeddedMariaDb.start(home, DURABLE)) {
            write(first, "Grüße 🗞");
        }
        try (var second = EmbeddedMariaDb.start(home, DURABLE)) {
            assertEquals("Grüße 🗞", read(second, "SELECT word FROM news.note"));
        }
    }

    @Test
    void starts_although_a_crash_of_the_machine_left_an_empty_file_for_its_process_number() throws Exception {
        try (var first = EmbeddedMariaDb.start(home, DURABLE)) {
            write(first, "still here");
        }
        Files.writeString(home.resolve("server.pid"), "");
        try (var second = EmbeddedMariaDb.start(home, DURABLE)) {
            assertEquals("still here", read(second, "SELECT word FROM news.note"));
        }
    }

    @Test
    void keeps_what_was_committed_when_the_server_is_killed() throws Exception {
        try (var first = EmbeddedMariaDb.start(home, DURABLE)) {
            write(first, "committed");
            first.process().destroyForcibly();
            first.process().onExit().get(30, TimeUnit.SECONDS);
        }
        try (var second = EmbeddedMariaDb.start(home, DURABLE)) {
            assertEquals("committed", read(second, "SELECT word FROM news.note"));
        }
    }

    @Test
    void ends_with_a_killed_jvm_and_leaves_a_folder_that_starts_again() throws Exception {
        var other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        home.toString(),
                        TestDatabase.cache().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8));
        var server = ProcessHandle.of(Long.parseLong(Objects.requireNonNull(said.readLine())))
                .orElseThrow();
        var refusal = assertThrows(IllegalStateException.class, () -> EmbeddedMariaDb.start(home, DURABLE));
        assertTrue(Objects.requireNonNull(refusal.getMessage()).contains("in use by another running Piton"));

        other.destroyForcibly().waitFor();
        server.onExit().get(60, TimeUnit.SECONDS);

        try (var mine = EmbeddedMariaDb.start(home, DURABLE)) {
            assertEquals("from elsewhere", read(mine, "SELECT word FROM news.note"));
        }
    }

    @Test
    void speaks_utf8_utc_and_strict_sql() throws SQLException {
        try (var server = EmbeddedMariaDb.start(home, DURABLE)) {
            assertEquals("utf8mb4_uca1400_ai_ci", read(server, "SELECT @@collation_server"));
            assertEquals("+00:00", read(server, "SELECT @@global.time_zone"));
            assertTrue(read(server, "SELECT @@sql_mode").contains("STRICT_ALL_TABLES"));
        }
    }

    @Test
    void lets_nobody_in_without_the_password() throws SQLException {
        try (var server = EmbeddedMariaDb.start(home, DURABLE)) {
            for (var user : new String[] {"root", "", "piton"}) {
                assertThrows(SQLException.class, () -> DriverManager.getConnection(server.jdbcUrl(), user, ""));
            }
            assertFalse(Files.exists(home.resolve("account.sql")));
        }
    }

    @Test
    void serves_a_folder_whose_path_is_longer_than_a_socket_may_be() throws SQLException {
        try (var server = EmbeddedMariaDb.start(home.resolve("long".repeat(40)), DURABLE)) {
            assertEquals("1", read(server, "SELECT 1"));
        }
    }

    @Test
    void finds_a_server_that_the_machine_has_along_the_path() throws IOException {
        var unpacked = ServerFiles.in(TestDatabase.cache());
        var bin = Objects.requireNonNull(unpacked.program().getParent());

        var found = InstalledServer.in("/nowhere:" + bin);

        assertEquals(unpacked.program().toRealPath(), found.program());
        assertEquals(unpacked.share().toRealPath(), found.share());
        var refusal = assertThrows(IllegalStateException.class, () -> InstalledServer.in("/nowhere"));
        assertTrue(Objects.requireNonNull(refusal.getMessage()).contains("install MariaDB"));
    }

    static void write(EmbeddedMariaDb server, String word) throws SQLException {
        server.createDatabase("news");
        try (var connection = DriverManager.getConnection(server.jdbcUrl("news"), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (word VARCHAR(100))");
            statement.execute("INSERT INTO note VALUES ('" + word + "')");
        }
    }

    private static String read(EmbeddedMariaDb server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                var rows = connection.createStatement().executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }
}
