package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What was saved of every article, who may see it, and how it comes back, through the endpoint. */
class RevisionHistoryModuleTest {
    @AutoClose
    private static final TestHost host = ArticlesFixture.boot();

    private static final Newsroom newsroom = new Newsroom(host);

    @Test
    void keeps_every_save_of_a_draft_with_who_when_and_why() {
        String id = ArticlesFixture.draft(host, "First words", Map.of("tags", List.of("Harbour"), "note", "Begun"));
        host.clock().tick(Duration.ofMinutes(5));
        newsroom.edit(
                        "AUTHOR",
                        "updateArticle",
                        Map.of("id", id, "body", Newsroom.html("<p>Second text.</p>"), "note", "Called again"))
                .ok();
        newsroom.edit("AUTHOR", "updateArticle", Map.of("id", id, "slug", "third-address"))
                .ok();
        JsonNode all = newsroom.revisions(id);
        assertEquals(3, all.at("/totalCount").asInt());
        JsonNode newest = all.at("/nodes/0");
        assertEquals(3, newest.at("/number").asInt());
        assertEquals("third-address", newest.at("/slug").asText());
        assertEquals("Second text.", newest.at("/body/text").asText());
        JsonNode second = all.at("/nodes/1");
        assertEquals("Called again", second.at("/note").asText());
        assertEquals("WRITTEN", second.at("/action").asText());
        assertEquals("first-words", second.at("/slug").asText());
        assertEquals("[\"Harbour\"]", second.at("/tags").toString());
        assertEquals("news", second.at("/section/slug").asText());
        assertEquals(id, second.at("/article/id").asText());
        JsonNode first = all.at("/nodes/2");
        assertEquals(
                "This is what the article says: First words.",
                first.at("/body/text").asText());
        assertEquals("Begun", first.at("/note").asText());
        assertEquals("The EDITOR", first.at("/savedBy").asText());
        assertEquals("The AUTHOR", second.at("/savedBy").asText());
        assertEquals(
                Instant.parse(first.at("/savedAt").asText()).plus(Duration.ofMinutes(5)),
                Instant.parse(second.at("/savedAt").asText()));
    }

    @Test
    void shows_revisions_to_those_who_write_and_to_nobody_else() {
        String id = ArticlesFixture.publish(host, "Nobody's business");
        String revision = newsroom.revisions(id).at("/nodes/0/id").asText();
        String node = "query($id: ID!) { node(id: $id) { id ... on Revision { headline } } }";
        assertEquals(
                "Nobody's business",
                host.as("AUTHOR").send(node, Map.of("id", revision)).ok().text("/data/node/headline"));
        assertTrue(host.guest()
                .send(node, Map.of("id", revision))
                .ok()
                .at("/data/node")
                .isNull());
        for (String field : List.of(
                "revisions { totalCount }",
                "pendingRevision { id }",
                "currentRevision { id }",
                "diff(from: 1, to: 1) { complete }")) {
            assertEquals(
                    "UNAUTHENTICATED",
                    host.guest()
                            .send("query($id: ID!) { article(id: $id) { " + field + " } }", Map.of("id", id))
                            .errorCode(),
                    field);
        }
        assertEquals(
                "UNAUTHENTICATED",
                host.guest().send("{ pendingRevisions { totalCount } }").errorCode());
    }

    @Test
    void pages_through_a_long_history_both_ways() {
        String id = ArticlesFixture.draft(host, "Version 1");
        for (int i = 2; i <= 5; i++) {
            newsroom.edit("AUTHOR", "updateArticle", Map.of("id", id, "headline", "Version " + i))
                    .ok();
        }
        JsonNode first = newsroom.staff(
                        id, "{ revisions(first: 2) { nodes { number } pageInfo { endCursor hasNextPage } } }")
                .at("/revisions");
        assertEquals("[{\"number\":5},{\"number\":4}]", first.at("/nodes").toString());
        assertTrue(first.at("/pageInfo/hasNextPage").asBoolean());
        JsonNode next = newsroom.staff(
                id,
                "{ revisions(first: 2, after: \""
                        + first.at("/pageInfo/endCursor").asText() + "\") { nodes { number } } }");
        assertEquals(
                "[{\"number\":3},{\"number\":2}]", next.at("/revisions/nodes").toString());
        JsonNode last = newsroom.staff(id, "{ revisions(last: 2) { nodes { number } pageInfo { hasPreviousPage } } }")
                .at("/revisions");
        assertEquals("[{\"number\":2},{\"number\":1}]", last.at("/nodes").toString());
        assertTrue(last.at("/pageInfo/hasPreviousPage").asBoolean());
    }

