package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.testing.TestHost;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A paper that is not written in English says so wherever it is read. */
class SiteLanguageJourneyTest {

    @Test
    void is_told_on_pages_and_in_feeds_and_news_sitemaps() {
        try (TestHost host = TestHost.with(new ArticlesPlugin())
                        .setting("site.language", "pt-br")
                        .pages(Visitor.site())
                        .boot();
                Visitor visitor = Visitor.of(host)) {
            Document page = visitor.page(visitor.path(ArticlesFixture.publish(host, "A ponte abre hoje")));
            String rss = visitor.get("/feed").body();
            String atom = visitor.get("/feed/atom").body();
            String json = visitor.get("/feed/json").body();
            String sitemap = visitor.get("/sitemaps/news.xml").body();
            assertAll(
                    () -> assertEquals("pt-BR", page.select("html").attr("lang")),
                    () -> assertTrue(page.select("script[type=application/ld+json]")
                            .first()
                            .data()
                            .contains("\"inLanguage\":\"pt-BR\"")),
                    () -> assertTrue(rss.contains("<language>pt-BR</language>"), rss),
                    () -> assertTrue(
                            atom.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"pt-BR\""), atom),
                    () -> assertTrue(json.contains("\"language\":\"pt-BR\""), json),
                    () -> assertTrue(sitemap.contains("<news:language>pt</news:language>"), sitemap));
        }
    }
}
