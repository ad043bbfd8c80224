package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an editor's word cannot do: give readers a text that could not have been published. */
class ApprovingModuleTest {
    private static final Map<String, String> NOTHING = Map.of("format", "MARKDOWN", "text", " ");
    private static TestHost host;

    @BeforeAll
    static void boot() {
        host = TestHost.boot(new ArticlesPlugin());
    }

    @AfterAll
    static void close() {
        host.close();
    }

    private static Reply edit(String who, String mutation, Map<String, Object> input) {
        return ArticlesFixture.edit(host, who, mutation, input);
    }

    private static String text(String id) {
        return host.guest()
                .send("query($id: ID!) { article(id: $id) { body { text } } }", Map.of("id", id))
                .ok()
                .text("/data/article/body/text");
    }

    private static String pending(String id) {
        return host.as("AUTHOR")
                .send("query($id: ID!) { article(id: $id) { pendingRevision { id } } }", Map.of("id", id))
                .ok()
                .text("/data/article/pendingRevision/id");
    }

    @Test
    void refuses_to_empty_what_readers_read() {
        String id = ArticlesFixture.publish(host, "The pier");
        String before = text(id);
        Reply atOnce = edit("EDITOR", "updateArticle", Map.of("id", id, "body", NOTHING, "approve", true));
        assertEquals(List.of("BLANK"), atOnce.userErrorCodes());
        edit("AUTHOR", "updateArticle", Map.of("id", id, "body", NOTHING)).ok();
        String revision = pending(id);
        assertEquals(
                List.of("BLANK"),
                edit("EDITOR", "approveRevision", Map.of("id", revision)).userErrorCodes());
        assertEquals(before, text(id));
        assertEquals(revision, pending(id), "it waits for somebody to write more");
    }

    @Test
    void refuses_to_empty_what_readers_are_promised() {
        String id = ArticlesFixture.draft(host, "The pier at noon");
        edit("EDITOR", "publishArticle", Map.of("id", id, "at", "2029-01-01T00:00:00Z"))
                .ok();
        Reply emptied = edit("EDITOR", "updateArticle", Map.of("id", id, "body", NOTHING, "approve", true));
        assertEquals(List.of("BLANK"), emptied.userErrorCodes());
    }

    @Test
    void lets_a_draft_be_emptied() {
        String id = ArticlesFixture.draft(host, "The pier at night");
        edit("AUTHOR", "updateArticle", Map.of("id", id, "body", NOTHING)).ok();
    }

    @Test
    void amends_an_article_whose_flaw_is_an_old_one() {
        host.as("EDITOR")
                .send("mutation { createAuthor(input: {name: \"CANA\"}) { userErrors { code } } }")
                .ok();
        String id = ArticlesFixture.publish(host, "Cruise ships retrun", Map.of("authors", List.of("CANA")));
        host.as("EDITOR")
                .send("mutation { createSource(input: {name: \"CANA\", kind: AGENCY}) { userErrors { code } } }")
                .ok();
        edit("EDITOR", "updateArticle", Map.of("id", id, "headline", "Cruise ships return", "approve", true))
                .ok();
        assertEquals("Cruise ships return", ArticlesFixture.read(host, id).ok().text("/data/article/headline"));
    }

    @Test
    void refuses_to_take_the_source_from_agency_copy() {
        host.as("EDITOR")
                .send("mutation { a: createAuthor(input: {name: \"Islewire\"}) { userErrors { code } }"
                        + " b: createSource(input: {name: \"Islewire\", kind: AGENCY}) { userErrors { code } } }")
                .ok();
        String id = ArticlesFixture.publish(
                host, "Wage talks resume", Map.of("authors", List.of("Islewire"), "source", "Islewire"));
        Map<String, Object> without = new HashMap<>(Map.of("id", id, "approve", true));
        without.put("source", null);
        assertEquals(
                List.of("NO_SOURCE"), edit("EDITOR", "updateArticle", without).userErrorCodes());
    }
}
