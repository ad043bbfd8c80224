package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What entries of live blogs said before they were changed or taken away. */
class KeptEntriesModuleTest {
    @AutoClose
    private final TestHost host = TestHost.boot(new ArticlesPlugin());

    private Reply change(String who, String mutation, String shown, Map<String, ?> input) {
        return ArticlesFixture.change(host, who, mutation, shown, input);
    }

    private void start(String article) {
        change("EDITOR", "startLiveBlog", "article { version }", Map.of("id", article))
                .ok();
    }

    private String post(String article, String text) {
        Map<String, Object> input = Map.of("articleId", article, "body", Map.of("format", "MARKDOWN", "text", text));
        return change("EDITOR", "postLiveEntry", "entry { id }", input).ok().text("/data/postLiveEntry/entry/id");
    }

    private JsonNode read(String article) {
        return host.guest()
                .send(
                        "query($id: ID!) { article(id: $id) { liveBlog { entries { totalCount nodes { body { text } }"
                                + " } } } }",
                        Map.of("id", article))
                .ok()
                .at("/data/article/liveBlog/entries");
    }

    private static List<String> texts(JsonNode entries) {
        return entries.findValuesAsText("text");
    }

    @Test
    void the_newsroom_keeps_what_was_taken_away_and_puts_it_back() {
        String article = ArticlesFixture.publish(host, "Carnival");
        start(article);
        String first = post(article, "The first band");
        host.clock().tick(Duration.ofMinutes(1));
        post(article, "The second band");
        change("EDITOR", "removeLiveEntry", "removed", Map.of("id", first)).ok();
        String away = "query($id: ID!) { article(id: $id) { liveBlog { removedEntries { totalCount nodes { id removedBy"
                + " body { text } } } } } }";
        JsonNode kept =
                host.as("AUTHOR").send(away, Map.of("id", article)).ok().at("/data/article/liveBlog/removedEntries");
        assertEquals(1, kept.path("totalCount").asInt());
        assertEquals(
                "{\"id\":\"" + first + "\",\"removedBy\":\"The EDITOR\",\"body\":{\"text\":\"The first band\"}}",
                kept.at("/nodes/0").toString());
        assertEquals(
                "UNAUTHENTICATED",
                host.guest().send(away, Map.of("id", article)).errorCode());
        String node = "query($id: ID!) { node(id: $id) { ... on LiveEntry { body { text } } } }";
        assertTrue(host.guest().send(node, Map.of("id", first)).at("/data/node").isNull());
        assertEquals(List.of("The second band"), texts(read(article)));
        assertEquals(1, read(article).path("totalCount").asInt());
        Reply back = change(
                "ADMIN",
                "restoreLiveEntry",
                "entry { removedAt removedBy editedAt editedBy }",
                Map.of("id", first, "expectedVersion", 2));
        assertEquals(
                "{\"removedAt\":null,\"removedBy\":null,\"editedAt\":null,\"editedBy\":null}",
                back.ok().at("/data/restoreLiveEntry/entry").toString(),
                "as it was");
        Reply edited = change(
                "ADMIN",
                "editLiveEntry",
                "entry { earlierWordings { version writtenBy } }",
                Map.of("id", first, "headline", "Music"));
        assertEquals(
                "[{\"version\":3,\"writtenBy\":\"The EDITOR\"}]",
                edited.ok().at("/data/editLiveEntry/entry/earlierWordings").toString());
        assertEquals(List.of("The second band", "The first band"), texts(read(article)));
        assertEquals(
                List.of("NOT_FOUND"),
                change("EDITOR", "restoreLiveEntry", "entry { id }", Map.of("id", first))
                        .userErrorCodes(),
                "it is there");
    }

    @Test
    void the_newsroom_keeps_what_an_entry_said_before_and_readers_see_what_it_says() {
        String article = ArticlesFixture.publish(host, "Regatta");
        start(article);
        String id = post(article, "Eleven boats");
        String earlier = "entry { version earlierWordings { version writtenBy body { text } } }";
        host.clock().tick(Duration.ofMinutes(1));
        long updated = ArticlesFixture.events(host, "articles.article-updated.v1");
        Map<String, Object> same = Map.of("id", id, "body", Map.of("format", "MARKDOWN", "text", "Eleven boats"));
        assertEquals(
                "{\"version\":1,\"earlierWordings\":[]}",
                change("EDITOR", "editLiveEntry", earlier, same)
                        .ok()
                        .at("/data/editLiveEntry/entry")
                        .toString());
        assertEquals(updated, ArticlesFixture.events(host, "articles.article-updated.v1"));
        Map<String, Object> other = Map.of("id", id, "body", Map.of("format", "MARKDOWN", "text", "Twelve boats"));
        assertEquals(
                "{\"version\":2,\"earlierWordings\":[{\"version\":1,\"writtenBy\":\"The EDITOR\",\"body\":{\"text\":"
                        + "\"Eleven boats\"}}]}",
                change("EDITOR", "editLiveEntry", earlier, other)
                        .ok()
                        .at("/data/editLiveEntry/entry")
                        .toString());
        assertEquals(List.of("Twelve boats"), texts(read(article)));
        assertEquals(
                "UNAUTHENTICATED",
                host.guest()
                        .send(
                                "query($id: ID!) { node(id: $id) { ... on LiveEntry { earlierWordings { version } } }"
                                        + " }",
                                Map.of("id", id))
                        .errorCode());
    }
}
