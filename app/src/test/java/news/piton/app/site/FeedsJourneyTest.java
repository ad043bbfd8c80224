package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Item;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.core.testing.TestHost;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Feeds over real HTTP, read by real parsers. */
class FeedsJourneyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @AutoClose
    private final FeedReader reader = new FeedReader();

    private final TestHost host = reader.host();
    private final Visitor visitor = reader.visitor();

    @Test
    void all_formats_give_the_whole_text_with_links_that_work_elsewhere() throws Exception {
        String id = reader.rich("Regatta ends in a calm");
        Channel rss = reader.rss("/feed");
        assertEquals("The Saint Brendan Herald", rss.getTitle());
        Item item = rss.getItems().getFirst();
        assertEquals("Regatta ends in a calm", item.getTitle());
        assertEquals("Said & done.", item.getDescription().getValue());
        assertEquals(
                List.of("News", "Regatta", "Sea & sand"),
                item.getCategories().stream().map(each -> each.getValue()).toList());
        assertFalse(item.getGuid().isPermaLink());
        Document text = Jsoup.parseBodyFragment(item.getContent().getValue());
        assertEquals("http://127.0.0.1:8080/2026/01/01/table", text.select("a").attr("href"));
        assertEquals(
                "https://cdn.example/boat.jpg?a=1&b=2",
                text.select("figure img").attr("src"));
        assertTrue(text.text().contains("]]> and a < b."), text::text);

        Feed atom = reader.atom("/feed/atom");
        var entry = atom.getEntries().getFirst();
        assertEquals(item.getGuid().getValue(), entry.getId());
        assertEquals(
                item.getContent().getValue(), entry.getContents().getFirst().getValue());
        assertEquals(
                "http://127.0.0.1:8080" + visitor.path(id),
                entry.getAlternateLinks().getFirst().getHref());
        assertEquals("Ione Charlery", entry.getAuthors().getFirst().getName());

        JsonNode json =
                JSON.readTree(reader.got("/feed/json", "application/feed+json").body());
        assertEquals("https://jsonfeed.org/version/1.1", json.path("version").asText());
        assertEquals(entry.getId(), json.at("/items/0/id").asText());
        assertEquals(
                item.getContent().getValue(), json.at("/items/0/content_html").asText());
        assertEquals("WebSub", json.at("/hubs/0/type").asText());
    }

    @Test
    void preformatted_text_keeps_its_lines() throws Exception {
        Map<String, Object> body = Map.of("format", "MARKDOWN", "text", "```\nOne\n  two\n```");
        ArticlesFixture.publish(host, "A poem", Map.of("body", body));
        Item item = reader.rss("/feed").getItems().getFirst();
        assertTrue(
                item.getContent().getValue().contains("One\n  two"),
                item.getContent().getValue());
        String atom = reader.atom("/feed/atom")
                .getEntries()
                .getFirst()
                .getContents()
                .getFirst()
                .getValue();
        assertTrue(atom.contains("One\n  two"), atom);
    }

    @Test
    void the_text_of_a_live_blog_holds_its_newest_entries() throws Exception {
        String id = ArticlesFixture.publish(host, "Election night");
        ArticlesFixture.change(host, "EDITOR", "startLiveBlog", "", Map.of("id", id))
                .ok();
        for (int number = 1; number <= 21; number++) {
            host.clock().tick(Duration.ofMinutes(1));
            Map<String, Object> said = Map.of(
                    "articleId",
                    id,
                    "headline",
                    "Count " + number + " & on",
                    "body",
                    Map.of("format", "MARKDOWN", "text", "More [here](/counts)."));
            ArticlesFixture.change(host, "EDITOR", "postLiveEntry", "", said).ok();
        }
        Document text = Jsoup.parseBodyFragment(
                reader.rss("/feed").getItems().getFirst().getContent().getValue());
        assertTrue(text.body().text().startsWith("This is what the article says"), text::text);
        assertEquals(20, text.select("section").size());
        Element newest = text.selectFirst("section");
        assertEquals("Count 21 & on", newest.select("h3").text());
        assertEquals("2026-11-24T14:21:00Z", newest.select("time").attr("datetime"));
        assertEquals(
                "Tuesday, 24 November 2026, 10:21 am", newest.select("time").text());
        assertEquals("http://127.0.0.1:8080/counts", newest.select("a").attr("href"));
        String html = text.body().html();
        assertEquals(
                html,
                Jsoup.parseBodyFragment(reader.atom("/feed/atom")
                                .getEntries()
                                .getFirst()
                                .getContents()
                                .getFirst()
                                .getValue())
                        .body()
                        .html());
        String json = JSON.readTree(visitor.get("/feed/json").body())
                .at("/items/0/content_html")
                .asText();
        assertEquals(html, Jsoup.parseBodyFragment(json).body().html());
    }

    @Test
    void a_feed_tells_where_it_lies_and_which_hub_knows_of_it() {
        for (String path : List.of("/feed", "/feed/atom", "/feed/json", "/section/news/feed")) {
            ArticlesFixture.publish(host, "For " + path);
            HttpResponse<String> feed = visitor.get(path);
            String links = feed.headers().firstValue("Link").orElse("");
            assertEquals(
                    "<https://hub.example/>; rel=\"hub\", <http://127.0.0.1:8080" + path + ">; rel=\"self\"", links);
            assertTrue(feed.body().contains("https://hub.example/"), path);
            assertTrue(feed.body().contains("http://127.0.0.1:8080" + path), path);
        }
    }

    @Test
    void sections_tags_and_authors_have_feeds_and_old_addresses_lead_to_them() throws Exception {
        reader.rich("Regatta ends in a calm");
        ArticlesFixture.section(host, "sport", "Sport");
        ArticlesFixture.publish(host, "Cricket", Map.of("section", "sport"));
        assertEquals(
                "News · The Saint Brendan Herald",
                reader.rss("/section/news/feed").getTitle());
        assertEquals(1, reader.rss("/section/sport/feed").getItems().size());
        assertEquals(1, reader.rss("/tag/regatta/feed").getItems().size());
        assertEquals(
                1, reader.atom("/author/ione-charlery/feed/atom").getEntries().size());
        assertEquals(404, visitor.get("/tag/nothing/feed").statusCode());
        Map<String, String> moved = Map.of(
                "/feed/", "/feed",
                "/feed/rss2", "/feed",
                "/?feed=rss2", "/feed",
                "/?feed=atom", "/feed/atom",
                "/tag/regatta/feed/", "/tag/regatta/feed",
                "/category/news/sport/feed/", "/section/sport/feed",
                "/category/sport/feed/atom/", "/section/sport/feed/atom",
                "/category/sport/", "/section/sport",
                "/wp-sitemap.xml", "/sitemap.xml");
        moved.forEach((from, to) -> {
            HttpResponse<String> answer = visitor.get(from);
            assertEquals(301, answer.statusCode(), from);
            assertEquals(to, answer.headers().firstValue("Location").orElse(""), from);
        });
        for (String foreign : List.of("//elsewhere.example/", "///elsewhere.example//")) {
            assertTrue(visitor.get(foreign).headers().firstValue("Location").isEmpty(), foreign);
        }
    }

    @Test
    void whoever_asks_by_time_learns_of_what_was_taken_back() {
        String id = ArticlesFixture.publish(host, "Goes");
        host.clock().tick(Duration.ofMinutes(1));
        ArticlesFixture.publish(host, "Stays");
        HttpResponse<String> both = visitor.get("/feed");
        String since = both.headers()
                .firstValue("Last-Modified")
                .orElseGet(() -> both.headers().firstValue("Date").orElseThrow());
        ArticlesFixture.edit(host, "EDITOR", "unpublishArticle", Map.of("id", id, "reason", "Wrong"))
                .ok();
        HttpResponse<String> one = visitor.get("/feed", "If-Modified-Since", since);
        assertEquals(200, one.statusCode());
        assertFalse(one.body().contains("Goes"));
    }

    @Test
    void a_changed_article_keeps_its_identity_and_caches_are_told() throws Exception {
        String id = ArticlesFixture.publish(host, "First name", Map.of("slug", "first-name"));
        Item before = reader.rss("/feed").getItems().getFirst();
        HttpResponse<String> first = visitor.get("/feed/atom");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertEquals(304, visitor.get("/feed/atom", "If-None-Match", tag).statusCode());
        assertEquals(
                "feed article-" + id,
                first.headers().firstValue("Surrogate-Key").orElse(""));
        assertTrue(first.headers().firstValue("Cache-Control").orElse("").startsWith("public"));
        host.clock().tick(Duration.ofMinutes(5));
        ArticlesFixture.edit(
                        host,
                        "EDITOR",
                        "updateArticle",
                        Map.of("id", id, "headline", "Second name", "slug", "second-name", "approve", true))
                .ok();
        assertEquals(200, visitor.get("/feed/atom", "If-None-Match", tag).statusCode());
        Item after = reader.rss("/feed").getItems().getFirst();
        assertEquals("Second name", after.getTitle());
        assertEquals(before.getGuid().getValue(), after.getGuid().getValue());
        assertEquals(before.getPubDate(), after.getPubDate());
        assertEquals("2026-11-24T14:00:00Z", updated(before));
        assertEquals("2026-11-24T14:05:00Z", updated(after));
        var entry = reader.atom("/feed/atom").getEntries().getFirst();
        assertEquals(
                Duration.ofMinutes(5),
                Duration.between(
                        entry.getPublished().toInstant(), entry.getUpdated().toInstant()));
    }

    private static String updated(Item item) {
        return item.getForeignMarkup().stream()
                .filter(each -> each.getName().equals("updated"))
                .filter(each -> each.getNamespaceURI().equals("http://www.w3.org/2005/Atom"))
                .map(each -> each.getText())
                .findFirst()
                .orElse("");
    }
}
