package news.piton.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.piton.core.database.Database;
import news.piton.core.id.Ids;
import news.piton.core.identity.Credential;
import news.piton.core.identity.Viewer;
import news.piton.core.page.PageRequest;
import news.piton.core.testing.TestClock;
import news.piton.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditLogDbTest {
    private static final Viewer.Staff ADA =
            new Viewer.Staff(7, "Ada Joseph", Set.of(), new Credential(Credential.Kind.SESSION, 12));
    private static final Viewer.Staff OPERATOR = new Viewer.Staff(8, "Eric Charles", Set.of());

    private final TestDatabase schema = TestDatabase.create().migrated("core");
    private final Database database = schema.open();
    private final TestClock clock = new TestClock();
    private final AuditLog log = new AuditLog(database, new Ids(clock), clock);

    @AfterEach
    void close() {
        schema.close();
    }

    @Test
    void shows_who_did_what_to_what_and_how_it_ended_newest_first() {
        log.record(ADA, "publishArticle", List.of("A1", "A2"), AuditLog.DONE, Map.of("id", "A1"));
        clock.tick(Duration.ofMinutes(1));
        log.record(OPERATOR, "deactivateStaffMember", List.of(), "LAST_ADMIN", Map.of());

        var entries = log.entries(PageRequest.first(10), null, null);
        assertEquals(2, entries.totalCount());
        AuditEntry newest = entries.nodes().getFirst();
        assertEquals("Eric Charles", newest.actorName());
        assertEquals("no session", newest.via());
        assertEquals("LAST_ADMIN", newest.outcome());
        assertEquals(List.of(), newest.subjects());
        AuditEntry oldest = entries.nodes().getLast();
        assertEquals(List.of("A1", "A2"), oldest.subjects());
        assertEquals("session 12", oldest.via());
        assertEquals("{\"id\":\"A1\"}", oldest.detail());

        assertEquals(1, log.entries(PageRequest.first(10), 7L, null).totalCount());
        assertEquals(
                1,
                log.entries(PageRequest.first(10), null, "publishArticle")
                        .nodes()
                        .size());
        assertEquals(0, log.entries(PageRequest.first(10), 8L, "publishArticle").totalCount());
    }

    @Test
    void keeps_no_secret_and_no_whole_article() {
        log.record(
                ADA,
                "createStaffMember",
                List.of(),
                AuditLog.DONE,
                Map.of(
                        "password", "hunter2hunter2",
                        "nested", Map.of("currentPassword", "hunter2hunter2", "apiToken", "piton_x"),
                        "body", Map.of("text", "word ".repeat(10_000)),
                        "ids", List.of("1", "2")));
        String detail =
                log.entries(PageRequest.first(1), null, null).nodes().getFirst().detail();
        assertFalse(detail.contains("hunter2") || detail.contains("piton_x"), detail);
        assertTrue(detail.contains("\"ids\":[\"1\",\"2\"]"), detail);
        assertTrue(detail.length() < 1_000, detail);
    }

    @Test
    void stands_or_falls_with_what_it_tells_of() {
        database.rehearse(() -> {
            log.record(ADA, "publishArticle", List.of(), AuditLog.DONE, Map.of());
            return true;
        });
        assertEquals(0, log.entries(PageRequest.first(1), null, null).totalCount());
    }

    @Test
    void pages_through_a_long_log() {
        for (int i = 0; i < 5; i++) {
            log.record(ADA, "action" + i, List.of(), AuditLog.DONE, Map.of());
        }
        var first = log.entries(PageRequest.first(2), null, null);
        var second = log.entries(PageRequest.of(2, first.pageInfo().endCursor(), null, null), null, null);
        assertEquals(
                List.of("action2", "action1"),
                second.nodes().stream().map(AuditEntry::action).toList());
        var back = log.entries(PageRequest.of(null, null, 2, second.pageInfo().startCursor()), null, null);
        assertEquals(
                List.of("action4", "action3"),
                back.nodes().stream().map(AuditEntry::action).toList());
    }
}
