package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.testing.TestHost;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** A paper that has more tags and authors than a sitemap may name. */
class ManyNamesJourneyTest {

    private static List<String> places(Visitor visitor, String path) {
        return Jsoup.parse(visitor.get(path).body(), Parser.xmlParser()).select("loc").eachText().stream()
                .map(place -> place.replace("http://127.0.0.1:8080", ""))
                .toList();
    }

    @Test
    void has_as_many_sitemaps_of_them_as_it_takes() {
        try (TestHost host = TestHost.with(new ArticlesPlugin())
                        .pages(Visitor.site(2))
                        .boot();
                Visitor visitor = Visitor.of(host)) {
            for (String name : List.of("Ann Lee", "Ione Charlery")) {
                ArticlesFixture.change(host, "EDITOR", "createAuthor", "", Map.of("name", name))
                        .ok();
            }
            ArticlesFixture.publish(
                    host,
                    "At the zoo",
                    Map.of(
                            "tags", List.of("Ant", "Bee", "Cow", "Dog", "Eel"),
                            "authors", List.of("Ann Lee", "Ione Charlery")));
            List<String> sitemaps = List.of("/sitemaps/tags.xml", "/sitemaps/tags/2.xml", "/sitemaps/tags/3.xml");
            assertEquals(
                    Stream.concat(
                                    sitemaps.stream(),
                                    Stream.of("/sitemaps/authors.xml", "/sitemaps/articles/2026-11.xml"))
                            .toList(),
                    places(visitor, "/sitemap.xml").stream().skip(1).toList());
            assertEquals(
                    List.of(2, 2, 1),
                    sitemaps.stream().map(each -> places(visitor, each).size()).toList());
            assertEquals(
                    List.of("/tag/ant", "/tag/bee", "/tag/cow", "/tag/dog", "/tag/eel"),
                    sitemaps.stream()
                            .flatMap(each -> places(visitor, each).stream())
                            .sorted()
                            .toList());
            for (String nothing :
                    List.of("tags/4.xml", "tags/1.xml", "tags/0.xml", "tags/x", "authors/1.xml", "authors/2.xml")) {
                assertEquals(404, visitor.get("/sitemaps/" + nothing).statusCode(), nothing);
            }
        }
    }
}
