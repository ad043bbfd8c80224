package news.piton.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import news.piton.core.host.discovery.Plugins;
import news.piton.core.plugin.Plugin;
import news.piton.core.testing.AuditTrail;
import news.piton.core.testing.TestDatabase;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/piton import} beside a server on the same database. */
class ImportCommandJourneyTest {
    private final StringWriter out = new StringWriter();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private TestHost server;

    @TempDir
    private Path home;

    @BeforeEach
    void boot() throws IOException {
        server = TestHost.boot(Plugins.discover(Path.of("none")).toArray(Plugin[]::new));
        TestDatabase database = server.database();
        Files.writeString(
                home.resolve("piton.yaml"), """
                    database:
                      url: "%s"
                      user: "%s"
                      password: "%s"
                    """.formatted(database.jdbcUrl(), database.user(), database.password()));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private int run(String format, Path file) {
        PrintStream terminal = System.out;
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            out.getBuffer().setLength(0);
            return Main.commandLine()
                    .setOut(new PrintWriter(out, true))
                    .execute("import", "--home", home.toString(), format, file.toString());
        } finally {
            System.setOut(terminal);
        }
    }

    private Path export() throws IOException {
        Path file = home.resolve("export.xml");
        try (InputStream in = ImportCommandJourneyTest.class.getResourceAsStream("/wordpress/old-herald.xml")) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    /** The numbers in one column of the report, other than 0. */
    private List<String> column(int index) {
        return out.toString()
                .lines()
                .filter(line -> line.matches("[a-z]+  +[a-z ]+  +[0-9,]+  +[0-9,]+  +[0-9,]+"))
                .map(line -> line.split("  +")[index])
                .filter(number -> !number.equals("0"))
                .toList();
    }

    @Test
    void brings_in_an_archive_once_however_often_it_runs() throws IOException {
        Path file = export();
        assertEquals(0, run("wordpress", file), out.toString());
        assertTrue(out.toString().endsWith("The whole of export.xml was read.\n"), out.toString());
        List<String> imported = column(2);
        assertFalse(imported.isEmpty(), out.toString());

        assertEquals(0, run("wordpress", file), out.toString());
        assertEquals(List.of(), column(2));
        assertEquals(imported, column(3));

        AuditTrail log = AuditTrail.of(server, "import");
        assertEquals(List.of("DONE", "STARTED", "DONE", "STARTED"), log.outcomes(10));
        assertEquals("command line", log.text(0, "actorName"));
        assertEquals("command line", log.text(0, "via"));
        assertTrue(log.text(0, "detail").contains("\"imported\":0"));
    }

    @Test
    void says_what_is_wrong_with_a_file_without_showing_its_own_inside() throws IOException {
        Path file = Files.writeString(home.resolve("hostname"), "castries\n");
        assertEquals(Main.REFUSED, run("wordpress", file), out.toString());
        assertTrue(out.toString().contains("What came in before is whole"), out.toString());
        assertFalse(log.toString(StandardCharsets.UTF_8).contains("\tat "), log.toString(StandardCharsets.UTF_8));
        assertEquals(
                List.of("FAILED", "STARTED"), AuditTrail.of(server, "import").outcomes(10));
    }
}
