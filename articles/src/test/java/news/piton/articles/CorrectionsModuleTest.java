package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How the paper tells its readers of mistakes, and takes an article back in plain sight. */
class CorrectionsModuleTest {
    private static final String STATE =
            "query($id: ID!) { article(id: $id) { updatedAt retracted body { text } corrections { kind text at } } }";
    private static final String LIST = "query($after: String, $before: String, $first: Int, $last: Int) {"
            + " corrections(first: $first, after: $after, last: $last, before: $before) {"
            + " edges { node { kind text } article { headline url section { name } } } totalCount"
            + " pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }";

    @AutoClose
    private final TestHost host = TestHost.boot(new ArticlesPlugin());

    private Reply correct(String id, String kind, String text) {
        return ArticlesFixture.edit(host, "EDITOR", "correctArticle", Map.of("id", id, "kind", kind, "text", text));
    }

    private JsonNode read(String id) {
        return host.guest().send(STATE, Map.of("id", id)).ok().at("/data/article");
    }

    private Reply list(Map<String, Object> page) {
        return host.guest().send(LIST, new HashMap<>(page)).ok();
    }

    @Test
    void readers_are_told_newest_first_and_the_article_counts_as_changed() {
        String id = ArticlesFixture.publish(host, "Lamp lit on Sunday");
        String before = read(id).path("updatedAt").asText();
        long told = ArticlesFixture.events(host, "articles.article-updated.v1");
        host.clock().tick(Duration.ofMinutes(5));
        Reply done = correct(id, "CORRECTION", "  It was\nMonday. <b> ").ok();
        assertEquals(3, done.at("/data/correctArticle/article/version").asInt());
        host.clock().tick(Duration.ofMinutes(5));
        correct(id, "UPDATE", "The lamp is out again.").ok();
        JsonNode now = read(id);
        assertNotEquals(before, now.path("updatedAt").asText());
        assertEquals(
                List.of("The lamp is out again.", "It was Monday. <b>"),
                now.findValuesAsText("text").subList(1, 3));
        assertFalse(now.path("retracted").asBoolean());
        assertEquals(2, ArticlesFixture.events(host, "articles.article-corrected.v1"));
        assertEquals(told + 2, ArticlesFixture.events(host, "articles.article-updated.v1"));
    }

    @Test
    void only_what_readers_can_read_is_corrected_and_only_by_those_who_may_publish() {
        String draft = ArticlesFixture.draft(host, "Not out yet");
        assertEquals(
                List.of("NOT_PUBLISHED"), correct(draft, "CORRECTION", "It is.").userErrorCodes());
        String later = ArticlesFixture.draft(host, "Out tomorrow");
        String at = host.clock().instant().plus(Duration.ofDays(1)).toString();
        ArticlesFixture.edit(host, "EDITOR", "publishArticle", Map.of("id", later, "at", at))
                .ok();
        assertEquals(
                List.of("NOT_PUBLISHED"), correct(later, "UPDATE", "It is.").userErrorCodes());
        String id = ArticlesFixture.publish(host, "Out");
        assertEquals(List.of("BLANK"), correct(id, "UPDATE", " \n ").userErrorCodes());
        assertEquals(
                List.of("TOO_LONG"), correct(id, "UPDATE", "x".repeat(2_001)).userErrorCodes());
        assertEquals(
                List.of("NOT_FOUND"), correct("nonsense", "UPDATE", "It is.").userErrorCodes());
        Map<String, Object> input = Map.of("id", id, "kind", "UPDATE", "text", "It is.");
        assertEquals(
                "FORBIDDEN",
                ArticlesFixture.edit(host, "AUTHOR", "correctArticle", input).errorCode());
        Map<String, Object> stale = new HashMap<>(input);
        stale.put("expectedVersion", 1);
        assertEquals(
                List.of("CONFLICT"),
                ArticlesFixture.edit(host, "EDITOR", "correctArticle", stale).userErrorCodes());
        Map<String, Object> trial = new HashMap<>(input);
        trial.put("validateOnly", true);
        ArticlesFixture.edit(host, "EDITOR", "correctArticle", trial).ok();
        assertEquals(0, read(id).path("corrections").size());
    }

