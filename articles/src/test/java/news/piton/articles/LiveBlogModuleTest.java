package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An article that grows while something goes on, entry by entry, before the readers' eyes. */
@Timeout(60)
class LiveBlogModuleTest {
    @AutoClose
    private final TestHost host = TestHost.boot(new ArticlesPlugin());

    private Reply change(String who, String mutation, String shown, Map<String, ?> input) {
        return ArticlesFixture.change(host, who, mutation, shown, input);
    }

    private Reply start(String article) {
        return change("EDITOR", "startLiveBlog", "article { version liveBlog { open } }", Map.of("id", article));
    }

    private Reply post(String who, String article, String text) {
        return change(who, "postLiveEntry", "entry { id version body { html text } at }", entry(article, text));
    }

    private static Map<String, Object> entry(String article, String text) {
        return new HashMap<>(Map.of("articleId", article, "body", Map.of("format", "MARKDOWN", "text", text)));
    }

    private static String id(Reply posted) {
        return posted.ok().text("/data/postLiveEntry/entry/id");
    }

    private JsonNode read(String article, String arguments) {
        return host.guest()
                .send(
                        "query($id: ID!) { article(id: $id) { updatedAt liveBlog { open closedAt entries" + arguments
                                + " { totalCount nodes { headline body { text } at editedAt } pageInfo { hasNextPage"
                                + " hasPreviousPage startCursor endCursor } } } } }",
                        Map.of("id", article))
                .ok()
                .at("/data/article");
    }

    private static List<String> texts(JsonNode article) {
        return article.findValuesAsText("text");
    }

    @Test
    void entries_are_read_newest_first_page_by_page_or_from_the_beginning() {
        String article = ArticlesFixture.publish(host, "Election night");
        assertEquals(List.of("NOT_OPEN"), post("EDITOR", article, "Too early").userErrorCodes());
        assertTrue(read(article, "").path("liveBlog").isNull());
        start(article).ok();
        assertEquals(List.of("ALREADY_OPEN"), start(article).userErrorCodes());
        String before = read(article, "").path("updatedAt").asText();
        for (int i = 1; i <= 5; i++) {
            host.clock().tick(Duration.ofMinutes(1));
            post("EDITOR", article, "Count " + i).ok();
        }
        JsonNode top = read(article, "(first: 2)");
        assertNotEquals(before, top.path("updatedAt").asText());
        assertEquals(List.of("Count 5", "Count 4"), texts(top));
        assertEquals(5, top.at("/liveBlog/entries/totalCount").asInt());
        String end = top.at("/liveBlog/entries/pageInfo/endCursor").asText();
        JsonNode next = read(article, "(first: 2, after: \"" + end + "\")");
        assertEquals(List.of("Count 3", "Count 2"), texts(next));
        String start = next.at("/liveBlog/entries/pageInfo/startCursor").asText();
        assertEquals(List.of("Count 4"), texts(read(article, "(last: 1, before: \"" + start + "\")")));
        JsonNode oldest = read(article, "(first: 3, order: OLDEST_FIRST)");
        assertEquals(List.of("Count 1", "Count 2", "Count 3"), texts(oldest));
        end = oldest.at("/liveBlog/entries/pageInfo/endCursor").asText();
        assertEquals(
                List.of("Count 4", "Count 5"),
                texts(read(article, "(first: 3, order: OLDEST_FIRST, after: \"" + end + "\")")));
        Map<String, Object> earlier = entry(article, "Polls close");
        earlier.put("at", host.clock().instant().minus(Duration.ofHours(1)).toString());
        earlier.put("headline", "Closed");
        change("EDITOR", "postLiveEntry", "entry { id }", earlier).ok();
        assertEquals("Polls close", texts(read(article, "")).getLast());
        earlier.put("at", host.clock().instant().plus(Duration.ofHours(1)).toString());
        assertEquals(
                List.of("INVALID"),
                change("EDITOR", "postLiveEntry", "entry { id }", earlier).userErrorCodes());
        assertEquals(List.of("BLANK"), post("EDITOR", article, " \n").userErrorCodes());
    }

    @Test
    void entries_are_found_by_their_words_as_they_are_now() {
        String article = ArticlesFixture.publish(host, "Election night");
        start(article).ok();
        Map<String, Object> first = entry(article, "Choiseul is counted.");
        first.put("headline", "Castries waits");
        String id = id(change("EDITOR", "postLiveEntry", "entry { id }", first));
        assertEquals(List.of("Election night"), search("castries choiseul"));
        change(
                        "EDITOR",
                        "editLiveEntry",
                        "entry { id }",
                        Map.of("id", id, "body", Map.of("format", "MARKDOWN", "text", "Dennery is counted.")))
                .ok();
        assertEquals(List.of(), search("choiseul"));
        assertEquals(List.of("Election night"), search("\"dennery is counted\""));
        change("EDITOR", "removeLiveEntry", "removed", Map.of("id", id)).ok();
        assertEquals(List.of(), search("dennery"));
    }

    private List<String> search(String text) {
        return host.guest()
                .send("query($t: String!) { searchArticles(text: $t) { nodes { headline } } }", Map.of("t", text))
                .ok()
                .at("/data/searchArticles/nodes")
                .findValuesAsText("headline");
    }

