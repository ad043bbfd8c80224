package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Pictures in texts, through the endpoint: what another front end than ours needs of them. */
class TextImagesModuleTest {
    private static final String QUERY =
            "query($id: ID!) { article(id: $id) { body { blocks { ... on ImageBlock { width height renditions { url }"
                    + " } } images { url alt caption width height renditions { url width height } } } } }";

    @AutoClose
    private final TestHost host = ArticlesFixture.boot();

    @AutoClose
    private final MediaClient media = new MediaClient(host);

    private String upload(int shade) {
        return media.uploaded(Images.file("png", 1_000, 500, shade), "")
                .at("/url")
                .asText();
    }

    private JsonNode body(String article) {
        return host.guest().send(QUERY, Map.of("id", article)).ok().at("/data/article/body");
    }

    @Test
    void come_with_all_sizes_of_those_that_were_uploaded_for_one_statement_more() {
        String wide = upload(1);
        String narrow = URI.create(upload(2).replace("/1000.", "/320.")).getPath();
        String gone = narrow.replaceFirst("[0-9a-f]{32}", "0".repeat(32));
        String text = "<figure><img src=\"%s\" alt=\"Boats\"><figcaption>At dawn</figcaption></figure>".formatted(wide)
                + "<ul><li>A door <img src=\"%s\"></li></ul>".formatted(narrow)
                + "<table><tr><td><img width=8 height=4 src=\"%s\"></td></tr></table>".formatted(wide)
                + "<p>Two <img src=\"https://img.example/a.jpg\"> <img src=\"%s\"></p>".formatted(gone);
        String article = ArticlesFixture.publish(host, "With", Map.of("body", Map.of("format", "HTML", "text", text)));
        String plain = ArticlesFixture.publish(host, "Without");

        JsonNode images = body(article).at("/images");
        assertEquals(
                List.of("1000 500 4", "320 160 4", "8 4 4", "null null 0", "null null 0"),
                StreamSupport.stream(images.spliterator(), false)
                        .map(each -> each.at("/width") + " " + each.at("/height") + " "
                                + each.at("/renditions").size())
                        .toList());
        assertEquals("Boats", images.at("/0/alt").asText());
        assertEquals("At dawn", images.at("/0/caption").asText());
        assertEquals(narrow, images.at("/1/url").asText());
        assertEquals(
                images.at("/0/renditions").findValues("url"),
                body(article).at("/blocks/0/renditions").findValues("url"));
        for (JsonNode rendition : images.at("/1/renditions")) {
            var file = Images.read(media.file(rendition.at("/url").asText()));
            assertEquals(rendition.at("/width").asInt(), file.getWidth());
            assertEquals(rendition.at("/height").asInt(), file.getHeight());
        }
        body(plain);
        assertEquals(1 + host.statements(() -> body(plain)), host.statements(() -> body(article)));
    }
}
