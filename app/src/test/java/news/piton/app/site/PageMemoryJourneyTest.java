package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.benmanes.caffeine.cache.Ticker;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import news.piton.articles.ArticlesFixture;
import news.piton.core.host.discovery.Plugins;
import news.piton.core.plugin.Plugin;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages that are kept in memory: for guests only, for some seconds only, and at no price but their bytes. */
class PageMemoryJourneyTest {
    private static final AtomicLong NANOS = new AtomicLong();
    private static final Ticker TICKER = NANOS::get;

    private static TestHost host;
    private static Visitor visitor;

    @BeforeAll
    static void open() {
        host = TestHost.with(Plugins.discover(Path.of("none")).toArray(Plugin[]::new))
                .setting("server.page-memory", "1")
                .pages(new ReaderSite(TICKER, SitemapPages.MOST))
                .boot();
        visitor = Visitor.of(host);
    }

    @AfterAll
    static void close() {
        visitor.close();
        host.close();
    }

    private static void pass(Duration time) {
        NANOS.addAndGet(time.toNanos());
    }

    private static String path(String id) {
        return ArticlesFixture.path(host, id);
    }

    private static void reword(String id, String headline) {
        ArticlesFixture.edit(host, "EDITOR", "updateArticle", Map.of("id", id, "headline", headline, "approve", true))
                .ok();
    }

    @Test
    void a_page_costs_no_statement_while_it_is_kept_and_is_made_anew_after_some_seconds() {
        String path = path(ArticlesFixture.publish(host, "Quay reopens"));
        HttpResponse<String> first = visitor.get(path);
        List<HttpResponse<String>> more = new ArrayList<>();
        assertEquals(0, host.statements(() -> {
            more.add(visitor.get(path));
            more.add(visitor.get(path + "?utm_source=somewhere&n=" + Math.random()));
        }));
        for (HttpResponse<String> again : more) {
            assertEquals(first.body(), again.body());
            assertEquals(first.headers().firstValue("ETag"), again.headers().firstValue("ETag"));
            assertEquals(
                    first.headers().firstValue("Surrogate-Key"), again.headers().firstValue("Surrogate-Key"));
        }
        assertEquals(
                304,
                visitor.get(
                                path,
                                "If-None-Match",
                                first.headers().firstValue("ETag").orElseThrow())
                        .statusCode());
        pass(PageMemory.FRESH);
        assertNotEquals(0, host.statements(() -> visitor.get(path)));
    }

    @Test
    void feeds_and_sitemaps_cost_no_statement_either_however_often_programs_ask() {
        ArticlesFixture.publish(host, "Rain", Map.of("tags", List.of("Weather")));
        String month = host.clock().instant().toString().substring(0, 7);
        for (String path : List.of(
                "/feed",
                "/feed/atom",
                "/section/news/feed/json",
                "/tag/weather/feed",
                "/sitemaps/news.xml",
                "/sitemaps/articles/" + month + ".xml")) {
            HttpResponse<String> first = visitor.get(path);
            assertEquals(200, first.statusCode(), path);
            String tag = first.headers().firstValue("ETag").orElseThrow();
            List<HttpResponse<String>> kept = new ArrayList<>();
            assertEquals(0, host.statements(() -> {
                kept.add(visitor.get(path));
                kept.add(visitor.get(path, "If-None-Match", tag));
            }));
            HttpResponse<String> again = kept.getFirst();
            assertEquals(first.body(), again.body());
            for (String header : List.of("Content-Type", "Link", "Surrogate-Key", "Access-Control-Allow-Origin")) {
                assertEquals(Visitor.header(first, header), Visitor.header(again, header), path);
            }
            assertEquals(304, kept.get(1).statusCode(), path);
            pass(PageMemory.FRESH);
            assertNotEquals(0, host.statements(() -> visitor.get(path)), path);
        }
    }

    @Test
    void a_reader_sees_what_was_changed_after_some_seconds_and_the_newsroom_at_once() {
        String id = ArticlesFixture.publish(host, "Bridge closes");
        String path = path(id);
        visitor.get(path);
        reword(id, "Bridge closes for a week");
        assertTrue(host.admin().get(path).body().contains("Bridge closes for a week"));
        pass(PageMemory.FRESH);
        assertEquals("Bridge closes for a week", visitor.page(path).select("h1").text());
    }

    @Test
    void what_the_newsroom_sees_is_not_kept_for_readers() {
        String id = ArticlesFixture.publish(host, "Road works");
        String path = path(id);
        assertEquals(
                "private, no-store",
                host.admin().get(path).headers().firstValue("Cache-Control").orElseThrow());
        assertNotEquals(0, host.statements(() -> visitor.get(path)));
        host.admin()
                .send(
                        "mutation($id: ID!) { unpublishArticle(input: {id: $id, reason: \"Wrong\"}) { userErrors {"
                                + " code } } }",
                        Map.of("id", id))
                .ok();
        pass(PageMemory.FRESH);
        assertEquals(404, visitor.get(path).statusCode());
        assertEquals(404, visitor.get(path).statusCode());
    }

    @Test
    void what_a_parameter_makes_another_page_is_made_anew() {
        String path = path(ArticlesFixture.publish(host, "Market day"));
        visitor.get(path);
        assertEquals(
                "private, no-store",
                visitor.get(path + "?thanks=comment")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElseThrow());
        assertNotEquals(0, host.statements(() -> visitor.get("/section/news?after=MSwx")));
        assertNotEquals(0, host.statements(() -> visitor.get("/section/news?after=MSwx")));
        assertNotEquals(0, host.statements(() -> visitor.get(path + "?entries=MSwx")));
        visitor.get("/");
        assertEquals(301, visitor.get("/?feed=rss2").statusCode());
        assertEquals(404, visitor.get("/?attachment_id=9").statusCode());
    }

    @Test
    void what_stands_around_pages_is_asked_once_for_all_readers_and_anew_after_some_seconds() {
        String one = path(ArticlesFixture.publish(host, "Ferry late"));
        String other = path(ArticlesFixture.publish(host, "Ferry on time"));
        pass(PageMemory.FRESH);
        visitor.get(one);
        ArticlesFixture.section(host, "harbour", "Harbour");
        ArticlesFixture.publish(host, "Harbour dredged", Map.of("section", "harbour"));
        String link = "nav a[href=/section/harbour]";
        assertTrue(visitor.page(other).select(link).isEmpty());
        assertEquals(
                1, Visitor.document(host.admin().get(other), 200).select(link).size());
        pass(PageMemory.FRESH);
        assertEquals(1, visitor.page(other).select(link).size());
    }
}
