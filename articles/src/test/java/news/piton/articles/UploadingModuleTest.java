package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of uploaded image files, the well-meant and the others, over HTTP. */
class UploadingModuleTest {
    private static TestHost host;
    private static MediaClient media;

    @BeforeAll
    static void boot() {
        host = TestHost.with(new ArticlesPlugin())
                .setting("articles.images-largest-file", "8")
                .boot();
        media = new MediaClient(host);
    }

    @AfterAll
    static void close() {
        media.close();
        host.close();
    }

    private static String sentence(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static void refused(int status, String part, HttpResponse<byte[]> answer) {
        assertEquals(status, answer.statusCode(), sentence(answer));
        assertTrue(sentence(answer).contains(part), sentence(answer));
    }

    private static void becomes(String type, int width, int height, byte[] file) {
        JsonNode image = media.uploaded(file, "");
        assertEquals(type, image.at("/type").asText());
        assertEquals(width, image.at("/width").asInt());
        assertEquals(height, image.at("/height").asInt());
        BufferedImage widest = Images.read(media.file(image.at("/url").asText()));
        assertEquals(width, widest.getWidth());
        assertEquals(height, widest.getHeight());
    }

    @Test
    void takes_each_kind_of_image_and_never_makes_it_larger() {
        becomes("image/jpeg", 400, 300, Images.file("jpg", 400, 300, 1));
        becomes("image/png", 400, 300, Images.file("png", 400, 300, 1));
        becomes("image/png", 400, 300, Images.file("gif", 400, 300, 1));
        becomes("image/png", 30, 20, Images.translucentPng(30, 20));
        becomes("image/jpeg", 400, 300, Images.webp("photograph.webp"));
        becomes("image/png", 60, 40, Images.webp("translucent.webp"));
        becomes("image/jpeg", 1_920, 960, Images.file("jpg", 4_000, 2_000, 1));
    }

    @Test
    void keeps_what_is_translucent_so() {
        String url =
                media.uploaded(Images.translucentPng(31, 20), "").at("/url").asText();
        assertEquals(0, Images.read(media.file(url)).getRGB(0, 0) >>> 24);
    }

    @Test
    void serves_all_widths_up_to_the_image_s_own() {
        String url =
                media.uploaded(Images.file("jpg", 1_000, 500, 2), "").at("/url").asText();
        for (int width : List.of(320, 640, 960, 1_000)) {
            BufferedImage rendition = Images.read(media.file(url.replace("/1000.", "/" + width + ".")));
            assertEquals(width, rendition.getWidth());
            assertEquals(width / 2, rendition.getHeight());
        }
        assertEquals(
                404, media.get(url.replace("/1000.", "/1280."), "GET", Map.of()).statusCode());
        assertEquals(
                404, media.get(url.replace(".jpg", ".png"), "GET", Map.of()).statusCode());
        assertEquals(
                404,
                media.get("/media/" + "0".repeat(32) + "/320.jpg", "GET", Map.of())
                        .statusCode());
    }

    @Test
    void turns_a_picture_upright_and_forgets_where_it_was_taken() {
        byte[] held = Images.with(Images.file("jpg", 400, 200, 3), (byte) 0xE1, Images.exif(6));
        assertTrue(new String(held, StandardCharsets.ISO_8859_1).contains("13.9094N"));
        JsonNode image = media.uploaded(held, "");
        assertEquals(200, image.at("/width").asInt());
        assertEquals(400, image.at("/height").asInt());
        byte[] kept = media.file(image.at("/url").asText());
        String text = new String(kept, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("GPS") || text.contains("Exif"), text);
        BufferedImage upright = Images.read(kept);
        assertTrue(Images.red(upright, 100, 50), "turned clockwise, the left half is on top");
        assertFalse(Images.red(upright, 100, 350));
    }

    @Test
    void shows_the_colours_that_a_profile_means() {
        byte[] kept =
                media.file(media.uploaded(Images.linear(55), "").at("/url").asText());
        int grey = Images.read(kept).getRGB(32, 32) & 0xFF;
        assertTrue(Math.abs(grey - 128) < 6, "a fifth of the light is half of the way in sRGB, not " + grey);
    }

    @Test
    void makes_nothing_of_which_readers_would_get_too_much() {
        JsonNode photograph = media.uploaded(Images.noise(900, 600, true), "");
        assertEquals("image/jpeg", photograph.at("/type").asText());
        JsonNode translucent = media.uploaded(Images.noise(1_300, 1_000, false), "");
        assertEquals("image/png", translucent.at("/type").asText());
        assertEquals(960, translucent.at("/width").asInt());
        byte[] widest = media.file(translucent.at("/url").asText());
        assertTrue(widest.length < 4 << 20, "not " + widest.length);
        assertEquals(960, Images.read(widest).getWidth());
    }

    @Test
    void lets_no_script_in_a_comment_through() {
        byte[] polyglot = Images.with(
                Images.file("jpg", 40, 20, 4),
                (byte) 0xFE,
                "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        byte[] kept = media.file(media.uploaded(polyglot, "").at("/url").asText());
        assertFalse(new String(kept, StandardCharsets.ISO_8859_1).contains("script"));
    }

    @Test
    void refuses_what_is_no_image_whatever_it_is_called() {
        for (String text : List.of(
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                "<!doctype html><script>alert(1)</script>",
                "%PDF-1.7",
                "x")) {
            HttpResponse<byte[]> answer = media.post(
                    text.getBytes(StandardCharsets.UTF_8),
                    "",
                    Map.of("Authorization", "Bearer " + media.token(), "Content-Type", "image/png"));
            refused(415, "not a JPEG, PNG, WebP or GIF", answer);
        }
    }

    @Test
    void refuses_a_bomb_by_what_its_header_promises() {
        refused(422, "60000 by 60000", media.upload(Images.promising(60_000, 60_000), ""));
        refused(422, "at most 50 megapixels", media.upload(Images.promising(10_000, 10_000), ""));
        refused(422, "no side may be longer", media.upload(Images.promising(40_000_000, 1), ""));
    }

    @Test
    void refuses_a_file_that_breaks_off_or_is_damaged() {
        for (byte[] whole : List.of(
                Images.file("jpg", 400, 300, 5),
                Images.file("png", 400, 300, 5),
                Images.file("gif", 400, 300, 5),
                Images.webp("photograph.webp"))) {
            for (int part = 1; part <= 3; part++) {
                byte[] broken = Arrays.copyOf(whole, Math.max(12, whole.length * part / 4));
                assertEquals(422, media.upload(broken, "").statusCode(), "part " + part);
            }
            byte[] zeroed = whole.clone();
            Arrays.fill(zeroed, 14, Math.min(whole.length, 400), (byte) 0);
            assertEquals(422, media.upload(zeroed, "").statusCode());
        }
    }

    @Test
    void refuses_what_is_too_long_empty_or_of_unknown_length() {
        refused(413, "at most 8 MiB", media.upload(new byte[(8 << 20) + 1], ""));
        refused(422, "empty", media.upload(new byte[0], ""));
        HttpRequest chunked = HttpRequest.newBuilder(host.url("/media"))
                .header("Authorization", "Bearer " + media.token())
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(Images.file("png", 9, 9, 0))))
                .build();
        refused(411, "Content-Length", media.exchange(chunked));
        refused(422, "too long", media.upload(Images.file("png", 9, 9, 6), "?alt=" + "a".repeat(1_001)));
    }

