package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A WebSub hub on this machine is told what has changed. */
class HubJourneyTest {
    /** A mistyped hub, at which no connection can even be tried; the others are told all the same, and again. */
    private static final String NO_PORT = "http://127.0.0.1:99999/";

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final AtomicInteger answer = new AtomicInteger(204);
    private HttpServer hub;
    private TestHost host;

    @BeforeEach
    void boot() throws IOException {
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/", this::receive);
        hub.start();
        host = TestHost.with(new ArticlesPlugin())
                .setting(
                        "site.hubs",
                        NO_PORT + ", http://127.0.0.1:" + hub.getAddress().getPort() + "/")
                .pages(Visitor.site())
                .boot();
    }

    @AfterEach
    void close() {
        host.close();
        hub.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        told.add(exchange.getRequestHeaders().getFirst("Content-Type") + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(answer.get(), -1);
        exchange.close();
    }

    private String next() throws InterruptedException {
        host.deliverEvents();
        String word = told.poll(30, TimeUnit.SECONDS);
        assertNotNull(word, "the hub was not told");
        return word;
    }

    @Test
    void of_the_feeds_of_what_is_published_and_of_what_changes() throws InterruptedException {
        ArticlesFixture.draft(host, "Not yet");
        String id = ArticlesFixture.publish(host, "Regatta", Map.of("tags", List.of("Sea")));
        String word = next();
        assertTrue(word.startsWith("application/x-www-form-urlencoded hub.mode=publish&hub.url="), word);
        for (String feed : List.of("/feed", "/feed/atom", "/feed/json", "/section/news/feed", "/tag/sea/feed/atom")) {
            assertTrue(word.contains("&hub.url=http%3A%2F%2F127.0.0.1%3A8080" + feed.replace("/", "%2F")), feed);
        }
        answer.set(500);
        change(id, "Regatta is over");
        assertTrue(next().contains("%2Fsection%2Fnews%2Ffeed"));
        answer.set(204);
        change(id, "Regatta is over, at last");
        assertTrue(next().contains("%2Ftag%2Fsea%2Ffeed"), "a hub that was in trouble is told of what comes");
        assertEquals(0, told.size(), "nothing of drafts");
    }

    @Test
    void of_the_feed_of_the_section_above_which_shows_it_too() throws InterruptedException {
        ArticlesFixture.section(host, "outdoors", "Outdoors");
        ArticlesFixture.sectionBelow(host, "outdoors", "hiking", "Hiking");
        ArticlesFixture.publish(host, "Up the ridge", Map.of("section", "hiking"));
        String word = next();
        assertTrue(word.contains("%2Fsection%2Fhiking%2Ffeed"), word);
        assertTrue(word.contains("%2Fsection%2Foutdoors%2Ffeed"), word);
    }

    @Test
    void of_the_feeds_that_an_article_has_left() throws InterruptedException {
        ArticlesFixture.section(host, "sport", "Sport");
        ArticlesFixture.change(host, "EDITOR", "createAuthor", "", Map.of("name", "Ione Charlery"))
                .ok();
        Map<String, Object> both = Map.of("tags", List.of("Sea", "Boats"), "authors", List.of("Ione Charlery"));
        ArticlesFixture.publish(host, "Stays", both);
        next();
        String id = ArticlesFixture.publish(host, "Goes", both);
        next();
        Map<String, Object> elsewhere =
                Map.of("id", id, "section", "sport", "tags", List.of("Boats"), "authors", List.of(), "approve", true);
        ArticlesFixture.edit(host, "EDITOR", "updateArticle", elsewhere).ok();
        List<String> feeds = Stream.of("section/sport", "section/news", "tag/sea", "author/ione-charlery")
                .map(home -> ("/" + home + "/feed").replace("/", "%2F"))
                .toList();
        String words = "";
        while (!feeds.stream().allMatch(words::contains)) {
            words += next();
        }
    }

    @Test
    void of_the_feed_of_corrections() throws InterruptedException {
        String id = ArticlesFixture.publish(host, "Regatta");
        assertFalse(next().contains("corrections"));
        Map<String, Object> notice = Map.of("id", id, "kind", "CORRECTION", "text", "It was a race.");
        ArticlesFixture.edit(host, "EDITOR", "correctArticle", notice).ok();
        assertTrue(next().contains("%2Fcorrections%2Ffeed%2Fatom"));
    }

    @Test
    void of_what_is_taken_back() throws InterruptedException {
        ArticlesFixture.publish(host, "Stays", Map.of("tags", List.of("Sea")));
        next();
        String id = ArticlesFixture.publish(host, "Goes", Map.of("tags", List.of("Sea", "Secret")));
        next();
        ArticlesFixture.edit(host, "EDITOR", "unpublishArticle", Map.of("id", id, "reason", "Wrong"))
                .ok();
        String word = next();
        assertTrue(word.contains("%2Fsection%2Fnews%2Ffeed"), word);
        assertTrue(word.contains("%2Ftag%2Fsea%2Ffeed"), word);
        assertFalse(word.contains("secret"), word);
    }

    private void change(String id, String headline) {
        ArticlesFixture.edit(host, "EDITOR", "updateArticle", Map.of("id", id, "headline", headline, "approve", true))
                .ok();
    }
}
