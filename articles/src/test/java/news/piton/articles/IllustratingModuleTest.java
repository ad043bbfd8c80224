package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Articles with uploaded images, through the endpoint. */
class IllustratingModuleTest {
    private static final String IMAGE =
            "query($id: ID!) { article(id: $id) { image { id alt caption credit width height url"
                    + " small: url(width: 300) middle: url(width: 641) huge: url(width: 9000)"
                    + " renditions { url width height } } } }";
    private static TestHost host;
    private static MediaClient media;
    private static int shade;

    @BeforeAll
    static void boot() {
        host = TestHost.boot(new ArticlesPlugin());
        media = new MediaClient(host);
        ArticlesFixture.section(host, "news", "News");
    }

    @AfterAll
    static void close() {
        media.close();
        host.close();
    }

    /** An image that no other test has. */
    private static JsonNode upload(String query) {
        return media.uploaded(Images.file("png", 1_000, 500, ++shade), query);
    }

    private static boolean there(JsonNode image) {
        return media.get(image.at("/url").asText(), "GET", Map.of()).statusCode() == 200;
    }

    private static String published(Map<String, Object> image) {
        return ArticlesFixture.publish(host, "With a picture " + ++shade, Map.of("image", image));
    }

    private static JsonNode image(String article) {
        return host.guest().send(IMAGE, Map.of("id", article)).ok().at("/data/article/image");
    }

    private static Reply attempt(Map<String, Object> image) {
        return ArticlesFixture.create(host, ArticlesFixture.input("Attempt " + ++shade, Map.of("image", image)));
    }

    @Test
    void shows_an_uploaded_image_in_all_its_widths() {
        JsonNode uploaded = upload("?alt=Boats%20at%20the%20quay&credit=Ione");
        String article = published(Map.of("id", uploaded.at("/id").asText(), "caption", "On Monday"));
        JsonNode image = image(article);
        assertEquals("Boats at the quay", image.at("/alt").asText());
        assertEquals("On Monday", image.at("/caption").asText());
        assertEquals("Ione", image.at("/credit").asText());
        assertEquals(uploaded.at("/url"), image.at("/url"));
        assertEquals(
                List.of("320", "640", "960", "1000"),
                image.findValuesAsText("width").subList(1, 5));
        for (JsonNode rendition : image.at("/renditions")) {
            var pixels = Images.read(media.file(rendition.at("/url").asText()));
            assertEquals(rendition.at("/width").asInt(), pixels.getWidth());
            assertEquals(rendition.at("/height").asInt(), pixels.getHeight());
        }
        assertTrue(image.at("/small").asText().endsWith("/320.png"));
        assertTrue(image.at("/middle").asText().endsWith("/960.png"));
        assertTrue(image.at("/huge").asText().endsWith("/1000.png"));
    }

    @Test
    void knows_an_uploaded_image_by_the_address_of_any_rendition_as_well() {
        JsonNode uploaded = upload("?alt=A%20door");
        String narrow = uploaded.at("/url").asText().replace("/1000.", "/320.");
        JsonNode image = image(published(Map.of("url", narrow)));
        assertEquals(uploaded.at("/url"), image.at("/url"));
        assertEquals(1_000, image.at("/width").asInt());
    }

    @Test
    void has_the_one_size_of_an_image_that_lies_elsewhere() {
        JsonNode image = image(
                published(Map.of("url", "https://img.example/a.jpg", "width", 800, "height", 600, "alt", "A stall")));
        assertEquals("https://img.example/a.jpg", image.at("/small").asText());
        assertEquals(
                "[{\"url\":\"https://img.example/a.jpg\",\"width\":800,\"height\":600}]",
                image.at("/renditions").toString());
    }

    @Test
    void takes_no_image_that_is_missing_named_twice_or_not_described() {
        String id = upload("").at("/id").asText();
        assertEquals("BLANK", attempt(Map.of("id", id)).text("/data/createArticle/userErrors/0/code"));
        assertTrue(attempt(Map.of("id", "nonsense", "alt", "x")).toString().contains("no uploaded image"));
        assertTrue(attempt(Map.of("alt", "x")).toString().contains("Give either"));
        assertTrue(attempt(Map.of("alt", "x", "id", id, "url", "https://img.example/a.jpg"))
                .toString()
                .contains("Give either"));
        assertTrue(attempt(Map.of("url", "https://img.example/a.jpg", "alt", "x"))
                .toString()
                .contains("width"));
    }

    @Test
    void nobody_overwrites_what_somebody_else_has_said_of_an_image() {
        byte[] file = Images.file("png", 1_000, 500, ++shade);
        String id = media.uploaded(file, "").at("/id").asText();
        String describe = "mutation($i: DescribeImageInput!) { describeImage(input: $i) { image { alt credit version }"
                + " stored { alt } userErrors { code } } }";
        Map<String, Object> seen = Map.of("id", id, "expectedVersion", 1, "alt", "Boats");
        assertEquals(
                "{\"alt\":\"Boats\",\"credit\":null,\"version\":2}",
                host.as("AUTHOR")
                        .send(describe, Map.of("i", seen))
                        .ok()
                        .at("/data/describeImage/image")
                        .toString());
        Reply stale = host.as("AUTHOR").send(describe, Map.of("i", seen));
        assertEquals(List.of("CONFLICT"), stale.userErrorCodes());
        assertEquals("Boats", stale.text("/data/describeImage/stored/alt"));
        media.uploaded(file, "?credit=Ione");
        media.uploaded(file, "");
        Map<String, Object> same = Map.of("id", id, "expectedVersion", 3, "alt", "Boats");
        assertEquals(
                "{\"alt\":\"Boats\",\"credit\":\"Ione\",\"version\":3}",
                host.as("AUTHOR")
                        .send(describe, Map.of("i", same))
                        .ok()
                        .at("/data/describeImage/image")
                        .toString());
    }

