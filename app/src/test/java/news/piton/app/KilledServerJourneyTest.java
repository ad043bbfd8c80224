package news.piton.app;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
import news.piton.core.id.GlobalId;
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
        TestDatabase database = TestDatabase.create();
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
            try (Server server = Server.start(home)) {
                prepare(server);
                workUntilKilled(server, 10 + random.nextInt(60));
            }
        }
        Plugin[] modules = Plugins.discover(Path.of("none")).toArray(Plugin[]::new);
        try (TestHost host = TestHost.with(modules).boot(database)) {
            host.clock().set(Instant.now().plus(Duration.ofHours(1)));
            host.runJob("articles.announce-due");
            host.deliverEvents();
            assertTrue(OldHerald.importInto(host, export(), Integer.MAX_VALUE).complete());
            check(new Held(host));
        }
    }

    /** The server in a process of its own. */
    private record Server(Process process, URI url) implements AutoCloseable {
        static Server start(Path home) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            Main.class.getName(),
                            "serve",
                            "--home",
                            home.toString())
                    .redirectErrorStream(true)
                    .start();
            List<String> said = new ArrayList<>();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (line.startsWith("GraphQL ")) {
                    Thread.ofVirtual().start(() -> out.lines().forEach(more -> {})); // it would wait for a full pipe
                    return new Server(process, URI.create(line.replaceFirst("GraphQL +", "")));
                }
            }
            throw new AssertionError("The server did not start:\n" + String.join("\n", said));
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        @Override
        public void close() throws InterruptedException {
            kill();
        }
    }

    private JsonNode send(Server server, String mutation, String shown, Map<String, ?> input)
            throws IOException, InterruptedException {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        String query = "mutation($i: " + type + "!) { " + mutation + "(input: $i) { " + shown
                + " userErrors { code message } } }";
        String body = JSON.writeValueAsString(Map.of("query", query, "variables", Map.of("i", input)));
        JsonNode answer = JSON.readTree(post(server.url, "application/json", body));
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
    private void prepare(Server server) throws IOException, InterruptedException {
        if (token.isEmpty()) {
            token = send(server, "signIn", "token", Map.of("email", EMAIL, "password", TestHost.PASSWORD))
                    .path("token")
                    .asText();
            send(server, "createSection", "section { id }", Map.of("slug", "news", "name", "News"));
            draft = create(server, "Save 0");
        }
    }

    private String create(Server server, String headline) throws IOException, InterruptedException {
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
        void on(Server server) throws IOException, InterruptedException;
    }

    private void workUntilKilled(Server server, int acknowledgements) throws Exception {
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

    private static Void repeat(Work work, Server server, CountDownLatch enough) throws InterruptedException {
        try {
            while (true) {
                work.on(server);
                enough.countDown();
            }
        } catch (IOException killed) {
            return null;
        }
    }

    private void save(Server server) throws IOException, InterruptedException {
        int next = saved + 1;
        send(
                server,
                "updateArticle",
                "article { id }",
                Map.of("id", draft, "headline", "Save " + next, "body", text("Text " + next)));
        saved = next;
    }

    private void publish(Server server) throws IOException, InterruptedException {
        String id = create(server, "Published");
        send(server, "publishArticle", "article { id }", Map.of("id", id));
        published.add(id);
    }

    /** For a moment at which the server may be dead. */
    private void schedule(Server server) throws IOException, InterruptedException {
        String id = create(server, "Scheduled");
        Instant soon = Instant.now().plus(Duration.ofSeconds(1));
        send(server, "publishArticle", "article { id }", Map.of("id", id, "at", soon.toString()));
        scheduled.add(id);
    }

    private void bringIn(Server server) throws IOException, InterruptedException {
        post(server.url.resolve("/import/wordpress"), "application/xml", export());
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

    /** What is there in the end, as it is exported, and the events. */
    private static final class Held {
        private final TestHost host;
        private final List<JsonNode> lines;
        /** How often each article was said to be out. */
        private final Map<String, Long> announced;

        Held(TestHost host) throws IOException, SQLException {
            this.host = host;
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            host.host().exports().run("jsonl", out);
            this.lines =
                    out.toString(StandardCharsets.UTF_8).lines().map(Held::json).toList();
            this.announced =
                    column("SELECT payload FROM core_event WHERE type = 'articles.article-published.v1'").stream()
                            .map(payload -> GlobalId.encode(
                                    "Article", json(payload).path("articleId").asLong()))
                            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        }

        private static JsonNode json(String text) {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private List<String> column(String sql) throws SQLException {
            List<String> values = new ArrayList<>();
            try (Connection connection = host.database().dataSource().getConnection();
                    ResultSet rows = connection.createStatement().executeQuery(sql)) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        }

        private Stream<JsonNode> lines(String type) {
            return lines.stream().filter(line -> line.path("type").asText().equals(type));
        }

        private List<JsonNode> of(String article, String type, String order) {
            return lines(type)
                    .filter(line -> line.path("article").asText().equals(article))
                    .sorted(Comparator.comparingInt(line -> line.path(order).asInt()))
                    .toList();
        }
    }

    private void check(Held held) throws SQLException {
        Map<String, JsonNode> articles = held.lines("article")
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
