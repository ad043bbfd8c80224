package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.core.testing.TestHost;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

/** Pictures in an article's text weigh on a phone what they need to there, and let the page stand still as they come. */
class PicturesInTextJourneyTest {
    @Test
    void come_in_the_size_of_the_screen_when_they_are_scrolled_to() {
        try (TestHost host = Visitor.articlesAlone();
                Visitor visitor = Visitor.of(host)) {
            ArticlesFixture.upload(host, 1_000, 500);
            String url = host.as("EDITOR")
                    .send("{ images(first: 1) { nodes { url } } }")
                    .ok()
                    .text("/data/images/nodes/0/url");
            String plain = visitor.path(ArticlesFixture.publish(host, "Without pictures"));
            String id = ArticlesFixture.publish(
                    host,
                    "With pictures",
                    Map.of(
                            "body",
                            Map.of(
                                    "format",
                                    "MARKDOWN",
                                    "text",
                                    "![Boats](" + url + ")\n\nWords ![](" + url
                                            + ")\n\n![Elsewhere](https://pictures.example/a.jpg)")));
            String path = visitor.path(id);
            visitor.page(plain);
            Elements pictures = visitor.page(path).select(".body img");
            assertEquals(3, pictures.size());
            for (Element picture : pictures) {
                assertEquals("lazy", picture.attr("loading"));
                assertEquals("async", picture.attr("decoding"));
            }
            Element boats = pictures.first();
            assertEquals("1000 500", boats.attr("width") + " " + boats.attr("height"));
            assertTrue(boats.attr("srcset").matches("\\S+/320\\.jpg 320w, .*/1000\\.jpg 1000w"), boats.outerHtml());
            assertTrue(boats.attr("sizes").contains("42rem"), boats.outerHtml());
            assertEquals("", pictures.last().attr("srcset"));
            assertEquals(host.statements(() -> visitor.page(plain)) + 1, host.statements(() -> visitor.page(path)));
            String stored = host.guest()
                    .send("query($id: ID!) { article(id: $id) { body { html } } }", Map.of("id", id))
                    .ok()
                    .text("/data/article/body/html");
            assertTrue(!stored.contains("srcset") && !stored.contains("loading"), stored);
        }
    }
}
