package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.core.testing.TestHost;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What an article's page says to programs, read by real parsers. */
class PageMetadataJourneyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @AutoClose
    private static final FeedReader reader = new FeedReader();

    private static final TestHost host = reader.host();
    private static final Visitor visitor = reader.visitor();

    @Test
    void an_article_s_page_says_to_programs_what_it_is() throws Exception {
        String id = reader.rich("Regatta ends in a calm");
        Document page = visitor.page(visitor.path(id));
        Map<String, String> tags = Map.of(
                "og:type", "article",
                "og:title", "Regatta ends in a calm",
                "og:description", "Said & done.",
                "og:url", "http://127.0.0.1:8080" + visitor.path(id),
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
        assertEquals("max-image-preview:large", page.select("meta[name=robots]").attr("content"));
        assertEquals(
                "noindex, follow",
                visitor.page("/search?q=calm").select("meta[name=robots]").attr("content"));
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
    void a_page_that_is_no_news_is_announced_as_none() throws Exception {
        ArticlesFixture.section(host, "pages", "Pages");
        String id = ArticlesFixture.publish(host, "Imprint", Map.of("section", "pages", "tags", List.of("Law")));
        ArticlesFixture.publish(host, "Contact", Map.of("section", "pages", "tags", List.of("Law")));
        Document page = visitor.page(visitor.path(id));
        assertEquals("website", page.select("meta[property=og:type]").attr("content"));
        assertEquals(0, page.select("meta[property^=article:]").size());
        JsonNode graph = JSON.readTree(
                        page.select("script[type=application/ld+json]").first().data())
                .path("@graph");
        assertEquals("WebPage", graph.at("/0/@type").asText());
        assertEquals("Imprint", graph.at("/0/name").asText());
        assertFalse(graph.toString().contains("datePublished"), graph.toString());
        assertEquals(
                List.of("The Saint Brendan Herald", "Imprint"),
                graph.at("/1/itemListElement").findValuesAsText("name"));
        assertEquals(0, page.select(".byline, .kicker, .related").size());
        assertEquals("As of 24 November 2026", page.select(".dateline").text());
        assertEquals(0, page.select("[data-read]").size());
    }

    @Test
    void search_engines_keep_the_beginning_of_a_list_and_follow_the_rest() {
        ArticlesFixture.section(host, "archive", "Archive");
        for (int number = 1; number <= 21; number++) {
            ArticlesFixture.publish(host, "Piece " + number, Map.of("section", "archive"));
        }
        Document first = visitor.page("/section/archive");
        assertEquals(
                "max-image-preview:large", first.select("meta[name=robots]").attr("content"));
        Document next = visitor.page(first.select(".pages .older").attr("href"));
        assertEquals(1, next.select(".teaser").size());
        assertEquals("noindex, follow", next.select("meta[name=robots]").attr("content"));
        assertEquals(0, next.select("link[rel=canonical]").size());
        String place = next.select(".pages a").attr("href");
        assertTrue(place.startsWith("/section/archive?before="), place);
        assertEquals(
                "noindex, follow",
                visitor.page(place).select("meta[name=robots]").attr("content"));
    }

    @Test
    void the_logo_is_the_paper_s_face_on_its_pages_and_where_they_are_linked() {
        String id = reader.rich("A piece with a picture of its own");
        String plain = ArticlesFixture.publish(host, "A piece without any picture");
        for (String path : List.of("/", visitor.path(id), visitor.path(plain), "/nowhere")) {
            Document page = Visitor.document(visitor.get(path), path.equals("/nowhere") ? 404 : 200);
            Element logo = page.selectFirst(".masthead .name img");
            assertEquals("https://cdn.example/logo.png", logo.attr("src"), path);
            assertEquals("The Saint Brendan Herald", logo.attr("alt"));
            assertEquals("", page.select(".masthead .name").text());
        }
        assertEquals(List.of("https://cdn.example/boat.jpg?a=1&b=2"), cards(visitor.path(id)));
        assertEquals(List.of("https://cdn.example/logo.png"), cards(visitor.path(plain)));
        assertEquals(List.of("https://cdn.example/logo.png"), cards("/section/news"));
    }

    private static List<String> cards(String path) {
        return visitor.page(path).select("meta[property=og:image]").eachAttr("content");
    }

    @Test
    void a_long_headline_is_cut_for_search_engines_at_a_word() throws Exception {
        String id = ArticlesFixture.publish(host, "Harbour works ".repeat(15).strip());
        JsonNode news = JSON.readTree(visitor.page(visitor.path(id))
                .select("script[type=application/ld+json]")
                .first()
                .data());
        String headline = news.at("/@graph/0/headline").asText();
        assertEquals("Harbour works ".repeat(7) + "Harbour…", headline);
    }
}