    @Test
    void reads_the_histories_of_many_articles_as_cheaply_as_of_one_and_no_text_that_is_not_asked_for() {
        for (int i = 0; i < 3; i++) {
            ArticlesFixture.publish(host, "Many histories " + i);
        }
        String query = "{ articles(first: %d) { nodes { headline revisions { totalCount nodes { headline savedBy } }"
                + " pendingRevision { id } currentRevision { number } } } }";
        host.as("EDITOR").send(query.formatted(3)).ok();
        int one =
                host.statements(() -> host.as("EDITOR").send(query.formatted(1)).ok());
        assertEquals(
                one,
                host.statements(() -> host.as("EDITOR").send(query.formatted(3)).ok()));
        String bodies = "{ articles(first: 3) { nodes { revisions { nodes { headline body { text } } } } } }";
        String without = "{ articles(first: 3) { nodes { revisions { nodes { headline } } } } }";
        assertEquals(
                host.statements(() -> host.as("EDITOR").send(without).ok()) + 1,
                host.statements(() -> host.as("EDITOR").send(bodies).ok()));
    }

    @Test
    void restores_a_text_as_a_new_revision_and_publishes_nothing() {
        String id = ArticlesFixture.draft(host, "Best so far");
        newsroom.edit("AUTHOR", "updateArticle", Map.of("id", id, "headline", "Worse", "slug", "kept-address"))
                .ok();
        String first = newsroom.revisions(id).at("/nodes/1/id").asText();
        newsroom.edit("AUTHOR", "restoreRevision", Map.of("id", first, "note", "It was better"))
                .ok();
        JsonNode draft = newsroom.staff(id, "{ headline slug status version }");
        assertEquals("Best so far", draft.at("/headline").asText());
        assertEquals("kept-address", draft.at("/slug").asText());
        assertEquals("DRAFT", draft.at("/status").asText());
        JsonNode restored = newsroom.revisions(id).at("/nodes/0");
        assertEquals(3, restored.at("/number").asInt());
        assertEquals(1, restored.at("/restoredFrom/number").asInt());
        assertEquals("It was better", restored.at("/note").asText());

        String worse = newsroom.revisions(id).at("/nodes/1/id").asText();
        newsroom.edit("EDITOR", "publishArticle", Map.of("id", id)).ok();
        newsroom.edit("AUTHOR", "restoreRevision", Map.of("id", worse)).ok();
        assertEquals("Best so far", newsroom.headline(id));
        JsonNode waiting = newsroom.staff(id, "{ pendingRevision " + Newsroom.REVISION + " }")
                .at("/pendingRevision");
        assertEquals("Worse", waiting.at("/headline").asText());
        assertEquals(2, waiting.at("/restoredFrom/number").asInt());
        assertEquals(
                List.of("NOT_FOUND"),
                newsroom.edit("AUTHOR", "restoreRevision", Map.of("id", "bm9uc2Vuc2U"))
                        .userErrorCodes());
    }

    @Test
    void keeps_what_an_import_brought_from_the_first_change_on() {
        OldHerald.importInto(host);
        JsonNode article = host.as("AUTHOR")
                .send("{ articles(last: 1) { nodes { id headline body { text } revisions { totalCount nodes "
                        + Newsroom.REVISION + " } } } }")
                .ok()
                .at("/data/articles/nodes/0");
        String id = article.at("/id").asText();
        JsonNode only = article.at("/revisions/nodes/0");
        assertEquals(1, article.at("/revisions/totalCount").asInt());
        assertEquals(1, only.at("/number").asInt());
        assertTrue(only.at("/savedBy").isNull());
        assertEquals(article.at("/body/text"), only.at("/body/text"));
        assertEquals(
                only.at("/headline"),
                host.as("AUTHOR")
                        .send(
                                "query($id: ID!) { node(id: $id) { ... on Revision { headline } } }",
                                Map.of("id", only.at("/id").asText()))
                        .ok()
                        .at("/data/node/headline"));
        newsroom.edit("EDITOR", "updateArticle", Map.of("id", id, "headline", "Rewritten", "approve", true))
                .ok();
        JsonNode all = newsroom.revisions(id);
        assertEquals(2, all.at("/totalCount").asInt());
        assertEquals(only, all.at("/nodes/1"));
    }
}
