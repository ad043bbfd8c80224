package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.comments.CommentsFixture;
import news.piton.core.host.discovery.Plugins;
import news.piton.core.plugin.Plugin;
import news.piton.core.testing.TestHost;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What readers send from the site, and what is left of it when a module is not installed. */
class SiteFormsJourneyTest {
    private final TestHost host = boot();
    private final Visitor visitor = Visitor.of(host);
    private final String id = ArticlesFixture.publish(host, "Bridge opens");
    private final String path = visitor.path(id);

    private static TestHost boot(String... without) {
        return TestHost.with(Plugins.discover(Path.of("none")).stream()
                        .filter(plugin ->
                                !List.of(without).contains(plugin.describe().name()))
                        .toArray(Plugin[]::new))
                .pages(Visitor.site())
                .setting("server.body-time", "PT2S")
                .boot();
    }

    @AfterEach
    void close() {
        visitor.close();
        host.close();
    }

    private Map<String, String> comment(String name, String body) {
        return new HashMap<>(Map.of(
                "form",
                "comment",
                "articleId",
                id,
                "authorName",
                name,
                "body",
                body,
                "challenge",
                host.solvedChallenge()));
    }

    @Test
    void a_comment_is_taken_and_thanked_for() {
        HttpResponse<String> sent = visitor.post(path, comment("Ana Joseph", "Well built."));
        assertEquals(303, sent.statusCode());
        String next = sent.headers().firstValue("Location").orElse("");
        assertEquals(path + "?thanks=comment#comments", next);
        HttpResponse<String> thanks = visitor.get(path + "?thanks=comment");
        assertTrue(
                Visitor.document(thanks, 200).select("#comments .thanks").text().startsWith("Thank you."));
        assertEquals(
                "private, no-store",
                thanks.headers().firstValue("Cache-Control").orElse(""));
        assertEquals(
                "1",
                host.as("MODERATOR")
                        .send("{ moderationQueue { totalCount } }")
                        .ok()
                        .text("/data/moderationQueue/totalCount"));
    }

    @Test
    void what_is_missing_is_said_beside_the_field_and_what_was_typed_is_kept() {
        HttpResponse<String> refused = visitor.post(path, comment("", ""));
        Document page = Visitor.document(refused, 422);
        assertEquals("Please enter your comment!", page.select("#c-body-error").text());
        assertEquals("Please enter your name here", page.select("#c-name-error").text());
        assertEquals("c-name-error", page.select("#c-name").attr("aria-describedby"));
        assertEquals(
                "private, no-store",
                refused.headers().firstValue("Cache-Control").orElse(""));
        Map<String, String> unsolved = comment("Ana </textarea><script>", "It says </textarea><script>.");
        unsolved.put("challenge", "made up");
        Document again = Visitor.document(visitor.post(path, unsolved), 422);
        assertTrue(again.select(".say [role=alert]").text().contains("send it once more"));
        assertEquals("It says </textarea><script>.", again.select("#c-body").text());
        assertEquals("Ana </textarea><script>", again.select("#c-name").attr("value"));
        assertEquals(1, again.select("script:not([type])").size());
        assertFalse(again.select(".say noscript").isEmpty());
    }

    @Test
    void a_form_of_a_page_that_has_moved_meanwhile_is_taken_and_refused_like_any_other() {
        ArticlesFixture.edit(host, "EDITOR", "updateArticle", Map.of("id", id, "slug", "bridge-shut", "approve", true))
                .ok();
        String now = visitor.path(id);
        HttpResponse<String> refused = visitor.post(path, comment("", "A long text"));
        Document page = Visitor.document(refused, 422);
        assertEquals("A long text", page.select("#c-body").text());
        assertEquals("Please enter your name here", page.select("#c-name-error").text());
        assertEquals("private, no-store", Visitor.header(refused, "Cache-Control"));
        String next = Visitor.header(visitor.post(path, comment("Ana Joseph", "A long text")), "Location");
        HttpResponse<String> led = visitor.get(next.replaceFirst("#.*", ""));
        assertEquals(303, led.statusCode());
        assertEquals(now + "?thanks=comment", Visitor.header(led, "Location"));
        assertEquals("private, no-store", Visitor.header(led, "Cache-Control"));
        ArticlesFixture.edit(host, "EDITOR", "unpublishArticle", Map.of("id", id, "reason", "Wrong"))
                .ok();
        HttpResponse<String> gone = visitor.post(now, comment("Ana Joseph", "Too late"));
        assertEquals("private, no-store", Visitor.header(gone, "Cache-Control"));
    }

