package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.piton.articles.ArticlesFixture;
import news.piton.core.testing.TestHost;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands where on the front page: what an editor has chosen, then the newest, then each section's news. */
class FrontPageJourneyTest {
    private final TestHost host = Visitor.articlesAlone();
    private final Visitor visitor = Visitor.of(host);
    private final Map<String, String> ids = new HashMap<>();

    /** Thirty articles, the last one the newest, in two sections by turns. */
    @BeforeEach
    void fill() {
        ArticlesFixture.section(host, "sport", "Sport");
        for (int i = 1; i <= 30; i++) {
            host.clock().tick(Duration.ofMinutes(1));
            publish("No. " + i, Map.of("section", i % 2 == 0 ? "news" : "sport"));
        }
    }

    @AfterEach
    void close() {
        visitor.close();
        host.close();
    }

    private void publish(String headline, Map<String, Object> more) {
        ids.put(headline, ArticlesFixture.publish(host, headline, more));
    }

    private void edit(String mutation, String headline, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("id", ids.get(headline));
        host.clock().tick(Duration.ofMinutes(1));
        ArticlesFixture.edit(host, "EDITOR", mutation, input).ok();
    }

    private void feature(String headline) {
        edit("featureArticle", headline, Map.of());
    }

    private List<String> front(String where) {
        return visitor.page("/").select(where).eachText();
    }

    private String lead() {
        return front(".lead h2").getFirst();
    }

    private static List<String> numbers(int... numbers) {
        List<String> all = new ArrayList<>();
        for (int number : numbers) {
            all.add("No. " + number);
        }
        return all;
    }

    @Test
    void leads_with_what_an_editor_has_featured_last_then_the_other_featured_ones_then_the_newest() {
        assertEquals("No. 30", lead());
        feature("No. 3");
        assertEquals("No. 3", lead());
        feature("No. 29");
        assertEquals("No. 29", lead());
        assertEquals(numbers(3, 30, 28, 27), front(".seconds h2"));
        assertEquals(numbers(26, 25, 24, 23, 22, 21), front(".latest h3"));
        publish("No. 31", Map.of());
        assertEquals("No. 29", lead());
        assertEquals(numbers(3, 31, 30, 28), front(".seconds h2"));
        edit("unfeatureArticle", "No. 29", Map.of());
        assertEquals("No. 3", lead());
        edit("unpublishArticle", "No. 3", Map.of("reason", "Wrong"));
        assertEquals("No. 31", lead());
    }

    @Test
    void shows_nothing_twice_and_leaves_no_gap_where_the_rivers_begin() {
        feature("No. 16");
        feature("No. 18");
        feature("No. 28");
        Document front = visitor.page("/");
        assertEquals("No. 28", front.select(".lead h2").text());
        assertEquals(numbers(18, 16, 30, 29), front.select(".seconds h2").eachText());
        assertEquals(numbers(27, 26, 25, 24, 23, 22), front.select(".latest h3").eachText());
        assertEquals(
                numbers(20, 14, 12, 10),
                front.select(".river:has(a[href=/section/news]) h3").eachText());
        assertEquals(
                numbers(21, 19, 17, 15),
                front.select(".river:has(a[href=/section/sport]) h3").eachText());
    }

    @Test
    void does_not_lead_with_what_the_paper_has_taken_back_and_still_shows_it() {
        ArticlesFixture.retract(host, ids.get("No. 30"));
        assertEquals("No. 29", lead());
        assertEquals(numbers(28, 27, 26, 25), front(".seconds h2"));
        assertEquals(numbers(24, 23, 22, 21, 20, 30), front(".latest h3"));
        assertEquals(List.of("Retracted"), front(".latest .badge"));
    }

    @Test
    void shows_five_however_many_are_featured() {
        for (int i = 1; i <= 12; i++) {
            feature("No. " + i);
        }
        assertEquals("No. 12", lead());
        assertEquals(numbers(11, 10, 9, 8), front(".seconds h2"));
        assertEquals(numbers(30, 29, 28, 27, 26, 25), front(".latest h3"));
    }

    @Test
    void leads_with_nothing_that_is_retracted_not_public_or_no_news() {
        feature("No. 5");
        feature("No. 6");
        ArticlesFixture.retract(host, ids.get("No. 6"));
        assertEquals("No. 5", lead());
        ids.put("Not yet", ArticlesFixture.draft(host, "Not yet"));
        feature("Not yet");
        assertEquals("No. 5", lead());
        ArticlesFixture.section(host, "pages", "Pages");
        publish("Imprint", Map.of("section", "pages"));
        feature("Imprint");
        assertEquals("No. 5", lead());
        edit("publishArticle", "Not yet", Map.of());
        assertEquals("Not yet", lead());
        assertTrue(front("h2, h3").stream().noneMatch("Imprint"::equals));
    }

    @Test
    void costs_no_statement_more_and_names_what_leads_to_caches() {
        visitor.page("/");
        int without = host.statements(() -> visitor.page("/"));
        feature("No. 2");
        visitor.page("/");
        assertEquals(without, host.statements(() -> visitor.page("/")));
        Set<String> keys =
                Set.of(Visitor.header(visitor.get("/"), "Surrogate-Key").split(" "));
        assertTrue(keys.contains("front") && keys.contains("article-" + ids.get("No. 2")), keys.toString());
    }
}
