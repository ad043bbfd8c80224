package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import news.piton.core.id.GlobalId;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** That what is scheduled is told of once, however many do it at once and wherever it breaks off. */
class SchedulingModuleTest {
    private static final String JOB = "articles.announce-due";

    @AutoClose
    private static final TestHost host = ArticlesFixture.boot();

    private static Reply edit(String mutation, Map<String, Object> input) {
        return ArticlesFixture.edit(host, "EDITOR", mutation, input);
    }

    private static String scheduled(String headline, Duration in) {
        String id = ArticlesFixture.draft(host, headline);
        edit(
                        "publishArticle",
                        Map.of("id", id, "at", host.clock().instant().plus(in).toString()))
                .ok();
        return id;
    }

    private static String last(String id) {
        return host.as("AUTHOR")
                .send(
                        "query($id: ID!) { article(id: $id) { history(first: 1) { nodes { kind lateBy } } } }",
                        Map.of("id", id))
                .ok()
                .text("/data/article/history/nodes/0/kind");
    }

    @Test
    void counts_as_changed_when_it_opens() {
        String id = scheduled("Opens at noon", Duration.ofHours(1));
        String changed = host.clock().instant().toString();
        String query = "query($id: ID!) { article(id: $id) { updatedAt publishedAt } }";
        assertEquals(
                changed, host.as("EDITOR").send(query, Map.of("id", id)).ok().text("/data/article/updatedAt"));
        host.clock().tick(Duration.ofHours(2));
        Reply open = host.guest().send(query, Map.of("id", id)).ok();
        assertEquals(open.text("/data/article/publishedAt"), open.text("/data/article/updatedAt"));
        edit("updateArticle", Map.of("id", id, "headline", "Opened at noon", "approve", true))
                .ok();
        assertEquals(
                host.clock().instant().toString(),
                host.guest().send(query, Map.of("id", id)).ok().text("/data/article/updatedAt"));
    }

