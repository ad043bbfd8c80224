package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.WireFeedInput;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.testing.TestHost;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Feeds, and what an article's page says to programs, over real HTTP and read by real parsers. */
class SyndicationJourneyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Ends whatever it is put into that is not escaped for that place; with what XML cannot hold. */
    private static final String HOSTILE =
            "Fish & chips]]></content></title></script><!--<script>alert(1)</script> \"quoted\" \u2028 \uD83D\uDE00";

    /** Headlines are one line. */
    private static final String SHOWN = HOSTILE.replace("\u2028 ", "");

    private TestHost host;
    private Visitor visitor;

    @BeforeEach
    void boot() {
        host = TestHost.with(new ArticlesPlugin())
                .setting("site.hubs", "https://hub.example/")
                .setting("site.logo", "https://cdn.example/logo.png")
                .pages(new ReaderSite())
                .boot();
        visitor = Visitor.of(host);
        host.as("EDITOR")
                .send("mutation { createAuthor(input: {name: \"Ione Charlery\"}) { userErrors { code } } }")
                .ok();
    }

    @AfterEach
    void close() {
        visitor.close();
        host.close();
    }

    private static Map<String, Object> body(String markdown) {
        return Map.of("format", "MARKDOWN", "text", markdown);
    }

    private String path(String id) {
        return host.admin()
                .send("query($id: ID!) { article(id: $id) { url } }", Map.of("id", id))
                .ok()
                .text("/data/article/url")
                .replaceFirst("^https?://[^/]+", "");
    }

    private void edit(String mutation, Map<String, Object> input) {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        host.as("EDITOR")
                .send(
                        "mutation($i: " + type + "!) { " + mutation + "(input: $i) { userErrors { code message } } }",
                        Map.of("i", input))
                .ok();
    }

    private String rich(String headline) {
        return ArticlesFixture.publish(
                host,
                headline,
                Map.of(
                        "standfirst", "Said & done.",
                        "tags", List.of("Regatta", "Sea & sand"),
                        "authors", List.of("Ione Charlery"),
                        "image",
                                Map.of(
                                        "url", "https://cdn.example/boat.jpg?a=1&b=2",
                                        "width", 1200,
                                        "height", 800,
                                        "alt", "A boat",
                                        "credit", "K. Joseph"),
                        "body", body("See [the table](/2026/01/01/table) ]]> and `a < b`.")));
    }

    private HttpResponse<String> got(String path, String type) {
        HttpResponse<String> response = visitor.get(path);
        assertEquals(200, response.statusCode(), path);
        assertEquals(
                type + "; charset=utf-8",
                response.headers().firstValue("Content-Type").orElse(""));
        return response;
    }

    private Channel rss(String path) throws Exception {
        return (Channel) new WireFeedInput()
                .build(new StringReader(got(path, "application/rss+xml").body()));
    }

    private Feed atom(String path) throws Exception {
        return (Feed) new WireFeedInput()
                .build(new StringReader(got(path, "application/atom+xml").body()));
    }

    @Test
    void all_formats_give_the_whole_text_with_links_that_work_elsewhere() throws Exception {
        String id = rich("Regatta ends in a calm");
        Channel rss = rss("/feed");
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

        Feed atom = atom("/feed/atom");
        var entry = atom.getEntries().getFirst();
        assertEquals(item.getGuid().getValue(), entry.getId());
        assertEquals(
                item.getContent().getValue(), entry.getContents().getFirst().getValue());
        assertEquals(
                "http://127.0.0.1:8080" + path(id),
                entry.getAlternateLinks().getFirst().getHref());
        assertEquals("Ione Charlery", entry.getAuthors().getFirst().getName());

        JsonNode json = JSON.readTree(got("/feed/json", "application/feed+json").body());
        assertEquals("https://jsonfeed.org/version/1.1", json.path("version").asText());
        assertEquals(entry.getId(), json.at("/items/0/id").asText());
        assertEquals(
                item.getContent().getValue(), json.at("/items/0/content_html").asText());
        assertEquals("WebSub", json.at("/hubs/0/type").asText());
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
        rich("Regatta ends in a calm");
        ArticlesFixture.section(host, "sport", "Sport");
        ArticlesFixture.publish(host, "Cricket", Map.of("section", "sport"));
        assertEquals(
                "News · The Saint Brendan Herald", rss("/section/news/feed").getTitle());
        assertEquals(1, rss("/section/sport/feed").getItems().size());
        assertEquals(1, rss("/tag/regatta/feed").getItems().size());
        assertEquals(1, atom("/author/ione-charlery/feed/atom").getEntries().size());
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
    void a_changed_article_keeps_its_identity_and_caches_are_told() throws Exception {
        String id = ArticlesFixture.publish(host, "First name", Map.of("slug", "first-name"));
        Item before = rss("/feed").getItems().getFirst();
        HttpResponse<String> first = visitor.get("/feed/atom");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertEquals(304, visitor.get("/feed/atom", "If-None-Match", tag).statusCode());
        String changed = first.headers().firstValue("Last-Modified").orElseThrow();
        assertEquals(
                304, visitor.get("/feed/atom", "If-Modified-Since", changed).statusCode());
        assertEquals(
                "feed article-" + id,
                first.headers().firstValue("Surrogate-Key").orElse(""));
        assertTrue(first.headers().firstValue("Cache-Control").orElse("").startsWith("public"));
        host.clock().tick(Duration.ofMinutes(5));
        edit("updateArticle", Map.of("id", id, "headline", "Second name", "slug", "second-name", "approve", true));
        assertEquals(200, visitor.get("/feed/atom", "If-None-Match", tag).statusCode());
        assertEquals(
                200, visitor.get("/feed/atom", "If-Modified-Since", changed).statusCode());
        Item after = rss("/feed").getItems().getFirst();
        assertEquals("Second name", after.getTitle());
        assertEquals(before.getGuid().getValue(), after.getGuid().getValue());
        assertEquals(before.getPubDate(), after.getPubDate());
        var entry = atom("/feed/atom").getEntries().getFirst();
        assertEquals(
                Duration.ofMinutes(5),
                Duration.between(
                        entry.getPublished().toInstant(), entry.getUpdated().toInstant()));
    }

    @Test
    void hostile_text_stays_text_in_every_format() throws Exception {
        String id = ArticlesFixture.publish(
                host, HOSTILE, Map.of("standfirst", HOSTILE, "tags", List.of("</category>&"), "body", body(HOSTILE)));
        assertEquals(SHOWN, rss("/feed").getItems().getFirst().getTitle());
        assertEquals(SHOWN, atom("/feed/atom").getEntries().getFirst().getTitle());
        assertEquals(
                SHOWN,
                JSON.readTree(visitor.get("/feed/json").body())
                        .at("/items/0/title")
                        .asText());
        Document page = visitor.page(path(id));
        JsonNode news = JSON.readTree(
                page.select("script[type=application/ld+json]").first().data());
        assertEquals(SHOWN, news.at("/@graph/1/itemListElement/2/name").asText());
        assertEquals(SHOWN, news.at("/@graph/0/description").asText());
        assertEquals(2, page.select("script").size(), "the data and the site's own");
        assertEquals(SHOWN, page.select("meta[property=og:title]").attr("content"));
    }

    @Test
    void characters_that_no_feed_can_hold_are_refused_or_left_out() throws Exception {
        for (String text : List.of("A\u0001B", "A\uD800B", "A\uFFFEB", "A\u000BB")) {
            Map<String, Object> input =
                    new HashMap<>(Map.of("headline", text, "section", "news", "standfirst", text, "body", body(text)));
            ArticlesFixture.section(host, "news", "News");
            var reply = host.as("EDITOR")
                    .send(
                            "mutation($i: CreateArticleInput!) { createArticle(input: $i) { article { id } } }",
                            Map.of("i", input));
            String id = reply.at("/data/createArticle/article/id").asText("");
            if (!id.isEmpty()) {
                edit("publishArticle", Map.of("id", id));
            }
        }
        rss("/feed");
        atom("/feed/atom");
        JSON.readTree(visitor.get("/feed/json").body());
        assertEquals(200, visitor.get("/sitemaps/news.xml").statusCode());
    }

    @Test
    void what_is_not_published_is_nowhere_not_even_for_the_newsroom() {
        ArticlesFixture.publish(host, "Open");
        String draft = ArticlesFixture.draft(host, "Secret draft", Map.of("tags", List.of("Hidden")));
        String later = ArticlesFixture.draft(host, "Secret plan");
        String at = host.clock().instant().plus(Duration.ofHours(1)).toString();
        edit("publishArticle", Map.of("id", later, "at", at));
        String back = ArticlesFixture.publish(host, "Secret regret");
        edit("unpublishArticle", Map.of("id", back, "reason", "Wrong."));
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
            for (HttpResponse<String> seen :
                    List.of(visitor.get(path), host.as("EDITOR").get(path))) {
                assertFalse(seen.body().toLowerCase(java.util.Locale.ROOT).contains("secret"), path);
                assertFalse(seen.body().contains("/tag/hidden"), path);
            }
        }
        for (String id : List.of(draft, later, back)) {
            String query = "/oembed?url=http://127.0.0.1:8080" + path(id);
            assertEquals(404, visitor.get(query).statusCode());
            assertEquals(404, host.as("EDITOR").get(query).statusCode());
            HttpResponse<String> preview = host.as("EDITOR").get(path(id));
            assertFalse(preview.body().contains("ld+json"), "a page that only the newsroom sees");
        }
    }

    @Test
    void an_article_s_page_says_to_programs_what_it_is() throws Exception {
        String id = rich("Regatta ends in a calm");
        Document page = visitor.page(path(id));
        Map<String, String> tags = Map.of(
                "og:type", "article",
                "og:title", "Regatta ends in a calm",
                "og:description", "Said & done.",
                "og:url", "http://127.0.0.1:8080" + path(id),
                "og:site_name", "The Saint Brendan Herald",
                "og:image", "https://cdn.example/boat.jpg?a=1&b=2",
                "og:image:width", "1200",
                "og:image:alt", "A boat",
                "article:section", "News",
                "article:author", "http://127.0.0.1:8080/author/ione-charlery");
        tags.forEach((name, value) ->
                assertEquals(value, page.select("meta[property=" + name + "]").attr("content"), name));
        assertEquals(
                List.of("Regatta", "Sea & sand"),
                page.select("meta[property=article:tag]").eachAttr("content"));
        assertTrue(page.select("meta[property=article:published_time]")
                .attr("content")
                .endsWith("-04:00"));
        assertEquals(
                "summary_large_image", page.select("meta[name=twitter:card]").attr("content"));
        JsonNode news = JSON.readTree(
                        page.select("script[type=application/ld+json]").first().data())
                .at("/@graph/0");
        assertEquals("NewsArticle", news.path("@type").asText());
        assertEquals(
                "https://cdn.example/logo.png", news.at("/publisher/logo/url").asText());
        assertEquals(
                "http://127.0.0.1:8080/author/ione-charlery",
                news.at("/author/0/url").asText());
        assertEquals("1200", news.at("/image/0/width").asText());
        assertTrue(news.path("datePublished").asText().endsWith("-04:00"));
        assertTrue(page.select("link[rel=alternate][type=application/rss+xml]")
                .attr("href")
                .equals("/feed"));
        assertEquals(
                List.of("/section/news/feed", "/feed"),
                visitor.page("/section/news")
                        .select("link[rel=alternate][type=application/rss+xml]")
                        .eachAttr("href"));
    }

    @Test
    void a_long_headline_is_cut_for_search_engines_at_a_word() throws Exception {
        String id = ArticlesFixture.publish(host, "Harbour works ".repeat(15).strip());
        JsonNode news = JSON.readTree(visitor.page(path(id))
                .select("script[type=application/ld+json]")
                .first()
                .data());
        String headline = news.at("/@graph/0/headline").asText();
        assertTrue(headline.length() <= 110 && headline.endsWith("…"), headline);
    }
}
