package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.core.testing.TestHost;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The search page and its filters, as a form without JavaScript sends them. */
class SearchPageJourneyTest {
    private static TestHost host;
    private static Visitor visitor;

    @BeforeAll
    static void open() {
        host = Visitor.allModules().boot();
        visitor = Visitor.of(host);
        ArticlesFixture.section(host, "sport", "Sport");
        for (int number = 1; number <= 25; number++) {
            ArticlesFixture.publish(host, "Lantern " + number, Map.of("section", number % 12 == 0 ? "sport" : "news"));
            host.clock().tick(Duration.ofMinutes(1));
        }
    }

    @AfterAll
    static void close() {
        visitor.close();
        host.close();
    }

    private static List<String> headlines(Document page) {
        return page.select(".list h3 a").eachText();
    }

    @Test
    void looks_in_one_section_and_keeps_what_was_chosen() {
        Document page = visitor.page("/search?q=lantern&section=sport&order=newest");
        assertEquals(List.of("Lantern 24", "Lantern 12"), headlines(page));
        assertEquals(
                List.of("Sport", "Newest first"),
                page.select("option[selected]").eachText());
        assertEquals("lantern", page.select("#q").attr("value"));
        assertEquals(
                "<mark>Lantern</mark> 24", page.select(".list h3 a").first().html());
    }

    @Test
    void pages_through_what_was_found_in_the_chosen_order() {
        Document first = visitor.page("/search?q=lantern&order=newest");
        assertEquals("Lantern 25", headlines(first).getFirst());
        assertEquals(20, headlines(first).size());
        String more = first.select(".pages .older").attr("href");
        assertTrue(more.startsWith("/search?q=lantern&order=newest&after="), more);
        assertEquals(
                List.of("Lantern 5", "Lantern 4", "Lantern 3", "Lantern 2", "Lantern 1"),
                headlines(visitor.page(more)));
    }

    @Test
    void looks_among_what_was_published_in_some_days_by_the_newsroom_s_clocks() {
        for (String at : List.of("2025-03-01T03:59:59Z", "2025-03-01T04:00:00Z", "2025-03-03T03:59:59Z")) {
            publishAt(at);
        }
        Document page = visitor.page("/search?q=beacon&from=2025-03-01&to=2025-03-02&order=newest");
        assertEquals(List.of("Beacon 2025-03-03T03:59:59Z", "Beacon 2025-03-01T04:00:00Z"), headlines(page));
        assertEquals("2025-03-01", page.select("input[type=date][name=from]").attr("value"));
        assertEquals("2025-03-02", page.select("input[type=date][name=to]").attr("value"));
        assertEquals(
                3,
                headlines(visitor.page("/search?q=beacon&to=2025-03-02&from=")).size());
        assertEquals(
                3,
                headlines(visitor.page("/search?q=beacon&from=yesterday&to=2025-02-30"))
                        .size());
        String more = visitor.page("/search?q=lantern&from=2026-11-24&to=2026-11-24")
                .select(".pages .older")
                .attr("href");
        assertTrue(more.startsWith("/search?q=lantern&from=2026-11-24&to=2026-11-24&after="), more);
        assertEquals(5, headlines(visitor.page(more)).size());
    }

    private static void publishAt(String time) {
        Map<String, Object> input = Map.of("id", ArticlesFixture.draft(host, "Beacon " + time), "at", time);
        ArticlesFixture.edit(host, "EDITOR", "publishArticle", input).ok();
    }

    @Test
    void cuts_a_long_search_between_two_characters() {
        String words = "x".repeat(198) + " \uD83D\uDEA2";
        Document page = visitor.page("/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        assertEquals("x".repeat(198) + " ", page.select("#q").attr("value"));
    }

    @Test
    void finds_nothing_in_a_section_that_is_not_there() {
        assertEquals(List.of(), headlines(visitor.page("/search?q=lantern&section=nowhere")));
    }
}
