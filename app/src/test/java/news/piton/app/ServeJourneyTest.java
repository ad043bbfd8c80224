package news.piton.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import news.piton.core.testing.TestDatabase;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/piton serve} where it cannot. */
class ServeJourneyTest {
    @Test
    void says_in_a_sentence_that_the_port_is_taken_and_shows_no_trace(@TempDir Path home) throws IOException {
        try (TestHost server = TestHost.boot()) {
            TestDatabase database = server.database();
            int port = server.host().url().getPort();
            Files.writeString(home.resolve("piton.yaml"), """
                server.port: %s
                database:
                  url: "%s"
                  user: "%s"
                  password: "%s"
                """.formatted(
                            port, database.jdbcUrl(), database.user(), database.password()));
            StringWriter errors = new StringWriter();
            ByteArrayOutputStream log = new ByteArrayOutputStream();
            PrintStream terminal = System.out;
            System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
            try {
                assertEquals(
                        Main.REFUSED,
                        Main.commandLine()
                                .setErr(new PrintWriter(errors, true))
                                .execute("serve", "--home", home.toString()));
            } finally {
                System.setOut(terminal);
            }
            List<String> said = errors.toString().lines().toList();
            assertEquals("Piton does not start.", said.getFirst());
            assertTrue(said.getLast().startsWith("Piton cannot listen on 127.0.0.1 port " + port), said.getLast());
            assertFalse(log.toString(StandardCharsets.UTF_8).contains("\tat "), log.toString(StandardCharsets.UTF_8));
        }
    }
}