    @Test
    void is_for_those_who_write_articles_and_no_foreign_page_can_have_them_do_it() {
        byte[] file = Images.file("png", 8, 8, 7);
        refused(401, "", media.post(file, "?credit=Nightdesk", Map.of()));
        refused(401, "", media.post(file, "?credit=Nightdesk", Map.of("Authorization", "Bearer nonsense")));
        String cookie = "piton_session=" + media.token();
        refused(403, "this site's own pages", media.post(file, "?credit=Nightdesk", Map.of("Cookie", cookie)));
        refused(
                403,
                "",
                media.post(file, "?credit=Nightdesk", Map.of("Cookie", cookie, "Origin", "https://evil.example")));
        refused(403, "", media.post(file, "?credit=Nightdesk", Map.of("Cookie", cookie, "Origin", "null")));
        refused(
                403,
                "",
                media.post(file, "?credit=Nightdesk", Map.of("Cookie", cookie, "Sec-Fetch-Site", "same-site")));
        String ours = host.url("").toString();
        assertEquals(
                201,
                media.post(file, "?credit=Nightdesk", Map.of("Cookie", cookie, "Origin", ours))
                        .statusCode());
        assertEquals(
                201,
                media.post(file, "?credit=Nightdesk", Map.of("Cookie", cookie, "Sec-Fetch-Site", "same-origin"))
                        .statusCode());
        String log = "{ auditLog(action: \"uploadImage\", first: 100) { nodes { detail } } }";
        List<String> uploads =
                host.as("ADMIN").send(log).ok().at("/data/auditLog/nodes").findValuesAsText("detail");
        assertEquals(
                2, uploads.stream().filter(each -> each.contains("Nightdesk")).count());
    }

    @Test
    void makes_one_image_of_the_same_bytes_however_often_and_at_once_they_come() throws Exception {
        byte[] file = Images.file("jpg", 800, 600, 8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<JsonNode>> all = IntStream.range(0, 6)
                    .mapToObj(i -> threads.submit(() -> media.uploaded(file, "")))
                    .toList();
            JsonNode first = all.getFirst().get();
            for (Future<JsonNode> each : all) {
                assertEquals(first, each.get());
            }
            assertEquals(first, media.uploaded(file, "?credit=Ione"));
            assertFalse(first.equals(media.uploaded(Images.file("jpg", 800, 600, 9), "")));
        }
    }

    @Test
    void is_kept_by_caches_for_ever_and_by_nobody_taken_for_anything_else() {
        HttpResponse<byte[]> created = media.upload(Images.file("jpg", 400, 300, 10), "");
        String url = created.headers().firstValue("Location").orElseThrow();
        HttpResponse<byte[]> got = media.get(url, "GET", Map.of());
        Map<String, String> wanted = Map.of(
                "Cache-Control", "public, max-age=31536000, immutable",
                "Content-Type", "image/jpeg",
                "X-Content-Type-Options", "nosniff",
                "Content-Security-Policy", "default-src 'none'",
                "Content-Length", String.valueOf(got.body().length));
        HttpResponse<byte[]> head = media.get(url, "HEAD", Map.of());
        assertEquals(200, head.statusCode());
        wanted.forEach((name, value) -> {
            assertEquals(List.of(value), got.headers().allValues(name));
            assertEquals(List.of(value), head.headers().allValues(name));
        });
        String tag = got.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> again = media.get(url, "GET", Map.of("If-None-Match", "\"x\", W/" + tag));
        assertEquals(304, again.statusCode());
        assertEquals(0, again.body().length);
        assertEquals(tag, again.headers().firstValue("ETag").orElseThrow());
        assertEquals(
                200, media.get(url, "GET", Map.of("If-None-Match", "\"x\"")).statusCode());
    }
}