    @Test
    void a_few_are_taken_from_browsers_that_run_no_script() {
        Map<String, String> unsolved = comment("Ana", "");
        unsolved.put("challenge", "");
        for (int i = 0; i < 5; i++) {
            unsolved.put("body", "Sent without JavaScript, " + i);
            assertEquals(303, visitor.post(path, unsolved).statusCode());
        }
        unsolved.put("body", "One too many");
        Document refused = Visitor.document(visitor.post(path, unsolved), 422);
        assertTrue(refused.select(".say [role=alert]").text().contains("JavaScript"));
        assertEquals("One too many", refused.select("#c-body").text());
    }

    @Test
    void a_comment_is_answered_on_its_own_page() {
        String first = CommentsFixture.approved(host, id, "Is it safe?");
        Document page = visitor.page(path);
        String reply = page.select(".answer a").attr("href");
        assertEquals("/comments/" + first + "#reply", reply);
        Document own = visitor.page("/comments/" + first);
        assertEquals("Is it safe?", own.select(".said").text());
        Map<String, String> answer = comment("Josiah", "It is.");
        answer.put("parentId", own.select("input[name=parentId]").attr("value"));
        assertEquals(303, visitor.post("/comments/" + first, answer).statusCode());
        assertEquals(422, visitor.post("/comments/" + first, comment("", "")).statusCode());
    }

    @Test
    void deep_threads_go_on_elsewhere_and_long_ones_page_by_page() {
        String above = CommentsFixture.approved(host, id, "Level 1");
        for (int level = 2; level <= 3; level++) {
            above = CommentsFixture.approvedAnswer(host, id, above, "Level " + level);
        }
        Document page = visitor.page(path);
        assertEquals(List.of("Level 1", "Level 2"), page.select(".said").eachText());
        assertEquals("All answers to Josiah Prosper", page.select(".more").text());
        Document deeper = visitor.page(page.select(".more a").attr("href"));
        assertEquals(List.of("Level 2", "Level 3"), deeper.select(".said").eachText());
    }

    @Test
    void a_subscription_is_asked_for_from_any_page() {
        assertEquals(1, visitor.page("/").select("form[action=/newsletter]").size());
        Map<String, String> form = new HashMap<>(
                Map.of("newsletters", "daily-headlines", "email", "no address", "challenge", host.solvedChallenge()));
        Document refused = Visitor.document(visitor.post("/newsletter", form), 422);
        assertTrue(refused.select("#n-email-error").text().contains("name@example.org"));
        assertEquals("no address", refused.select("#n-email").attr("value"));
        assertEquals("n-email-error n-email-hint", refused.select("#n-email").attr("aria-describedby"));
        form.put("email", "reader@example.org");
        form.put("newsletters", "no-such-letter");
        Document unknown = Visitor.document(visitor.post("/newsletter", form), 422);
        assertTrue(
                unknown.select(".box .error").text().contains("There is no newsletter of that name"),
                unknown.select(".box").html());
        form.put("newsletters", "daily-headlines");
        form.put("challenge", host.solvedChallenge());
        HttpResponse<String> sent = visitor.post("/newsletter", form);
        assertEquals(
                "/newsletter?thanks=newsletter",
                sent.headers().firstValue("Location").orElse(sent.body()));
        host.deliverEvents();
        assertEquals("reader@example.org", host.mails().getLast().to());
        assertTrue(visitor.page("/newsletter?thanks=newsletter")
                .select(".thanks")
                .text()
                .startsWith("Thank you."));
    }