    @Test
    void lists_and_describes_images_for_staff_alone() {
        JsonNode first = upload("");
        JsonNode second = upload("");
        Map<String, Object> input = Map.of("id", second.at("/id").asText(), "alt", "Said later", "credit", "Ione");
        String describe =
                "mutation($i: DescribeImageInput!) { describeImage(input: $i) { image { id alt credit caption }"
                        + " userErrors { code } } }";
        Reply described = host.as("AUTHOR").send(describe, Map.of("i", input)).ok();
        assertEquals("Said later", described.text("/data/describeImage/image/alt"));
        Map<String, Object> cleared =
                new HashMap<>(Map.of("id", second.at("/id").asText()));
        cleared.put("credit", null);
        described = host.as("AUTHOR").send(describe, Map.of("i", cleared)).ok();
        assertEquals("Said later", described.text("/data/describeImage/image/alt"));
        assertTrue(described.at("/data/describeImage/image/credit").isNull());
        Map<String, Object> missing = Map.of("id", "nonsense");
        assertEquals(
                "NOT_FOUND",
                host.as("AUTHOR").send(describe, Map.of("i", missing)).text("/data/describeImage/userErrors/0/code"));

        String list = "query($after: String) { images(first: 1, after: $after) { totalCount nodes { id alt url }"
                + " pageInfo { endCursor hasNextPage } } }";
        JsonNode page = host.as("AUTHOR").send(list).ok().at("/data/images");
        assertEquals(second.at("/id"), page.at("/nodes/0/id"));
        String after = page.at("/pageInfo/endCursor").asText();
        page = host.as("AUTHOR").send(list, Map.of("after", after)).ok().at("/data/images");
        assertEquals(first.at("/id"), page.at("/nodes/0/id"));
        assertEquals("UNAUTHENTICATED", host.guest().send(list).text("/errors/0/extensions/code"));

        String node = "query($id: ID!) { node(id: $id) { ... on Image { url } } }";
        Map<String, String> id = Map.of("id", second.at("/id").asText());
        assertTrue(host.guest().send(node, id).at("/data/node").isNull());
        assertEquals(
                second.at("/url").asText(), host.as("AUTHOR").send(node, id).text("/data/node/url"));
    }

    @Test
    void drops_what_nothing_has_ever_shown_and_never_what_is_in_use() {
        JsonNode unused = upload("");
        JsonNode main = upload("?alt=A%20pier");
        JsonNode inText = upload("");
        JsonNode draft = upload("?alt=A%20draft");
        JsonNode former = upload("?alt=Before");
        published(Map.of("id", main.at("/id").asText()));
        String path = URI.create(inText.at("/url").asText()).getPath();
        ArticlesFixture.publish(
                host,
                "Picture in the text",
                Map.of(
                        "body",
                        Map.of(
                                "format",
                                "HTML",
                                "text",
                                "<p>See:</p><figure><img src=\"" + path + "\" alt=\"A net\"></figure>")));
        ArticlesFixture.draft(
                host,
                "Only a draft",
                Map.of("image", Map.of("id", draft.at("/id").asText())));
        JsonNode proposed = upload("?alt=Waits");
        JsonNode proposedInText = upload("");
        String waits = published(Map.of("id", main.at("/id").asText()));
        ArticlesFixture.edit(
                        host,
                        "AUTHOR",
                        "updateArticle",
                        Map.of(
                                "id",
                                waits,
                                "image",
                                Map.of("id", proposed.at("/id").asText()),
                                "body",
                                Map.of(
                                        "format",
                                        "HTML",
                                        "text",
                                        "<figure><img src=\""
                                                + proposedInText.at("/url").asText() + "\" alt=\"A boat\"></figure>")))
                .ok();
        String changed = published(Map.of("id", former.at("/id").asText()));
        Map<String, Object> without = new HashMap<>(Map.of("id", changed));
        without.put("image", null);
        without.put("approve", true);
        ArticlesFixture.edit(host, "EDITOR", "updateArticle", without).ok();

        host.clock().tick(Duration.ofDays(29));
        host.runJob("articles.drop-unused-images");
        assertTrue(there(unused));
        host.clock().tick(Duration.ofDays(2));
        JsonNode fresh = upload("");
        host.runJob("articles.drop-unused-images");
        assertFalse(there(unused));
        for (JsonNode kept : List.of(main, inText, draft, former, proposed, proposedInText, fresh)) {
            assertTrue(there(kept), kept.toString());
        }
    }

    @Test
    void counts_an_image_that_comes_again_as_new() {
        byte[] file = Images.file("png", 900, 500, ++shade);
        JsonNode image = media.uploaded(file, "");
        host.clock().tick(Duration.ofDays(20));
        media.uploaded(file, "");
        host.clock().tick(Duration.ofDays(20));
        host.runJob("articles.drop-unused-images");
        assertTrue(there(image));
    }

    @Test
    void takes_no_statement_more_for_a_list_of_articles_with_their_renditions() {
        String id = upload("?alt=A%20list").at("/id").asText();
        for (int i = 0; i < 3; i++) {
            published(Map.of("id", id));
        }
        String query =
                "{ articles(first: 20) { nodes { headline image { alt url(width: 320) renditions { url width } } } } }";
        host.guest().send(query).ok();
        assertEquals(1, host.statements(() -> host.guest().send(query).ok()));
        String url = upload("").at("/url").asText();
        assertEquals(1, host.statements(() -> media.file(url)));
    }
}
