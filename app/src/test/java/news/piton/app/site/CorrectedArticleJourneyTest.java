package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.WireFeedInput;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.core.testing.TestHost;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What programs hear of a correction: feed readers and search engines. */
class CorrectedArticleJourneyTest {
    private TestHost host;
    private Visitor visitor;

    @BeforeEach
    void boot() {
        host = Visitor.articlesAlone();
        visitor = Visitor.of(host);
    }

    @AfterEach
    void close() {
        visitor.close();
        host.close();
    }

    private void correct(String id, String kind, String text) {
        ArticlesFixture.edit(host, "EDITOR", "correctArticle", Map.of("id", id, "kind", kind, "text", text))
                .ok();
    }

    private JsonNode structured(String id) throws Exception {
        return new ObjectMapper()
                .readTree(visitor.page(ArticlesFixture.path(host, id))
                        .select("script[type=application/ld+json]")
                        .first()
                        .data());
    }

    @Test
    void feeds_tell_it_as_an_update_and_before_the_text() throws Exception {
        String id = ArticlesFixture.publish(host, "The bridge is closed");
        String before = visitor.get("/feed").headers().firstValue("ETag").orElseThrow();
        host.clock().tick(Duration.ofHours(2));
        correct(id, "CORRECTION", "It is <open>.");
        assertEquals(200, visitor.get("/feed", "If-None-Match", before).statusCode());
        Feed atom = (Feed) new WireFeedInput()
                .build(new StringReader(visitor.get("/feed/atom").body()));
        Entry entry = (Entry) atom.getEntries().getFirst();
        assertEquals(
                Duration.ofHours(2),
                Duration.between(
                        entry.getPublished().toInstant(), entry.getUpdated().toInstant()));
        Channel rss = (Channel)
                new WireFeedInput().build(new StringReader(visitor.get("/feed").body()));
        for (String html : List.of(
                entry.getContents().getFirst().getValue(),
                rss.getItems().getFirst().getContent().getValue())) {
            assertEquals(
                    "Correction: It is <open>.",
                    Jsoup.parseBodyFragment(html).body().child(0).text());
        }
    }

    @Test
    void a_feed_of_their_own_tells_what_was_corrected_in_old_articles_too() throws Exception {
        String id = ArticlesFixture.publish(host, "The bridge is closed");
        for (int number = 1; number <= 21; number++) {
            ArticlesFixture.publish(host, "Newer " + number);
        }
        host.clock().tick(Duration.ofDays(30));
        correct(id, "CORRECTION", "It is <open>.");
        host.clock().tick(Duration.ofHours(1));
        correct(id, "CLARIFICATION", "To walkers.");
        assertFalse(visitor.get("/feed").body().contains("bridge"));
        Document page = visitor.page("/corrections");
        List<String> feeds =
                page.select("link[rel=alternate][href^=/corrections]").eachAttr("href");
        assertEquals(List.of("/corrections/feed", "/corrections/feed/atom", "/corrections/feed/json"), feeds);
        Channel rss = (Channel) new WireFeedInput()
                .build(new StringReader(visitor.get(feeds.get(0)).body()));
        assertEquals("Corrections · The Saint Brendan Herald", rss.getTitle());
        assertEquals(
                List.of("Clarification: The bridge is closed", "Correction: The bridge is closed"),
                rss.getItems().stream().map(Item::getTitle).toList());
        Item item = rss.getItems().get(1);
        assertEquals("http://127.0.0.1:8080" + visitor.path(id) + "#corrections", item.getLink());
        assertEquals("It is <open>.", item.getDescription().getValue());
        assertEquals(
                "Correction: It is <open>. The bridge is closed",
                Jsoup.parseBodyFragment(item.getContent().getValue()).text());
        Feed atom = (Feed) new WireFeedInput()
                .build(new StringReader(visitor.get(feeds.get(1)).body()));
        JsonNode json = new ObjectMapper().readTree(visitor.get(feeds.get(2)).body());
        List<String> ids = json.path("items").findValuesAsText("id");
        assertEquals(2, ids.stream().distinct().count());
        assertEquals(
                ids,
                rss.getItems().stream().map(each -> each.getGuid().getValue()).toList());
        assertEquals(ids, atom.getEntries().stream().map(Entry::getId).toList());
        assertEquals("corrections article-" + id, Visitor.header(visitor.get(feeds.get(0)), "Surrogate-Key"));
        assertEquals(
                Visitor.header(visitor.get("/feed"), "Cache-Control"),
                Visitor.header(visitor.get(feeds.get(0)), "Cache-Control"));
    }

    @Test
    void a_retracted_article_is_no_news_and_feeds_say_so_in_its_title() throws Exception {
        String id = ArticlesFixture.publish(host, "The bridge is closed");
        ArticlesFixture.publish(host, "The bridge is open");
        assertTrue(visitor.get("/sitemaps/news.xml").body().contains("The bridge is closed"));
        correct(id, "RETRACTION", "It never was.");
        ArticlesFixture.confirmRetraction(host, id);
        String news = visitor.get("/sitemaps/news.xml").body();
        assertTrue(news.contains("The bridge is open"));
        assertFalse(news.contains("The bridge is closed"));
        String title = "Retracted: The bridge is closed";
        Channel rss = (Channel)
                new WireFeedInput().build(new StringReader(visitor.get("/feed").body()));
        assertEquals(title, rss.getItems().get(1).getTitle());
        Feed atom = (Feed) new WireFeedInput()
                .build(new StringReader(visitor.get("/feed/atom").body()));
        assertEquals(title, ((Entry) atom.getEntries().get(1)).getTitle());
        JsonNode json = new ObjectMapper().readTree(visitor.get("/feed/json").body());
        assertEquals(title, json.at("/items/1/title").asText());
        assertEquals("The bridge is open", json.at("/items/0/title").asText());
    }

    @Test
    void search_engines_get_it_as_a_correction_comment() throws Exception {
        String id = ArticlesFixture.publish(host, "The bridge is closed");
        assertTrue(structured(id).at("/@graph/0/correction").isMissingNode());
        correct(id, "CORRECTION", "It is </script> open.");
        JsonNode correction = structured(id).at("/@graph/0/correction/0");
        assertEquals("CorrectionComment", correction.path("@type").asText());
        assertEquals("It is </script> open.", correction.path("text").asText());
        String at = correction.path("datePublished").asText();
        assertTrue(at.endsWith("-04:00"), at);
    }

    @Test
    void breadcrumbs_lead_through_the_section_above() throws Exception {
        ArticlesFixture.section(host, "sport", "Sport");
        ArticlesFixture.sectionBelow(host, "sport", "cricket", "Cricket");
        String id = ArticlesFixture.publish(host, "Bad light", Map.of("section", "cricket"));
        JsonNode way = structured(id).at("/@graph/1/itemListElement");
        assertEquals(
                List.of("Sport", "Cricket", "Bad light"),
                way.findValuesAsText("name").subList(1, 4));
        assertEquals(List.of("1", "2", "3", "4"), way.findValuesAsText("position"));
    }
}
