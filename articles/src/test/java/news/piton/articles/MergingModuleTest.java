package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two editors on one article: what each of them is shown, and that nothing of either is lost. */
class MergingModuleTest {
    private static final String UPDATE = """
        mutation($i: UpdateArticleInput!) { updateArticle(input: $i) {
          article { version }
          conflict {
            base { number headline } stored { number headline savedBy body { text } }
            yours { headline section tags body { text } }
            theirs { fields { field before after segments { kind text } } }
            diff { fields { field before after } blocks { kind before after segments { kind text } } complete }
          }
          userErrors { code message path } } }
        """;

    @AutoClose
    private static final TestHost host = ArticlesFixture.boot();

    private static Reply update(String who, Map<String, Object> input) {
        return host.as(who).send(UPDATE, Map.of("i", input));
    }

    private static Map<String, Object> body(String html) {
        return Map.of("format", "HTML", "text", html);
    }

    @Test
    void shows_both_texts_of_a_conflict_and_what_is_different() {
        String id = ArticlesFixture.draft(
                host,
                "The ferry is late",
                Map.of("tags", List.of("Ferry"), "body", body("<p>It waits at the quay.</p>")));
        update("AUTHOR", Map.of("id", id, "expectedVersion", 1, "headline", "The ferry is very late"))
                .ok();
        Reply stale = update(
                "EDITOR",
                Map.of("id", id, "expectedVersion", 1, "body", body("<p>It waits at the long quay.</p><p>More.</p>")));
        assertEquals(List.of("CONFLICT"), stale.userErrorCodes());
        assertTrue(stale.at("/data/updateArticle/article").isNull());
        JsonNode conflict = stale.at("/data/updateArticle/conflict");
        assertEquals(
                "{\"number\":1,\"headline\":\"The ferry is late\"}",
                conflict.at("/base").toString());
        assertEquals("The ferry is very late", conflict.at("/stored/headline").asText());
        assertEquals("The ferry is late", conflict.at("/yours/headline").asText());
        assertEquals("News", conflict.at("/yours/section").asText());
        assertEquals("[\"Ferry\"]", conflict.at("/yours/tags").toString());
        assertEquals(
                "It waits at the long quay.\n\nMore.",
                conflict.at("/yours/body/text").asText());
        assertEquals(
                "[{\"kind\":\"EQUAL\",\"text\":\"The ferry is \"},{\"kind\":\"INSERTED\",\"text\":\"very \"},"
                        + "{\"kind\":\"EQUAL\",\"text\":\"late\"}]",
                conflict.at("/theirs/fields/0/segments").toString());
        assertEquals("CHANGED", conflict.at("/diff/blocks/0/kind").asText());
        assertEquals("INSERTED", conflict.at("/diff/blocks/1/kind").asText());
        assertEquals("<p>More.</p>", conflict.at("/diff/blocks/1/after").asText());
        Reply checked = update("EDITOR", Map.of("id", id, "expectedVersion", 1, "headline", "x", "validateOnly", true));
        assertEquals(
                "x", checked.at("/data/updateArticle/conflict/yours/headline").asText());
    }

