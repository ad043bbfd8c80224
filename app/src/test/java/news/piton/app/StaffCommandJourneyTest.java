package news.piton.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.piton.core.page.PageRequest;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestDatabase;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/piton staff} beside a server on the same database. */
class StaffCommandJourneyTest {
    private static final String EMAIL = "ione@herald.example";
    private static final String PASSWORD = "mango season opens early";

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();
    private TestHost server;

    @TempDir
    private Path home;

    @BeforeEach
    void boot() throws IOException {
        server = TestHost.boot();
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

    private int staff(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of("staff", command, "--home", home.toString()));
        arguments.addAll(List.of(more));
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments.toArray(String[]::new));
    }

    private Reply log() {
        return server.admin()
                .send("{ auditLog(first: 10) { nodes { action actorName actor { id } via outcome detail subjects } } }")
                .ok();
    }

    @Test
    void writes_each_change_into_the_audit_log_as_done_on_the_command_line() {
        assertEquals(0, staff("create", EMAIL, "--name", "Ione", "--role", "ADMIN", "--password=" + PASSWORD));
        assertEquals(0, staff("reset-password", EMAIL, "--password=" + PASSWORD));
        assertEquals(0, staff("deactivate", EMAIL));

        Reply log = log();
        assertEquals(
                List.of("deactivateStaffMember", "resetPassword", "createStaffMember"),
                log.at("/data/auditLog/nodes").findValuesAsText("action"));
        String entry = "/data/auditLog/nodes/"
                + log.at("/data/auditLog/nodes").findValuesAsText("action").indexOf("createStaffMember");
        assertEquals("command line", log.text(entry + "/actorName"));
        assertEquals("command line", log.text(entry + "/via"));
        assertTrue(log.at(entry + "/actor").isNull());
        assertEquals("DONE", log.text(entry + "/outcome"));
        assertTrue(log.text(entry + "/detail").contains(EMAIL));
        assertFalse(log.json().toString().contains(PASSWORD));
        Reply subject = server.admin()
                .send(
                        "query($id: ID!) { node(id: $id) { ... on StaffMember { email } } }",
                        Map.of("id", log.text(entry + "/subjects/0")))
                .ok();
        assertEquals(EMAIL, subject.text("/data/node/email"));
    }

    @Test
    void lists_more_accounts_than_a_page_holds() throws SQLException {
        try (Connection connection = server.database().dataSource().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("INSERT INTO core_staff (id, name, email, password, active, version, created_at)"
                    + " SELECT seq, 'Colleague', CONCAT('colleague', seq, '@herald.example'), '', TRUE, 1, NOW()"
                    + " FROM seq_1_to_" + PageRequest.LARGEST);
        }
        assertEquals(0, staff("list"));
        assertEquals(PageRequest.LARGEST + 1, out.toString().lines().count());
    }

    @Test
    void what_is_refused_leaves_no_entry() {
        assertEquals(Main.REFUSED, staff("create", EMAIL, "--name", "Ione", "--role", "ADMIN", "--password=short"));
        assertEquals(Main.REFUSED, staff("deactivate", "nobody@herald.example"));
        assertEquals(List.of(), log().at("/data/auditLog/nodes").findValuesAsText("action"));
        assertTrue(errors.toString()
                .endsWith("There is no account nobody@herald.example; `piton staff list` shows all.\n"));
    }
}
