package news.piton.app;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.piton.articles.OldHerald;
import news.piton.core.host.discovery.Plugins;
import news.piton.core.plugin.Plugin;
import news.piton.core.testing.TestDatabase;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed again and again while it saves, publishes, announces what was scheduled and imports, all at once.
 * Each time at another moment: after so many acknowledged changes as a fixed seed says.
 */
class KilledServerJourneyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EMAIL = "admin@example.org";
    private static final int KILLS = 3;
    private static final int POSTS = 1_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Queue<String> published = new ConcurrentLinkedQueue<>();
    private final Queue<String> scheduled = new ConcurrentLinkedQueue<>();
    private volatile String token = "";
    private volatile String draft = "";
    private volatile int saved;

    @TempDir
    private Path home;

    @Test
    void loses_nothing_that_it_has_acknowledged_and_does_nothing_twice() throws Exception {
        Random random = new Random(1838);
        Plugin[] modules = Plugins.discover(Path.of("none")).toArray(Plugin[]::new);
        TestDatabase database = TestHost.with(modules).database();
        Files.writeString(home.resolve("piton.yaml"), """
            server.port: 0
            sample: false
            admin:
              email: "%s"
              password: "%s"
            database:
              url: "%s"
              user: "%s"
              password: "%s"
            """.formatted(
                        EMAIL, TestHost.PASSWORD, database.jdbcUrl(), database.user(), database.password()));
        for (int kill = 0; kill < KILLS; kill++) {
            try (KilledServer server = KilledServer.start(home)) {
                prepare(server);
                workUntilKilled(server, 10 + random.nextInt(60));
            }
        }
        try (TestHost host = TestHost.with(modules).boot(database)) {
            host.clock().set(Instant.now().plus(Duration.ofHours(1)));
            host.runJob("articles.announce-due");
            host.deliverEvents();
            assertTrue(OldHerald.importInto(host, export(), Integer.MAX_VALUE).complete());
            check(new Held(host));
        }
    }

    private JsonNode send(KilledServer server, String mutation, String shown, Map<String, ?> input)
            throws IOException, InterruptedException {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        String query = "mutation($i: " + type + "!) { " + mutation + "(input: $i) { " + shown
                + " userErrors { code message } } }";
        String body = JSON.writeValueAsString(Map.of("query", query, "variables", Map.of("i", input)));
        JsonNode answer = JSON.readTree(post(server.url(), "application/json", body));
        JsonNode payload = answer.at("/data/" + mutation);
        assertTrue(payload.path("userErrors").isEmpty() && !answer.has("errors"), answer.toString());
        return payload;
    }

    private String post(URI url, String type, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url).header("Content-Type", type).POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    /** Once; a session outlives the server. */
    private void prepare(KilledServer server) throws IOException, InterruptedException {
        if (token.isEmpty()) {
            token = send(server, "signIn", "token", Map.of("email", EMAIL, "password", TestHost.PASSWORD))
                    .path("token")
                    .asText();
            send(server, "createSection", "section { id }", Map.of("slug", "news", "name", "News"));
            draft = create(server, "Save 0");
        }
    }

    private String create(KilledServer server, String headline) throws IOException, InterruptedException {
        return send(
                        server,
                        "createArticle",
                        "article { id }",
                        Map.of("headline", headline, "section", "news", "body", text("Written.")))
                .at("/article/id")
                .asText();
    }

    private static Map<String, String> text(String text) {
        return Map.of("format", "MARKDOWN", "text", text);
    }

    @FunctionalInterface
    private interface Work {
        void on(KilledServer server) throws IOException, InterruptedException;
    }

    private void workUntilKilled(KilledServer server, int acknowledgements) throws Exception {
        CountDownLatch enough = new CountDownLatch(acknowledgements);
        try (ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = Stream.<Work>of(this::save, this::publish, this::schedule, this::bringIn)
                    .<Future<?>>map(work -> desks.submit(() -> repeat(work, server, enough)))
                    .toList();
            boolean busy = enough.await(60, SECONDS);
            server.kill();
            for (Future<?> one : all) {
                one.get(60, SECONDS);
            }
            assertTrue(busy, "fewer than " + acknowledgements + " changes in a minute");
        }
    }

    private static Void repeat(Work work, KilledServer server, CountDownLatch enough) throws InterruptedException {
        try {
            while (true) {
                work.on(server);
                enough.countDown();
            }
        } catch (IOException killed) {
            return null;
        }
    }

    private void save(KilledServer server) throws IOException, InterruptedException {
        int next = saved + 1;
        send(
                server,
                "updateArticle",
                "article { id }",
                Map.of("id", draft, "headline", "Save " + next, "body", text("Text " + next)));
        saved = next;
    }

    private void publish(KilledServer server) throws IOException, InterruptedException {
        String id = create(server, "Published");
        send(server, "publishArticle", "article { id }", Map.of("id", id));
        published.add(id);
    }

    /** For a moment at which the server may be dead. */
    private void schedule(KilledServer server) throws IOException, InterruptedException {
        String id = create(server, "Scheduled");
        Instant soon = Instant.now().plus(Duration.ofSeconds(1));
        send(server, "publishArticle", "article { id }", Map.of("id", id, "at", soon.toString()));
        scheduled.add(id);
    }

    private void bringIn(KilledServer server) throws IOException, InterruptedException {
        post(server.url().resolve("/import/wordpress"), "application/xml", export());
    }

    private static String export() {
        String items = IntStream.rangeClosed(1, POSTS)
                .mapToObj(number -> """
                    <item><title>Post %1$d</title><wp:post_id>%1$d</wp:post_id><wp:post_type>post</wp:post_type>
                    <wp:post_name>post-%1$d</wp:post_name><wp:status>publish</wp:status>
                    <wp:post_date_gmt>2024-02-03 04:05:06</wp:post_date_gmt>
                    <content:encoded>%2$s</content:encoded></item>
                    """.formatted(number, "Word. ".repeat(200)))
                .collect(Collectors.joining());
        return """
            <rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://other.example</wp:base_blog_url>
            %s</channel></rss>
            """.formatted(items);
    }

    private void check(Held held) throws SQLException {
        Map<String, JsonNode> articles = held.of("article").stream()
                .collect(Collectors.toMap(line -> line.path("id").asText(), Function.identity()));
        keptItsSaves(held, articles.get(draft));
        assertTrue(!published.isEmpty() && !scheduled.isEmpty() && saved > 0, "nothing was acknowledged");
        for (String id : Stream.concat(published.stream(), scheduled.stream()).toList()) {
            assertEquals("PUBLISHED", articles.get(id).path("status").asText());
        }
        for (JsonNode article : articles.values()) {
            String id = article.path("id").asText();
            boolean imported = article.path("slug").asText().startsWith("post-");
            boolean out = !imported && article.path("status").asText().equals("PUBLISHED");
            assertEquals(out ? 1 : 0, held.announced.getOrDefault(id, 0L), article.toString());
            if (!imported) {
                agreesWithItsHistory(article, held.of(id, "step", "position"));
            }
        }
        assertEquals(List.of("0"), held.column("SELECT COUNT(*) FROM core_delivery"));
        assertEquals(
                IntStream.rangeClosed(1, POSTS)
                        .mapToObj(number -> "post-" + number)
                        .sorted()
                        .toList(),
                articles.values().stream()
                        .map(article -> article.path("slug").asText())
                        .filter(slug -> slug.startsWith("post-"))
                        .sorted()
                        .toList());
    }

    /** The one that was under way may be there as well: all of it, or nothing. */
    private void keptItsSaves(Held held, JsonNode article) {
        int last = Integer.parseInt(article.path("headline").asText().replace("Save ", ""));
        assertTrue(last == saved || last == saved + 1, "acknowledged " + saved + ", kept " + last);
        assertEquals("Text " + last, article.path("text").asText());
        List<JsonNode> revisions = held.of(draft, "revision", "number");
        assertEquals(
                IntStream.rangeClosed(0, last)
                        .mapToObj(number -> "Save " + number)
                        .toList(),
                revisions.stream().map(line -> line.path("headline").asText()).toList());
        assertEquals(article.path("version"), revisions.getLast().path("number"));
        assertEquals(article.path("html"), revisions.getLast().path("html"));
    }

    private static void agreesWithItsHistory(JsonNode article, List<JsonNode> steps) {
        assertEquals(
                IntStream.rangeClosed(1, steps.size()).boxed().toList(),
                steps.stream().map(line -> line.path("position").asInt()).toList());
        assertEquals(article.path("status"), steps.getLast().path("to"), article.toString());
    }
}
