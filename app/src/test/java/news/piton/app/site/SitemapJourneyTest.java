package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import news.piton.articles.ArticlesFixture;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Sitemaps, robots.txt and the oEmbed provider, over real HTTP and read by the JDK's parser. */
class SitemapJourneyTest {
    private static final String SITE = "http://127.0.0.1:8080";

    private TestHost host;
    private Visitor visitor;

    @BeforeEach
    void boot() {
        host = Visitor.articlesAlone();
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

    private static Document xml(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response.body());
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(response.body())));
        } catch (Exception invalid) {
            throw new AssertionError(response.body(), invalid);
        }
    }

    private List<String> texts(String path, String element) {
        NodeList found = xml(visitor.get(path)).getElementsByTagNameNS("*", element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    private String publish(String headline, String at, Map<String, Object> more) {
        String id = ArticlesFixture.draft(host, headline, more);
        host.as("EDITOR")
                .send(
                        "mutation($id: ID!, $at: DateTime) { publishArticle(input: {id: $id, at: $at}) { userErrors {"
                                + " code message } } }",
                        Map.of("id", id, "at", at))
                .ok();
        return host.admin()
                .send("query($id: ID!) { article(id: $id) { url } }", Map.of("id", id))
                .ok()
                .text("/data/article/url");
    }

    @Test
    void the_index_leads_to_every_page_that_readers_have() {
        assertEquals(List.of(SITE + "/sitemaps/sections.xml"), texts("/sitemap.xml", "loc"));
        host.clock().tick(Duration.ofMinutes(10));
        String one = publish(
                "One", "2024-02-29T23:59:59Z", Map.of("tags", List.of("Regatta"), "authors", List.of("Ione Charlery")));
        List<String> march = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            march.add(publish("March " + i, "2024-03-01T00:00:" + (i % 60 < 10 ? "0" : "") + i % 60 + "Z", Map.of()));
        }
        assertEquals(
                List.of(
                        SITE + "/sitemaps/sections.xml",
                        SITE + "/sitemaps/tags.xml",
                        SITE + "/sitemaps/authors.xml",
                        SITE + "/sitemaps/articles/2024-02.xml",
                        SITE + "/sitemaps/articles/2024-03.xml"),
                texts("/sitemap.xml", "loc"));
        assertEquals(List.of(one), texts("/sitemaps/articles/2024-02.xml", "loc"));
        List<String> listed = texts("/sitemaps/articles/2024-03.xml", "loc");
        assertEquals(120, listed.size());
        assertTrue(listed.containsAll(march));
        assertEquals(120, texts("/sitemaps/articles/2024-03-01.xml", "lastmod").size());
        assertEquals(120, texts("/sitemaps/articles/2024-03-01T00.xml", "loc").size());
        assertEquals(
                List.of(SITE + "/", SITE + "/sections", SITE + "/section/news"),
                texts("/sitemaps/sections.xml", "loc"));
        assertEquals(List.of(SITE + "/tag/regatta"), texts("/sitemaps/tags.xml", "loc"));
        assertEquals(List.of(SITE + "/author/ione-charlery"), texts("/sitemaps/authors.xml", "loc"));
        for (String nothing : List.of("2024-04.xml", "2024-13.xml", "2024-02-30.xml", "2024-03T00.xml", "x")) {
            assertEquals(404, visitor.get("/sitemaps/articles/" + nothing).statusCode(), nothing);
        }
        // 120 articles are two pages of a list, and one index range each
        assertTrue(host.statements(() -> visitor.get("/sitemaps/articles/2024-03.xml")) <= 2);
        assertEquals(0, host.statements(() -> visitor.get("/sitemap.xml")), "kept for ten minutes");
    }

    @Test
    void the_news_sitemap_holds_the_last_two_days() {
        String now = host.clock().instant().toString();
        String fresh = publish("Fish & chips <now>", now, Map.of());
        publish(
                "Three days ago",
                host.clock().instant().minus(Duration.ofDays(3)).toString(),
                Map.of());
        ArticlesFixture.section(host, "pages", "Pages");
        publish("Imprint", now, Map.of("section", "pages"));
        assertEquals(List.of(fresh), texts("/sitemaps/news.xml", "loc"));
        assertEquals(List.of("Fish & chips <now>"), texts("/sitemaps/news.xml", "title"));
        assertEquals(List.of("The Saint Brendan Herald"), texts("/sitemaps/news.xml", "name"));
        assertTrue(texts("/sitemaps/news.xml", "publication_date").getFirst().endsWith("-04:00"));
        assertTrue(visitor.get("/sitemaps/news.xml").body().contains("http://www.google.com/schemas/sitemap-news/0.9"));
    }

    @Test
    void robots_may_read_and_find_the_sitemaps() {
        HttpResponse<String> robots = visitor.get("/robots.txt");
        assertEquals(
                "text/plain; charset=utf-8",
                robots.headers().firstValue("Content-Type").orElse(""));
        List<String> lines = robots.body().lines().toList();
        assertTrue(lines.contains("Sitemap: " + SITE + "/sitemap.xml"));
        assertTrue(lines.contains("Disallow: /search"));
        assertTrue(lines.contains("Disallow: /drafts/"));
        assertFalse(lines.contains("Disallow: /"));
    }

    @Test
    void other_sites_can_show_an_article_by_its_address() throws Exception {
        String url = publish(
                "Fish & </title>",
                host.clock().instant().toString(),
                Map.of(
                        "authors", List.of("Ione Charlery"),
                        "image", Map.of("url", "https://cdn.example/a.jpg", "width", 1200, "height", 800, "alt", "A")));
        String query = "/oembed?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
        HttpResponse<String> answer = visitor.get(query);
        assertEquals(
                "*", answer.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
        JsonNode json = new ObjectMapper().readTree(answer.body());
        assertEquals("1.0", json.path("version").asText());
        assertEquals("link", json.path("type").asText());
        assertEquals("Fish & </title>", json.path("title").asText());
        assertEquals("Ione Charlery", json.path("author_name").asText());
        assertEquals(1200, json.path("thumbnail_width").asInt());
        JsonNode small = new ObjectMapper()
                .readTree(visitor.get(query + "&maxwidth=400&maxheight=400").body());
        assertTrue(small.path("thumbnail_url").isMissingNode(), "a picture of another site has one size");
        assertEquals("Fish & </title>", texts(query + "&format=xml", "title").getFirst());
        HttpResponse<String> refused = visitor.get(query + "&format=yaml");
        assertEquals(501, refused.statusCode());
        assertEquals("private, no-store", Visitor.header(refused, "Cache-Control"));
        for (String other : List.of(
                "",
                "https%3A%2F%2Felsewhere.example%2Fa",
                "http%3A%2F%2F127.0.0.1%3A8080%2Fnothing",
                "%3A%3A",
                "mailto%3Aa")) {
            assertEquals(404, visitor.get("/oembed?url=" + other).statusCode(), other);
        }
        var page = visitor.page(url.substring(SITE.length()));
        for (String type : List.of("application/json+oembed", "text/xml+oembed")) {
            String found = page.select("link[rel=alternate][type=" + type + "]").attr("href");
            assertEquals(200, visitor.get(found.substring(SITE.length())).statusCode(), found);
        }
    }
}