    @Test
    void an_article_is_sent_to_a_friend() {
        Map<String, String> form = new HashMap<>(Map.of(
                "form",
                "friend",
                "articleId",
                id,
                "senderName",
                "",
                "recipientEmail",
                "friend@example.org",
                "challenge",
                host.solvedChallenge()));
        Document refused = Visitor.document(visitor.post(path, form), 422);
        assertFalse(refused.select("#f-name-error").text().isEmpty());
        assertTrue(refused.selectFirst(".share details").hasAttr("open"));
        form.put("senderName", "Ana");
        assertEquals(303, visitor.post(path, form).statusCode());
        host.deliverEvents();
        assertEquals("friend@example.org", host.mails().getLast().to());
    }

    @Test
    void forms_of_other_sites_and_odd_bodies_are_refused() {
        Map<String, String> form = comment("Ana", "Sent by another site.");
        assertEquals(
                403, visitor.post(path, form, "Sec-Fetch-Site", "cross-site").statusCode());
        assertEquals(
                403, visitor.post(path, form, "Origin", "https://evil.example").statusCode());
        assertEquals(403, visitor.post(path, form, "Origin", "null").statusCode());
        assertEquals(403, visitor.post(path, form, new String[0]).statusCode());
        String own = "http://127.0.0.1:" + host.url("/").getPort();
        String[] json = {"Content-Type", "application/json", "Origin", own};
        assertEquals(415, visitor.send("POST", path, "{}", json).statusCode());
        String[] encoded = {"Content-Type", "application/x-www-form-urlencoded", "Origin", own};
        assertEquals(404, visitor.send("POST", path, "form=%zz", encoded).statusCode());
        assertEquals(
                413,
                visitor.send("POST", path, "body=" + "x".repeat(200_000), encoded)
                        .statusCode());
        assertEquals(404, visitor.send("POST", path, "form=other", encoded).statusCode());
        assertEquals(303, visitor.post(path, form, "Origin", own).statusCode());
    }

    @Test
    @Timeout(60)
    void a_form_that_comes_byte_by_byte_is_given_up_with_a_page_that_says_so() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", host.url("/").getPort())) {
            socket.setSoTimeout(100);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\nbody=")
                    .getBytes(StandardCharsets.US_ASCII));
            int first = -1;
            while (first < 0) {
                out.write('x');
                out.flush();
                try {
                    first = socket.getInputStream().read();
                } catch (SocketTimeoutException stillListening) {
                    first = -1;
                }
            }
            socket.setSoTimeout(0);
            String heard = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(heard.startsWith("TTP/1.1 408 "), heard);
            assertTrue(heard.contains("<h1>This cannot be read</h1>"), heard);
        }
    }

    @Test
    void the_parts_of_modules_that_are_not_installed_are_not_there() {
        try (TestHost bare = boot("comments", "newsletter", "sharing");
                Visitor guest = Visitor.of(bare)) {
            String article = ArticlesFixture.publish(bare, "Alone");
            String there = bare.guest()
                    .send("query($id: ID!) { article(id: $id) { url } }", Map.of("id", article))
                    .text("/data/article/url")
                    .replaceFirst("^https?://[^/]+", "");
            Document page = guest.page(there);
            assertEquals("Alone", page.select("h1").text());
            assertTrue(page.select("#comments, #share, .box, form[method=post], a[href=/newsletter]")
                    .isEmpty());
            assertTrue(guest.page("/").select(".box").isEmpty());
            assertEquals(404, guest.get("/newsletter").statusCode());
            assertEquals(404, guest.get("/comments/x").statusCode());
            assertEquals(
                    404,
                    guest.post(there, Map.of("form", "comment", "body", "x")).statusCode());
        }
    }
}