    @Test
    void tells_of_each_once_when_several_nodes_do_it_at_once() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            ids.add(scheduled("One of many " + i, Duration.ofHours(1)));
        }
        long announced = ArticlesFixture.announcements(host);
        host.clock().tick(Duration.ofHours(1));
        CyclicBarrier together = new CyclicBarrier(4);
        Callable<Boolean> node = () -> {
            together.await();
            host.runJob(JOB);
            return true;
        };
        try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> runs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                runs.add(nodes.submit(node));
            }
            for (Future<Boolean> run : runs) {
                assertTrue(run.get());
            }
        }
        host.runJob(JOB);
        assertEquals(announced + ids.size(), ArticlesFixture.announcements(host));
        ids.forEach(id -> assertEquals("OPENED", last(id)));
    }

    @Test
    void leaves_nothing_half_told_when_it_breaks_off_and_tells_the_rest_once_later() throws SQLException {
        String first = scheduled("Before the break", Duration.ofHours(1));
        String broken = scheduled("At the break", Duration.ofHours(2));
        long announced = ArticlesFixture.announcements(host);
        host.clock().tick(Duration.ofHours(2));
        sql("CREATE TRIGGER break_off BEFORE INSERT ON articles_transition FOR EACH ROW BEGIN IF NEW.article_id = "
                + GlobalId.number("Article", broken).orElseThrow()
                + " THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the node dies here'; END IF; END");
        try {
            assertThrows(RuntimeException.class, () -> host.runJob(JOB));
        } finally {
            sql("DROP TRIGGER break_off");
        }
        assertEquals(announced, ArticlesFixture.announcements(host));
        assertEquals("SCHEDULED", last(first));
        assertEquals("PUBLISHED", ArticlesFixture.read(host, first).text("/data/article/status"));
        host.runJob(JOB);
        host.runJob(JOB);
        assertEquals(announced + 2, ArticlesFixture.announcements(host));
        assertEquals("OPENED", last(first));
        assertEquals("OPENED", last(broken));
    }

    @Test
    void announces_what_an_editor_takes_back_before_any_job_came_by() {
        String id = scheduled("Seen for a minute", Duration.ofHours(1));
        long announced = ArticlesFixture.announcements(host);
        long taken = ArticlesFixture.events(host, "articles.article-unpublished.v1");
        host.clock().tick(Duration.ofHours(1).plusSeconds(5));
        edit("unpublishArticle", Map.of("id", id, "reason", "Too early")).ok();
        host.runJob(JOB);
        assertEquals(announced + 1, ArticlesFixture.announcements(host));
        assertEquals(taken + 1, ArticlesFixture.events(host, "articles.article-unpublished.v1"));
    }

    @Test
    void says_how_late_it_was_in_the_event_and_in_the_history() throws SQLException {
        Instant at = host.clock().instant().plus(Duration.ofHours(1));
        String id = scheduled("Late", Duration.ofHours(1));
        host.clock().set(at.plusMillis(90_500));
        host.runJob(JOB);
        Reply history = host.as("AUTHOR")
                .send(
                        "query($id: ID!) { article(id: $id) { publishedAt history(first: 1) { nodes { at lateBy } } }"
                                + " }",
                        Map.of("id", id))
                .ok();
        assertEquals(at.toString(), history.text("/data/article/publishedAt"));
        assertEquals(at.toString(), history.text("/data/article/history/nodes/0/at"));
        assertEquals("90.5", history.text("/data/article/history/nodes/0/lateBy"));
        String event = payload(GlobalId.number("Article", id).orElseThrow());
        assertTrue(event.contains("\"lateBy\":\"PT1M30.5S\""), event);
    }

    @Test
    void publishes_nothing_under_embargo_and_tells_the_editor_until_when() {
        String id = ArticlesFixture.draft(host, "Budget speech");
        Instant end = host.clock().instant().plus(Duration.ofHours(5));
        Map<String, Object> embargo = Map.of("id", id, "until", end.toString(), "reason", "Agreed with the ministry");
        assertEquals(
                "FORBIDDEN",
                ArticlesFixture.edit(host, "AUTHOR", "embargoArticle", embargo).errorCode());
        edit("embargoArticle", embargo).ok();
        Reply now = edit("publishArticle", Map.of("id", id));
        assertEquals(List.of("EMBARGOED"), now.userErrorCodes());
        assertTrue(
                now.userErrorMessages().getFirst().contains(" AST"),
                now.userErrorMessages().toString());
        for (Duration early : List.of(Duration.ofDays(-1), Duration.ofSeconds(-1))) {
            assertEquals(
                    List.of("EMBARGOED"),
                    edit(
                                    "publishArticle",
                                    Map.of("id", id, "at", end.plus(early).toString()))
                            .userErrorCodes());
        }
        edit("publishArticle", Map.of("id", id, "at", end.toString())).ok();
        Map<String, Object> longer =
                Map.of("id", id, "until", end.plusSeconds(60).toString(), "reason", "Later");
        assertEquals(List.of("EMBARGOED"), edit("embargoArticle", longer).userErrorCodes());
        assertEquals("EMBARGOED", kinds(id).get(1));
        host.clock().set(end);
        assertEquals("PUBLISHED", ArticlesFixture.read(host, id).text("/data/article/status"));
        long announced = ArticlesFixture.announcements(host);
        host.runJob(JOB);
        assertEquals(announced + 1, ArticlesFixture.announcements(host));
        assertEquals("OPENED", last(id));
    }

    @Test
    void an_embargo_ends_by_itself() {
        String id = ArticlesFixture.draft(host, "Harbour prize");
        Instant end = host.clock().instant().plus(Duration.ofHours(5));
        edit("embargoArticle", Map.of("id", id, "until", end.toString(), "reason", "Agreed with the jury"))
                .ok();
        host.clock().set(end.minusMillis(1));
        assertEquals(
                List.of("EMBARGOED"), edit("publishArticle", Map.of("id", id)).userErrorCodes());
        host.clock().set(end);
        edit("publishArticle", Map.of("id", id)).ok();
        assertEquals("PUBLISHED", ArticlesFixture.read(host, id).text("/data/article/status"));
    }

    @Test
    void announces_what_an_editor_changes_before_any_job_came_by() throws SQLException {
        Map<String, Map<String, Object>> changes = Map.of(
                "updateArticle", Map.of("headline", "Changed", "approve", true),
                "correctArticle", Map.of("kind", "CORRECTION", "text", "It was Tuesday."),
                "startLiveBlog", Map.of());
        for (var change : changes.entrySet()) {
            String id = scheduled("Changed at once by " + change.getKey(), Duration.ofHours(1));
            host.clock().tick(Duration.ofHours(1).plusSeconds(5));
            Map<String, Object> input = new HashMap<>(change.getValue());
            input.put("id", id);
            edit(change.getKey(), input).ok();
            List<String> told = told(GlobalId.number("Article", id).orElseThrow());
            assertEquals("articles.article-published.v1", told.getFirst(), change.getKey() + ": " + told);
            assertTrue(told.contains("articles.article-updated.v1"), change.getKey() + ": " + told);
        }
    }

    @Test
    void publishes_again_only_after_an_embargo_that_was_set_meanwhile() {
        String id = ArticlesFixture.publish(host, "Out too early");
        edit("unpublishArticle", Map.of("id", id, "reason", "Under embargo")).ok();
        edit(
                        "embargoArticle",
                        Map.of(
                                "id",
                                id,
                                "until",
                                host.clock().instant().plusSeconds(60).toString(),
                                "reason",
                                "As agreed"))
                .ok();
        assertEquals(
                List.of("EMBARGOED"), edit("publishArticle", Map.of("id", id)).userErrorCodes());
        Map<String, Object> lift = new java.util.HashMap<>(Map.of("id", id, "reason", "The minister has spoken"));
        lift.put("until", null);
        edit("embargoArticle", lift).ok();
        edit("publishArticle", Map.of("id", id)).ok();
        assertEquals(
                List.of("PUBLISHED", "EMBARGO_LIFTED", "EMBARGOED"), kinds(id).subList(0, 3));
    }

    private static List<String> kinds(String id) {
        return host.as("AUTHOR")
                .send("query($id: ID!) { article(id: $id) { history { nodes { kind } } } }", Map.of("id", id))
                .ok()
                .json()
                .findValuesAsText("kind");
    }

    private static String payload(long article) throws SQLException {
        try (Connection connection = host.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT payload FROM core_event WHERE type ="
                        + " 'articles.article-published.v1' AND payload LIKE '%" + article + "%'")) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }

    /** What has been told of an article since it was written, in the order in which it was. */
    private static List<String> told(long article) throws SQLException {
        List<String> types = new ArrayList<>();
        try (Connection connection = host.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT type FROM core_event WHERE payload LIKE '%" + article
                        + "%' AND type <> 'articles.article-revised.v1' ORDER BY id")) {
            while (rows.next()) {
                types.add(rows.getString(1));
            }
        }
        return types;
    }

    private static void sql(String text) throws SQLException {
        try (Connection connection = host.database().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
