package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.testing.TestHost;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A module that fails costs what it fills, and no page. */
class BrokenModuleJourneyTest {
    private static final String BOX = "form[action=/newsletter]";

    private final UnluckyNewsletter newsletter = new UnluckyNewsletter();
    private final TestHost host = TestHost.with(new ArticlesPlugin(), newsletter)
            .setting("server.page-memory", "1")
            .pages(Visitor.site())
            .boot();

    @AutoClose
    private final Visitor visitor = Visitor.of(host);

    @Test
    void what_stands_around_a_page_may_be_missing_and_nobody_keeps_the_page_then() {
        String article = ArticlesFixture.path(host, ArticlesFixture.publish(host, "Quay reopens"));
        for (String path : List.of("/", article, "/section/news", "/search?q=quay", "/nowhere")) {
            int status = path.equals("/nowhere") ? 404 : 200;
            newsletter.fails(true);
            HttpResponse<String> answer = visitor.get(path);
            Document poorer = Visitor.document(answer, status);
            assertEquals(
                    List.of("News"), poorer.select("nav[aria-label=Sections] a").eachText(), path);
            assertTrue(poorer.select(BOX).isEmpty(), path);
            assertTrue(poorer.text().contains("Quay reopens"), path);
            assertEquals("private, no-store", Visitor.header(answer, "Cache-Control"), path);
            newsletter.fails(false);
            HttpResponse<String> again = visitor.get(path);
            assertTrue(Visitor.header(again, "Cache-Control").startsWith("public, "), path);
        }
        assertEquals(1, visitor.page(article).select(BOX).size());
    }

    @Test
    void only_the_page_that_is_about_it_is_out_of_order() {
        newsletter.fails(true);
        assertEquals(500, visitor.get("/newsletter").statusCode());
        assertEquals(404, visitor.get("/section/nothing").statusCode());
        newsletter.fails(false);
        assertEquals(200, visitor.get("/newsletter").statusCode());
    }
}
