package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.rss.Item;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.core.testing.TestHost;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What must not get out, or not as it came in, in anything that programs read. */
class SyndicationSafetyJourneyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Ends whatever it is put into that is not escaped for that place; with what XML cannot hold. */
    private static final String HOSTILE =
            "Fish & chips]]></content></title></script><!--<script>alert(1)</script> \"quoted\" \u2028 \uD83D\uDE00";

    /** Headlines are one line. */
    private static final String SHOWN = HOSTILE.replace("\u2028 ", "");

    @AutoClose
    private final FeedReader reader = new FeedReader();

    private final TestHost host = reader.host();
    private final Visitor visitor = reader.visitor();

    private static Map<String, Object> body(String markdown) {
        return Map.of("format", "MARKDOWN", "text", markdown);
    }

    @Test
    void hostile_text_stays_text_in_every_format() throws Exception {
        String id = ArticlesFixture.publish(
                host, HOSTILE, Map.of("standfirst", HOSTILE, "tags", List.of("</category>&"), "body", body(HOSTILE)));
        Item item = reader.rss("/feed").getItems().getFirst();
        assertEquals(SHOWN, item.getTitle());
        assertEquals(SHOWN, item.getDescription().getValue());
        assertEquals("</category>&", item.getCategories().getLast().getValue());
        assertEquals(SHOWN, reader.atom("/feed/atom").getEntries().getFirst().getTitle());
        assertEquals(
                SHOWN,
                JSON.readTree(visitor.get("/feed/json").body())
                        .at("/items/0/title")
                        .asText());
        Document page = visitor.page(visitor.path(id));
        JsonNode news = JSON.readTree(
                page.select("script[type=application/ld+json]").first().data());
        assertEquals(SHOWN, news.at("/@graph/1/itemListElement/2/name").asText());
        assertEquals(SHOWN, news.at("/@graph/0/description").asText());
        assertEquals(2, page.select("script").size(), "the data and the site's own");
        assertEquals(SHOWN, page.select("meta[property=og:title]").attr("content"));
    }

    @Test
    void characters_that_no_feed_can_hold_are_left_out() throws Exception {
        ArticlesFixture.section(host, "news", "News");
        for (String text : List.of("A\u0001B", "A\uD800B", "A\uFFFEB", "A\u000BB")) {
            Map<String, Object> input =
                    Map.of("headline", text, "section", "news", "standfirst", text, "body", body(text));
            String mutation = "mutation($i: CreateArticleInput!) { createArticle(input: $i) { article { id } } }";
            // escaped, as half of a pair of surrogates gets over the wire in no other way
            String request = JSON.writer()
                    .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .writeValueAsString(Map.of("query", mutation, "variables", Map.of("i", input)));
            String reply = host.as("EDITOR")
                    .post("/graphql", "application/json", request)
                    .body();
            String id =
                    JSON.readTree(reply).at("/data/createArticle/article/id").asText();
            ArticlesFixture.edit(host, "EDITOR", "publishArticle", Map.of("id", id))
                    .ok();
        }
        List<String> four = Collections.nCopies(4, "AB: AB");
        assertEquals(
                four,
                reader.rss("/feed").getItems().stream()
                        .map(item ->
                                item.getTitle() + ": " + item.getDescription().getValue())
                        .toList());
        assertEquals(
                four,
                reader.atom("/feed/atom").getEntries().stream()
                        .map(entry ->
                                entry.getTitle() + ": " + entry.getSummary().getValue())
                        .toList());
        JsonNode items = JSON.readTree(visitor.get("/feed/json").body()).path("items");
        assertEquals(Collections.nCopies(4, "AB"), items.findValuesAsText("title"));
        assertEquals(200, visitor.get("/sitemaps/news.xml").statusCode());
    }

    @Test
    void what_is_not_published_is_nowhere_not_even_for_the_newsroom() {
        String open = ArticlesFixture.publish(host, "Open", Map.of("tags", List.of("Seen")));
        String draft = ArticlesFixture.draft(host, "Secret draft", Map.of("tags", List.of("Hidden")));
        String later = ArticlesFixture.draft(host, "Secret plan");
        String at = host.clock().instant().plus(Duration.ofHours(1)).toString();
        ArticlesFixture.edit(host, "EDITOR", "publishArticle", Map.of("id", later, "at", at))
                .ok();
        String back = ArticlesFixture.publish(host, "Secret regret");
        ArticlesFixture.edit(host, "EDITOR", "unpublishArticle", Map.of("id", back, "reason", "Wrong."))
                .ok();
        String month = host.clock().instant().toString().substring(0, 7);
        for (String path : List.of(
                "/feed",
                "/feed/atom",
                "/feed/json",
                "/section/news/feed",
                "/sitemaps/articles/" + month + ".xml",
                "/sitemaps/sections.xml",
                "/sitemaps/tags.xml",
                "/sitemaps/news.xml")) {
            String there = path.endsWith("sections.xml")
                    ? "/section/news"
                    : path.endsWith("tags.xml") ? "/tag/seen" : visitor.path(open);
            for (HttpResponse<String> seen :
                    List.of(visitor.get(path), host.as("EDITOR").get(path))) {
                assertEquals(200, seen.statusCode(), path);
                assertTrue(seen.body().contains(there), path);
                assertFalse(seen.body().toLowerCase(java.util.Locale.ROOT).contains("secret"), path);
                assertFalse(seen.body().contains("/tag/hidden"), path);
            }
        }
        for (String id : List.of(draft, later, back)) {
            String query = "/oembed?url=http://127.0.0.1:8080" + visitor.path(id);
            assertEquals(404, visitor.get(query).statusCode());
            assertEquals(404, host.as("EDITOR").get(query).statusCode());
            HttpResponse<String> preview = host.as("EDITOR").get(visitor.path(id));
            assertEquals(200, preview.statusCode());
            assertFalse(preview.body().contains("ld+json"), "a page that only the newsroom sees");
        }
    }
}