    @Test
    void a_retraction_takes_two_and_leaves_the_text_readable() {
        String id = ArticlesFixture.publish(host, "Miracle at sea");
        String before = read(id).path("updatedAt").asText();
        host.clock().tick(Duration.ofMinutes(5));
        correct(id, "RETRACTION", "The witness made it up.").ok();
        JsonNode meanwhile = read(id);
        assertEquals(before, meanwhile.path("updatedAt").asText());
        assertFalse(meanwhile.path("retracted").asBoolean());
        assertEquals(0, meanwhile.path("corrections").size());
        assertEquals(
                "FORBIDDEN",
                host.as("AUTHOR")
                        .send("{ pendingRetractions { nodes { text } } }")
                        .errorCode());
        assertEquals(
                "[{\"text\":\"The witness made it up.\",\"proposedBy\":\"The EDITOR\",\"article\":{\"headline\":"
                        + "\"Miracle at sea\",\"pendingRetraction\":{\"proposedBy\":\"The EDITOR\"}}}]",
                host.as("EDITOR")
                        .send("{ pendingRetractions { nodes { text proposedBy article { headline"
                                + " pendingRetraction { proposedBy } } } } }")
                        .ok()
                        .at("/data/pendingRetractions/nodes")
                        .toString());
        assertEquals(
                List.of("ALREADY_PROPOSED"), correct(id, "RETRACTION", "Again.").userErrorCodes());
        assertEquals(
                List.of("SECOND_PERSON_NEEDED"),
                ArticlesFixture.edit(host, "EDITOR", "confirmRetraction", Map.of("id", id, "expectedVersion", 3))
                        .userErrorCodes());
        ArticlesFixture.edit(host, "ADMIN", "confirmRetraction", Map.of("id", id, "expectedVersion", 3))
                .ok();
        JsonNode now = read(id);
        assertTrue(now.path("retracted").asBoolean());
        assertEquals("RETRACTION", now.at("/corrections/0/kind").asText());
        assertTrue(now.at("/body/text").asText().contains("Miracle"));
        assertNotEquals(before, now.path("updatedAt").asText());
        assertEquals(
                List.of("ALREADY_RETRACTED"),
                correct(id, "RETRACTION", "Again.").userErrorCodes());
        assertEquals(
                List.of("NOTHING_PROPOSED"),
                ArticlesFixture.edit(host, "ADMIN", "confirmRetraction", Map.of("id", id, "expectedVersion", 4))
                        .userErrorCodes());
    }

    @Test
    void a_proposed_retraction_can_be_dropped_and_another_one_is_a_new_version() {
        String id = ArticlesFixture.publish(host, "Miracle on land");
        correct(id, "RETRACTION", "Doubtful.").ok();
        ArticlesFixture.edit(host, "EDITOR", "withdrawRetraction", Map.of("id", id))
                .ok();
        assertEquals(
                List.of("NOTHING_PROPOSED"),
                ArticlesFixture.edit(host, "EDITOR", "withdrawRetraction", Map.of("id", id))
                        .userErrorCodes());
        correct(id, "RETRACTION", "False.").ok();
        assertEquals(
                List.of("CONFLICT"),
                ArticlesFixture.edit(host, "ADMIN", "confirmRetraction", Map.of("id", id, "expectedVersion", 3))
                        .userErrorCodes());
        assertFalse(read(id).path("retracted").asBoolean());
        assertEquals(0, list(Map.of()).at("/data/corrections/totalCount").asInt());
    }

    @Test
    void all_corrections_are_one_list_of_what_readers_may_see() {
        String first = ArticlesFixture.publish(host, "First");
        String second = ArticlesFixture.publish(host, "Second");
        for (int i = 1; i <= 3; i++) {
            correct(first, "CORRECTION", "Number " + i).ok();
            correct(second, "UPDATE", "Also " + i).ok();
            host.clock().tick(Duration.ofMinutes(1));
        }
        Reply top = list(Map.of("first", 2));
        assertEquals(List.of("Also 3", "Number 3"), top.json().findValuesAsText("text"));
        assertEquals(List.of("Second", "First"), top.json().findValuesAsText("headline"));
        assertEquals(6, top.at("/data/corrections/totalCount").asInt());
        Reply next = list(Map.of("first", 10, "after", top.text("/data/corrections/pageInfo/endCursor")));
        assertEquals(
                List.of("Also 2", "Number 2", "Also 1", "Number 1"), next.json().findValuesAsText("text"));
        Reply back = list(Map.of("last", 1, "before", next.text("/data/corrections/pageInfo/startCursor")));
        assertEquals(List.of("Number 3"), back.json().findValuesAsText("text"));
        ArticlesFixture.edit(host, "EDITOR", "unpublishArticle", Map.of("id", second, "reason", "Wait."))
                .ok();
        assertEquals(
                List.of("Number 3", "Number 2", "Number 1"),
                list(Map.of()).json().findValuesAsText("text"));
        assertEquals(3, list(Map.of()).at("/data/corrections/totalCount").asInt());
    }

    @Test
    void lists_load_corrections_in_one_statement_more() {
        for (int i = 1; i <= 4; i++) {
            correct(ArticlesFixture.publish(host, "Article " + i), "UPDATE", "More on " + i)
                    .ok();
        }
        String query = "{ articles(first: 10) { nodes { slug retracted corrections { text } } } }";
        assertEquals(2, host.statements(() -> host.guest().send(query).ok()));
        assertEquals(2, host.statements(() -> list(Map.of("first", 3))) - 1, "a page, its articles, and the count");
        assertEquals(
                1,
                host.statements(() -> host.guest()
                        .send("{ corrections { nodes { text at } } }")
                        .ok()));
    }
}
