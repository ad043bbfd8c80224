package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Whoever edits what a colleague has changed meanwhile is shown what is stored, beside the refusal. */
class ConflictsModuleTest {
    @AutoClose
    private static final TestHost host = ArticlesFixture.boot();

    private static Reply change(String mutation, String shown, Map<String, Object> input) {
        return ArticlesFixture.change(host, "EDITOR", mutation, shown, input);
    }

    private static Map<String, Object> markdown(String text) {
        return Map.of("format", "MARKDOWN", "text", text);
    }

    @Test
    void a_live_entry_is_shown_as_it_is_and_as_it_was_seen() {
        String article = ArticlesFixture.publish(host, "Election night");
        change("startLiveBlog", "article { id }", Map.of("id", article)).ok();
        String id = change(
                        "postLiveEntry", "entry { id }", Map.of("articleId", article, "body", markdown("Polls close")))
                .ok()
                .text("/data/postLiveEntry/entry/id");
        Map<String, Object> seen = Map.of("id", id, "expectedVersion", 1, "body", markdown("Polls have closed"));
        change("editLiveEntry", "entry { id }", seen).ok();
        Reply refused = change(
                "editLiveEntry",
                "entry { id } stored { version body { text } earlierWordings { version body { text } } }",
                Map.of("id", id, "expectedVersion", 1, "body", markdown("Polls closed at six")));
        assertEquals(List.of("CONFLICT"), refused.userErrorCodes());
        JsonNode told = refused.at("/data/editLiveEntry");
        assertTrue(told.path("entry").isNull());
        assertEquals(
                "{\"version\":2,\"body\":{\"text\":\"Polls have closed\"},\"earlierWordings\":[{\"version\":1,"
                        + "\"body\":{\"text\":\"Polls close\"}}]}",
                told.path("stored").toString());
    }

    @Test
    void so_are_sections_authors_sources_and_tags() {
        ArticlesFixture.publish(host, "Storm warning", Map.of("tags", List.of("Winds")));
        String tag = host.guest().send("{ tag(slug: \"winds\") { id } }").ok().text("/data/tag/id");
        refusesAndShows("Tag", tag);
        refusesAndShows("Section", made("Section", Map.of("name", "Weather")));
        refusesAndShows("Author", made("Author", Map.of("name", "Ione Charlery")));
        refusesAndShows("Source", made("Source", Map.of("name", "Wire", "kind", "AGENCY")));
    }

    private static String made(String type, Map<String, Object> input) {
        return change("create" + type, type.toLowerCase(Locale.ROOT) + " { id }", input)
                .ok()
                .text("/data/create" + type + "/" + type.toLowerCase(Locale.ROOT) + "/id");
    }

    private static void refusesAndShows(String type, String id) {
        Map<String, Object> input = new HashMap<>(Map.of("id", id, "expectedVersion", 1, "name", type + " of Ann"));
        change("update" + type, "stored { name }", input).ok();
        input.put("name", type + " of Bob");
        Reply refused = change("update" + type, "stored { name version }", input);
        assertEquals(List.of("CONFLICT"), refused.userErrorCodes(), type);
        assertEquals(
                "{\"name\":\"" + type + " of Ann\",\"version\":2}",
                refused.at("/data/update" + type + "/stored").toString());
    }
}
