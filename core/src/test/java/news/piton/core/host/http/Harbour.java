package news.piton.core.host.http;

import graphql.schema.DataFetcher;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.piton.core.database.Deadline;
import news.piton.core.fault.Fault;
import news.piton.core.graphql.Caller;
import news.piton.core.graphql.Loader;
import news.piton.core.guard.ClientAddress;
import news.piton.core.host.execution.EventTap;
import news.piton.core.host.execution.LiveValue;
import news.piton.core.host.execution.Measures;
import news.piton.core.identity.Viewer;
import news.piton.core.outbox.EventType;
import news.piton.core.plugin.Contribution.Live;
import news.piton.core.settings.Setting;
import news.piton.core.settings.Settings;

/** The endpoint on a real port over a small made-up schema: a harbour and its boats. */
final class Harbour implements AutoCloseable, EventTap {
    static final String SDL = """
        "A harbour."
        type Query {
          name: String!
          echo(text: String, number: Int, kind: Kind): String
          boats(first: Int, last: Int): BoatConnection!
          boat(id: ID!): Boat
          fleet: [Boat!]!
          broken: String
          forbidden: String
          wrong: String
          slow: String
          missing: String!
        }
        enum Kind { SLOOP YAWL }
        type BoatConnection { nodes: [Boat!]! totalCount: Int! }
        interface Vessel { name: String! }
        type Boat implements Vessel {
          id: ID! name: String! captain: Person next: Boat vessels: [Vessel!]! broken: String!
        }
        type Person { name: String! boats(first: Int): BoatConnection! home: Boat }
        type Mutation { launch(name: String!): Boat! }
        type Subscription { arrived(name: String): Boat! closed: Boat! }
        """;

    record Boat(String id, String name) {}

    record Person(String name) {}

    record Boats(List<Boat> nodes, int totalCount) {}

    record Arrived(String name) {
        static final EventType<Arrived> TYPE = new EventType<>("harbour.arrived.v1", Arrived.class);
    }

    volatile boolean sea = true;
    final Measures measures = new Measures();
    final AtomicInteger launched = new AtomicInteger();
    final List<Set<String>> batches = new CopyOnWriteArrayList<>();
    final List<Boolean> batchesInTime = new CopyOnWriteArrayList<>();
    final CountDownLatch slow = new CountDownLatch(1);
    final CountDownLatch slowBegun = new CountDownLatch(1);
    private final List<Boat> fleet = IntStream.rangeClosed(1, 3)
            .mapToObj(i -> new Boat("" + i, "Boat " + i))
            .toList();
    private final Map<Object, Consumer<Arrived>> listeners = new java.util.concurrent.ConcurrentHashMap<>();
    private final GraphQlEndpoint endpoint;
    private final WebServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Loader<String, Person> captains = loader("harbour.captains", key -> new Person("Captain of " + key));
    private final Loader<String, Boat> homes =
            loader("harbour.homes", key -> new Boat("home-" + key, "Home of " + key));

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
                new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SDL), wiring()),
                SDL,
                List.of(captains, homes),
                request -> new Caller(
                        request.headers().contains(HeaderNames.AUTHORIZATION)
                                ? new Viewer.Staff(1, "Ada", Set.of())
                                : Viewer.GUEST,
                        new ClientAddress("127.0.0.1"),
                        RequestTrace.of(request).id()),
                caller -> EndpointSettings.introspectionForAll(settings) || caller.viewer() instanceof Viewer.Staff,
                Map.of("arrived", new Live<>(Arrived.TYPE, Harbour::show)),
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

    private static Object show(Arrived event, Map<String, Object> arguments, Caller caller) {
        if (event.name().equals("Wreck")) {
            throw new IllegalStateException("secret reef");
        }
        boolean wanted = arguments.getOrDefault("name", event.name()).equals(event.name());
        return wanted ? new Boat("9", event.name()) : null;
    }

    private RuntimeWiring wiring() {
        DataFetcher<?> boats = environment -> {
            int first = environment.getArgumentOrDefault("first", 3);
            return new Boats(fleet.subList(0, Math.min(first, 3)), 3);
        };
        return RuntimeWiring.newRuntimeWiring()
                .type(
                        "Query",
                        query -> query.dataFetchers(Map.of(
                                "name", environment -> "Castries",
                                "echo", environment -> environment.getArgument("text"),
                                "boats", boats,
                                "fleet", environment -> fleet,
                                "boat", environment -> fleet.getFirst(),
                                "broken", failing(new IllegalStateException("secret table harbour_boat")),
                                "missing", environment -> null,
                                "forbidden", failing(Fault.forbidden()),
                                "wrong", failing(Fault.badRequest("That is not a boat.")),
                                "slow",
                                        environment -> {
                                            slowBegun.countDown();
                                            slow.await();
                                            return "at last";
                                        })))
                .type(
                        "Boat",
                        boat -> boat.dataFetchers(Map.of(
                                "captain", environment -> captains.load(environment, id(environment.getSource())),
                                "next",
                                        environment -> captains.load(environment, id(environment.getSource()))
                                                .thenCompose(captain -> homes.load(environment, captain.name())),
                                "vessels", environment -> fleet,
                                "broken", failing(new IllegalStateException("secret")))))
                .type(
                        "Person",
                        person -> person.dataFetchers(Map.of("boats", boats, "home", environment -> {
                            Person source = environment.getSource();
                            return homes.load(environment, source.name());
                        })))
                .type(
                        "Vessel",
                        vessel -> vessel.typeResolver(
                                environment -> environment.getSchema().getObjectType("Boat")))
                .type(
                        "Mutation",
                        mutation -> mutation.dataFetcher("launch", environment -> {
                            launched.incrementAndGet();
                            return new Boat("7", environment.getArgument("name"));
                        }))
                .type(
                        "Subscription",
                        subscription -> subscription.dataFetchers(
                                Map.of("arrived", LiveValue.FETCHER, "closed", failing(Fault.forbidden()))))
                .build();
    }

    private static String id(Object boat) {
        return ((Boat) boat).id();
    }

    private static DataFetcher<?> failing(RuntimeException failure) {
        return environment -> {
            throw failure;
        };
    }

    private <V> Loader<String, V> loader(String name, Function<String, V> make) {
        return new Loader<>(name, (keys, caller) -> {
            batches.add(Set.copyOf(keys));
            batchesInTime.add(Deadline.remaining().isPresent());
            return keys.stream().collect(Collectors.toMap(key -> key, make));
        });
    }

    @Override
    public <E extends Record> AutoCloseable follow(EventType<E> type, Consumer<E> listener) {
        listeners.put(listener, event -> listener.accept(type.shape().cast(event)));
        return () -> listeners.remove(listener);
    }

    void arrive(String name) {
        listeners.values().forEach(listener -> listener.accept(new Arrived(name)));
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
        slow.countDown();
        endpoint.close();
        server.stop();
        client.shutdownNow();
    }
}
