package news.piton.core.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import news.piton.core.host.Host;
import news.piton.core.mail.Mail;
import news.piton.core.plugin.Plugin;

/**
 * A booted Piton of some modules: a real HTTP port, a fresh schema in a real MariaDB, a clock that the test moves, and
 * events, jobs and mail that happen when the test says so.
 */
public final class TestHost implements AutoCloseable {
    /** Of every account, {@code admin@example.org} included. */
    public static final String PASSWORD = "correct horse battery staple";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestDatabase database;
    private final TestClock clock;
    private final Host host;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> sessions = new ConcurrentHashMap<>();

    TestHost(TestDatabase database, TestClock clock, Host host) {
        this.database = database;
        this.clock = clock;
        this.host = host;
    }

    /** A host of these modules (core comes by itself) with nothing in it. */
    public static TestHost boot(Plugin... plugins) {
        return with(plugins).boot();
    }

    public static TestHostBuilder with(Plugin... plugins) {
        return new TestHostBuilder(List.of(plugins));
    }

    /** Sends operations as somebody. */
    public final class Client {
        private final Map<String, String> headers;

        private Client(Map<String, String> headers) {
            this.headers = headers;
        }

        public Reply send(String query) {
            return send(query, Map.of());
        }

        public Reply send(String query, Map<String, ?> variables) {
            try {
                String body = JSON.writeValueAsString(Map.of("query", query, "variables", variables));
                return Reply.of(post("/graphql", "application/json", body));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        /** The same caller with one more header. */
        public Client header(String name, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(name, value);
            return new Client(more);
        }

        public HttpResponse<String> get(String path) {
            return TestHost.this.get(path, headers);
        }

        public HttpResponse<String> post(String path, String type, String body) {
            return TestHost.this.post(path, type, body, headers);
        }
    }

    public Client guest() {
        return new Client(Map.of());
    }

    public Client admin() {
        return as("ADMIN");
    }

    /** One account per role, made on first use: {@code moderator@example.org}. */
    public Client as(String role) {
        String token = sessions.computeIfAbsent(role, this::signIn);
        return new Client(Map.of("Authorization", "Bearer " + token));
    }

    private String signIn(String role) {
        TestStaff.create(database, "The " + role, role, clock.instant());
        return TestStaff.signIn(database, role, clock.instant());
    }

    public HttpResponse<String> get(String path) {
        return get(path, Map.of());
    }

    public HttpResponse<String> post(String path, String type, String body) {
        return post(path, type, body, Map.of());
    }

    private HttpResponse<String> get(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url(path)).GET();
        headers.forEach(request::header);
        return exchange(request.build());
    }

    private HttpResponse<String> post(String path, String type, String body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url(path)).header("Content-Type", type).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return exchange(request.build());
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public URI url(String path) {
        return URI.create(host.url() + path);
    }

    public TestClock clock() {
        return clock;
    }

    /** Delivers every event that is due, and what those cause, until nothing is. */
    public void deliverEvents() {
        host.deliverEvents();
    }

    public void runJob(String name) {
        host.runJob(name);
    }

    /** Everything mailed so far, oldest first. */
    public List<Mail> mails() {
        return host.capturedMails();
    }

    /** A fresh challenge, solved: what a browser sends as {@code challenge}. */
    public String solvedChallenge() {
        Reply reply = guest().send("{ challenge { algorithm challenge salt signature maxnumber } }")
                .ok();
        return SolvedChallenge.of(reply.at("/data/challenge"));
    }

    /** The whole content in a format, as an export writes it. */
    public String exported(String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            host.exports().run(format, out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The whole content as JSON lines. */
    public ExportedLines exportedLines() {
        return ExportedLines.read(exported("jsonl"));
    }

    /** How many SQL statements something cost. Only this host's own database work counts. */
    public int statements(Runnable work) {
        long before = host.statementCount();
        work.run();
        return Math.toIntExact(host.statementCount() - before);
    }

    /** What a module exports. */
    public <T> T api(Class<T> type) {
        return host.api(type);
    }

    public Host host() {
        return host;
    }

    /** The database, for starting a second host on it. */
    public TestDatabase database() {
        return database;
    }

    /** A second call does nothing. */
    @Override
    public void close() {
        http.close();
        host.close();
        database.close();
    }
}