    @Test
    void shows_the_pending_text_as_the_stored_one() {
        String id = ArticlesFixture.publish(host, "As published");
        update("AUTHOR", Map.of("id", id, "expectedVersion", 2, "headline", "As proposed"))
                .ok();
        JsonNode conflict = update("EDITOR", Map.of("id", id, "expectedVersion", 2, "headline", "As I like it"))
                .at("/data/updateArticle/conflict");
        assertEquals("As published", conflict.at("/base/headline").asText());
        assertEquals("As proposed", conflict.at("/stored/headline").asText());
        assertEquals("As I like it", conflict.at("/yours/headline").asText());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void lets_one_of_two_editors_at_once_through_and_shows_the_other_the_conflict(boolean published) throws Exception {
        String headline = "At once, published " + published;
        String id = published ? ArticlesFixture.publish(host, headline) : ArticlesFixture.draft(host, headline);
        int version = published ? 2 : 1;
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Reply> first = () -> {
            together.await();
            return update("AUTHOR", Map.of("id", id, "expectedVersion", version, "headline", "By the author"));
        };
        Callable<Reply> second = () -> {
            together.await();
            return update("EDITOR", Map.of("id", id, "expectedVersion", version, "headline", "By the editor"));
        };
        try (ExecutorService editors = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Reply> one = editors.submit(first);
            Future<Reply> other = editors.submit(second);
            List<Reply> replies = List.of(one.get(), other.get());
            assertEquals(
                    List.of("CONFLICT"),
                    replies.stream()
                            .flatMap(reply -> reply.userErrorCodes().stream())
                            .toList());
            Reply lost = replies.stream()
                    .filter(reply -> !reply.userErrorCodes().isEmpty())
                    .findFirst()
                    .orElseThrow();
            JsonNode conflict = lost.at("/data/updateArticle/conflict");
            assertEquals(
                    List.of("By the author", "By the editor"),
                    Stream.of(conflict.at("/yours/headline"), conflict.at("/stored/headline"))
                            .map(JsonNode::asText)
                            .sorted()
                            .toList());
        }
    }

    @Test
    void tells_what_has_changed_between_two_versions() {
        String id = ArticlesFixture.draft(
                host,
                "Count of votes",
                Map.of("body", body("<h2>North</h2><p>They counted 100 votes.</p><p>All went well.</p>")));
        ArticlesFixture.edit(host, "AUTHOR", "submitArticle", Map.of("id", id)).ok();
        update(
                        "AUTHOR",
                        Map.of(
                                "id",
                                id,
                                "standfirst",
                                "A long night",
                                "tags",
                                List.of("Election"),
                                "body",
                                body("<h2>North</h2><p>They counted <strong>250</strong> votes.</p><p>A new ending,"
                                        + " then home.</p>")))
                .ok();
        String query = "query($id: ID!) { article(id: $id) { diff(from: 2, to: 3) { complete fields { field before"
                + " after } blocks { kind before after segments { kind text } } } } }";
        JsonNode diff = host.as("AUTHOR").send(query, Map.of("id", id)).ok().at("/data/article/diff");
        assertTrue(diff.at("/complete").asBoolean());
        assertEquals(
                "[{\"field\":\"STANDFIRST\",\"before\":null,\"after\":\"A long night\"},"
                        + "{\"field\":\"TAGS\",\"before\":null,\"after\":\"Election\"}]",
                diff.at("/fields").toString());
        assertEquals("EQUAL", diff.at("/blocks/0/kind").asText());
        JsonNode counted = diff.at("/blocks/1");
        assertEquals("CHANGED", counted.at("/kind").asText());
        assertEquals(
                "<p>They counted <strong>250</strong> votes.</p>",
                counted.at("/after").asText());
        assertEquals(
                "[{\"kind\":\"EQUAL\",\"text\":\"They counted \"},{\"kind\":\"DELETED\",\"text\":\"100\"},"
                        + "{\"kind\":\"INSERTED\",\"text\":\"250\"},{\"kind\":\"EQUAL\",\"text\":\" votes.\"}]",
                counted.at("/segments").toString());
        assertEquals(
                "BAD_REQUEST",
                host.as("AUTHOR")
                        .send(query.replace("to: 3", "to: 4"), Map.of("id", id))
                        .errorCode());
    }

    @Test
    void leaves_nothing_half_done_when_a_save_fails() throws SQLException {
        String draft = ArticlesFixture.draft(host, "Whole draft");
        String published = ArticlesFixture.publish(host, "Whole story");
        String state = state(draft) + state(published) + ArticlesFixture.events(host, "%");
        try (Connection connection = host.database().dataSource().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE TRIGGER articles_broken BEFORE INSERT ON articles_revision_body FOR EACH ROW"
                    + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the disk is full'");
            try {
                for (String id : List.of(draft, published)) {
                    assertEquals(
                            "INTERNAL",
                            update(
                                            "EDITOR",
                                            Map.of(
                                                    "id",
                                                    id,
                                                    "headline",
                                                    "Half done",
                                                    "tags",
                                                    List.of("Half"),
                                                    "body",
                                                    body("<p>Half.</p>")))
                                    .errorCode());
                }
            } finally {
                sql.execute("DROP TRIGGER articles_broken");
            }
        }
        assertEquals(state, state(draft) + state(published) + ArticlesFixture.events(host, "%"));
        update("EDITOR", Map.of("id", draft, "headline", "Done", "body", body("<p>All.</p>")))
                .ok();
    }

    private static String state(String id) {
        return host.as("EDITOR")
                .send(
                        "query($id: ID!) { article(id: $id) { version updatedAt headline tags { name } body { html }"
                                + " pendingRevision { id } revisions { totalCount } } }",
                        Map.of("id", id))
                .ok()
                .at("/data")
                .toString();
    }
}