    @Test
    void an_entry_is_clean_can_be_put_right_and_taken_away_and_the_end_is_the_end() {
        String article = ArticlesFixture.publish(host, "Storm");
        start(article).ok();
        Reply posted = post("EDITOR", article, "Wind **up** <script>alert(1)</script>");
        assertEquals(
                "<p>Wind <strong>up</strong></p>",
                posted.ok().text("/data/postLiveEntry/entry/body/html").strip());
        String id = id(posted);
        Reply edited = change(
                "EDITOR",
                "editLiveEntry",
                "entry { version headline editedBy editedAt body { text } }",
                Map.of("id", id, "expectedVersion", 1, "headline", "Gale"));
        assertEquals("The EDITOR", edited.ok().text("/data/editLiveEntry/entry/editedBy"));
        assertEquals("Wind up", edited.text("/data/editLiveEntry/entry/body/text"));
        assertEquals(
                List.of("CONFLICT"),
                change("EDITOR", "removeLiveEntry", "removed", Map.of("id", id, "expectedVersion", 1))
                        .userErrorCodes());
        change("EDITOR", "closeLiveBlog", "article { version }", Map.of("id", article))
                .ok();
        assertEquals(List.of("NOT_OPEN"), post("EDITOR", article, "Late").userErrorCodes());
        assertFalse(read(article, "").at("/liveBlog/open").asBoolean());
        assertEquals(List.of("Wind up"), texts(read(article, "")));
        change("EDITOR", "removeLiveEntry", "removed", Map.of("id", id)).ok();
        assertEquals(List.of(), texts(read(article, "")));
        assertEquals(
                List.of("NOT_FOUND"),
                change("EDITOR", "editLiveEntry", "entry { id }", Map.of("id", id, "headline", "X"))
                        .userErrorCodes());
        start(article).ok();
        post("EDITOR", article, "Back again").ok();
        assertEquals(List.of("Back again"), texts(read(article, "")));
    }

    @Test
    void nobody_sees_entries_of_what_is_not_published_and_authors_only_write_there() {
        String draft = ArticlesFixture.draft(host, "Tomorrow's match");
        change("AUTHOR", "startLiveBlog", "article { id }", Map.of("id", draft)).ok();
        String entry = id(post("AUTHOR", draft, "The teams"));
        String node = "query($id: ID!) { node(id: $id) { ... on LiveEntry { body { text } } } }";
        assertTrue(host.guest().send(node, Map.of("id", entry)).at("/data/node").isNull());
        assertEquals(
                "The teams", host.as("AUTHOR").send(node, Map.of("id", entry)).text("/data/node/body/text"));
        assertEquals(0, ArticlesFixture.events(host, "articles.live-entry-posted.v1"));
        ArticlesFixture.edit(host, "EDITOR", "publishArticle", Map.of("id", draft))
                .ok();
        assertEquals(List.of("The teams"), texts(read(draft, "")));
        assertEquals(List.of("FORBIDDEN"), post("AUTHOR", draft, "Goal").userErrorCodes());
        ArticlesFixture.edit(host, "EDITOR", "unpublishArticle", Map.of("id", draft, "reason", "Called off."))
                .ok();
        assertTrue(host.guest().send(node, Map.of("id", entry)).at("/data/node").isNull());
        assertEquals(
                "UNAUTHENTICATED",
                host.guest()
                        .send("mutation { closeLiveBlog(input: {id: \"x\"}) { userErrors { code } } }")
                        .errorCode());
    }

    @Test
    void lists_load_live_blogs_in_one_statement_more_and_their_entries_in_another() {
        for (int i = 1; i <= 3; i++) {
            String article = ArticlesFixture.publish(host, "Match " + i);
            start(article).ok();
            post("EDITOR", article, "Goal in match " + i).ok();
        }
        String query = "{ articles(first: 10) { nodes { slug liveBlog { open entries(first: 2) { totalCount nodes {"
                + " body { text } } } } } } }";
        assertEquals(
                4,
                host.statements(() -> assertEquals(
                        List.of("Goal in match 3", "Goal in match 2", "Goal in match 1"),
                        host.guest().send(query).ok().json().findValuesAsText("text"))));
    }

    @Test
    void a_reader_who_follows_gets_entries_as_they_are_posted() throws Exception {
        String article = ArticlesFixture.publish(host, "Final");
        String other = ArticlesFixture.publish(host, "Another final");
        start(article).ok();
        start(other).ok();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String query = "subscription { liveEntryPosted(articleId: \\\"" + article + "\\\") { body { text } } }";
            HttpResponse<Stream<String>> stream = http.send(
                    HttpRequest.newBuilder(host.url("/graphql"))
                            .header("Accept", "text/event-stream")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{\"query\":\"" + query + "\"}"))
                            .build(),
                    BodyHandlers.ofLines());
            post("EDITOR", other, "Elsewhere").ok();
            post("EDITOR", article, "Kick-off").ok();
            String second = id(post("EDITOR", article, "A mistake"));
            change("EDITOR", "removeLiveEntry", "removed", Map.of("id", second)).ok();
            post("EDITOR", article, "Goal").ok();
            host.deliverEvents();
            try (Stream<String> lines = stream.body()) {
                assertEquals(
                        List.of("Kick-off", "Goal"),
                        lines.filter(line -> line.contains("liveEntryPosted"))
                                .limit(2)
                                .map(line -> line.replaceAll(".*\"text\":\"([^\"]*)\".*", "$1"))
                                .toList());
            }
        }
    }
}
