package news.piton.core.host.http;

import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import news.piton.core.graphql.Caller;
import news.piton.core.guard.ClientAddress;
import news.piton.core.host.execution.EventTap;
import news.piton.core.host.execution.Measures;
import news.piton.core.identity.Viewer;
import news.piton.core.outbox.EventType;
import news.piton.core.plugin.Contribution.Live;
import news.piton.core.settings.Setting;
import news.piton.core.settings.Settings;

/** The endpoint on a real port over the small made-up schema of a {@link Fleet}. */
final class Harbour implements AutoCloseable, EventTap {
    private static final HeaderName WHIRLPOOL = HeaderNames.create("X-Whirlpool");
    volatile boolean sea = true;
    final Fleet fleet = new Fleet();
    final Measures measures = new Measures();
    private final Map<Object, Consumer<Fleet.Arrived>> listeners = new java.util.concurrent.ConcurrentHashMap<>();
    private final GraphQlEndpoint endpoint;
    private final WebServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    /** @param settings keys and values, in turn */
    static Harbour open(String... settings) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            given.put(settings[i], settings[i + 1]);
        }
        List<Setting<?>> declared = new ArrayList<>(EndpointSettings.ALL);
        declared.add(Observation.METRICS_OPEN);
        return new Harbour(Settings.read(declared, given, Map.of()));
    }

    private Harbour(Settings settings) {
        endpoint = new GraphQlEndpoint(new GraphQlEndpoint.Parts(
                new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(Fleet.SDL), fleet.wiring()),
                Fleet.SDL,
                fleet.loaders(),
                request -> new Caller(
                        request.headers().contains(HeaderNames.AUTHORIZATION)
                                ? new Viewer.Staff(1, "Ada", Set.of())
                                : Viewer.GUEST,
                        new ClientAddress(request.headers().contains(WHIRLPOOL) ? Fleet.whirlpool(1) : "127.0.0.1"),
                        RequestTrace.of(request).id()),
                caller -> EndpointSettings.introspectionForAll(settings) || caller.viewer() instanceof Viewer.Staff,
                Map.of("arrived", new Live<>(Fleet.Arrived.TYPE, Fleet::show)),
                this,
                settings,
                measures));
        WebServerConfig.Builder builder = WebServer.builder().host("127.0.0.1").port(0);
        ListenerLimits.apply(settings, builder);
        server = builder.routing(routing -> routing.addFilter(new Framing())
                        .addFilter(new AccessLog())
                        .error(RuntimeException.class, new LastResort())
                        .register(endpoint)
                        .get("/mistake", (request, response) -> {
                            throw new IllegalStateException("secret");
                        })
                        .register(new Observation(measures, Map.of("sea", () -> sea), request -> anyone(), settings)))
                .build()
                .start();
    }

    private static Caller anyone() {
        return new Caller(Viewer.GUEST, new ClientAddress("127.0.0.1"), "a-request");
    }

    @Override
    public <E extends Record> AutoCloseable follow(EventType<E> type, Consumer<E> listener) {
        listeners.put(listener, event -> listener.accept(type.shape().cast(event)));
        return () -> listeners.remove(listener);
    }

    void arrive(String name) {
        listeners.values().forEach(listener -> listener.accept(new Fleet.Arrived(name)));
    }

    int listeners() {
        return listeners.size();
    }

    int port() {
        return server.port();
    }

    void stopStreams() {
        endpoint.close();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /** @param headers names and values, in turn; without a Content-Type among them it is application/json */
    HttpResponse<String> post(String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!all.contains("Content-Type")) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        return send(HttpRequest.newBuilder(uri("/graphql"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .headers(all.toArray(String[]::new)));
    }

    HttpResponse<String> query(String document, String... headers) {
        return post("{\"query\":" + quoted(document) + "}", headers);
    }

    HttpResponse<String> get(String pathAndQuery, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(pathAndQuery)).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Subscribes; the lines come as the server sends them. */
    HttpResponse<Stream<String>> stream(String document) {
        try {
            return client.send(
                    HttpRequest.newBuilder(uri("/graphql?query=" + encoded(document)))
                            .header("Accept", "text/event-stream")
                            .build(),
                    HttpResponse.BodyHandlers.ofLines());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String quoted(String text) {
        return com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
    }

    @Override
    public void close() {
        fleet.slow.countDown();
        endpoint.close();
        server.stop();
        client.shutdownNow();
    }
}
