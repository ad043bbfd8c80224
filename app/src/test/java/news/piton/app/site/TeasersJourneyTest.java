package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import news.piton.articles.ArticlesFixture;
import news.piton.core.testing.TestHost;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What lists say and show of articles, and which lists an article is in. */
class TeasersJourneyTest {
    private final TestHost host = Visitor.articlesAlone();
    private final Visitor visitor = Visitor.of(host);

    @AfterEach
    void close() {
        visitor.close();
        host.close();
    }

    private void edit(String who, String mutation, Map<String, Object> input) {
        ArticlesFixture.edit(host, who, mutation, input).ok();
    }

    private List<String> badges(String path) {
        return visitor.page(path).select(".teaser .badge, .head .kicker .badge").eachText();
    }

    @Test
    void say_what_goes_on_and_what_no_longer_holds() {
        ArticlesFixture.publish(host, "Quiet day", Map.of("tags", List.of("Storm")));
        String storm = ArticlesFixture.publish(host, "Storm comes", Map.of("tags", List.of("Storm")));
        edit("EDITOR", "startLiveBlog", Map.of("id", storm));
        for (String path : List.of("/", "/section/news", "/tag/storm", "/nowhere-but", "/search?q=storm")) {
            List<String> said = path.equals("/nowhere-but")
                    ? Visitor.document(visitor.get(path), 404)
                            .select(".teaser .badge")
                            .eachText()
                    : badges(path);
            assertEquals(List.of("Live"), said, path);
        }
        edit("EDITOR", "closeLiveBlog", Map.of("id", storm));
        assertEquals(List.of(), badges("/"));
        retract(storm);
        assertEquals(List.of("Retracted"), badges("/"));
        assertEquals(List.of("Retracted"), badges("/section/news"));
        Document page = visitor.page(visitor.path(storm));
        assertEquals(1, page.select(":containsOwn(There is no storm)").size());
        assertEquals(1, page.select(":containsOwn(Retraction)").size());
    }

    private void retract(String id) {
        edit("EDITOR", "correctArticle", Map.of("id", id, "kind", "RETRACTION", "text", "There is no storm."));
        ArticlesFixture.confirmRetraction(host, id);
    }

    @Test
    void pages_that_are_no_news_are_on_no_front_page() {
        ArticlesFixture.section(host, "pages", "Pages");
        ArticlesFixture.publish(host, "Imprint", Map.of("section", "pages"));
        ArticlesFixture.publish(host, "News of the day");
        Document front = visitor.page("/");
        assertEquals(
                List.of("News of the day"),
                front.select(".teaser h2, .teaser h3").eachText());
        assertEquals(List.of("News"), front.select("nav[aria-label=Sections] a").eachText());
        String contact = ArticlesFixture.publish(host, "Contact", Map.of("section", "pages"));
        for (String path : List.of("/", "/section/news", "/nowhere")) {
            Document page = Visitor.document(visitor.get(path), path.equals("/nowhere") ? 404 : 200);
            assertEquals(
                    List.of("Front page", "Sections", "Search", "Corrections", "Contact", "Imprint", "Back to the top"),
                    page.select("footer li").eachText(),
                    path);
            assertEquals(
                    visitor.path(contact),
                    page.select("footer a:contains(Contact)").attr("href"));
        }
        Document pages = visitor.page("/section/pages");
        assertEquals(
                Set.of("Imprint", "Contact"),
                Set.copyOf(pages.select(".teaser h2").eachText()));
        assertTrue(pages.select("nav a[href=/section/pages]").isEmpty());
    }

    @Test
    void pictures_come_in_the_size_that_the_screen_needs() {
        String id = ArticlesFixture.publish(
                host, "In pictures", Map.of("image", Map.of("id", ArticlesFixture.upload(host, 1_000, 500))));
        for (String path : List.of("/", "/section/news", visitor.path(id))) {
            Element picture = visitor.page(path).select("main img").first();
            List<String> widths = List.of(picture.attr("srcset").split(", ")).stream()
                    .map(each -> each.split(" ")[1])
                    .toList();
            assertEquals(List.of("320w", "640w", "960w", "1000w"), widths, path);
            assertTrue(picture.attr("sizes").contains("rem"), path);
            assertEquals("1000", picture.attr("width"));
        }
        ArticlesFixture.publish(
                host,
                "From elsewhere",
                Map.of(
                        "image",
                        Map.of(
                                "url",
                                "https://pictures.example/1.jpg",
                                "width",
                                1200,
                                "height",
                                800,
                                "alt",
                                "The quay")));
        assertTrue(visitor.page("/section/news")
                .select("img")
                .first()
                .attr("srcset")
                .isEmpty());
    }
}
