package news.piton.core.host.http;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import news.piton.core.host.execution.Limits;
import news.piton.core.settings.Setting;
import news.piton.core.settings.Settings;

/**
 * What an operator can set of the endpoint. The usual limits are some times what a news site's pages, GraphiQL included, ask
 * for, and far below what hurts.
 */
public final class EndpointSettings {
    static final Setting<Integer> BODY = Setting.number(
            "graphql.body-kib", 1_024, 16, 65_536, "The largest request body that /graphql reads, in KiB.");
    static final Setting<Integer> CHARACTERS = Setting.number(
            "graphql.characters", 65_536, 1_000, 1_000_000, "The longest GraphQL document, in characters.");
    static final Setting<Integer> TOKENS =
            Setting.number("graphql.tokens", 6_000, 100, 100_000, "The most tokens in a GraphQL document.");
    static final Setting<Integer> DEPTH =
            Setting.number("graphql.depth", 20, 5, 100, "How many levels deep a GraphQL operation may nest fields.");
    static final Setting<Integer> FIELDS = Setting.number(
            "graphql.fields",
            1_000,
            50,
            100_000,
            "The most fields in an operation, fragments counted wherever spread.");
    static final Setting<Integer> ALIASES = Setting.number(
            "graphql.aliases", 100, 0, 10_000, "The most aliases in an operation, fragments counted likewise.");
    static final Setting<Integer> DIRECTIVES = Setting.number(
            "graphql.directives", 100, 0, 10_000, "The most directives in an operation, fragments counted likewise.");
    static final Setting<Integer> INTROSPECTION_DEPTH =
            Setting.number("graphql.introspection-depth", 16, 3, 50, "How many levels deep an introspection may go.");
    static final Setting<Integer> COST = Setting.number(
            "graphql.cost",
            25_000,
            100,
            10_000_000,
            "What an operation may cost: 1 for a value, 5 for an object, times the lists they stand in.");
    static final Setting<Integer> LIST_SIZE = Setting.number(
            "graphql.list-size",
            10,
            1,
            1_000,
            "How long the cost takes a list to be that has no `first`, `last` or `ids`.");
    static final Setting<Duration> TIME = Setting.duration(
            "graphql.time", Duration.ofSeconds(10), "How long an operation may run before it and its SQL are stopped.");
    static final Setting<Integer> DOCUMENT_CACHE = Setting.number(
            "graphql.document-cache-mib", 16, 1, 1_024, "Memory for parsed and validated documents, in MiB.");
    static final Setting<Boolean> INTROSPECTION = Setting.flag(
            "graphql.introspection",
            false,
            "Opens introspection to everybody. Staff may introspect always, and everybody on the embedded database.");
    static final Setting<Set<String>> ORIGINS = new Setting<>(
            "graphql.origins",
            "",
            "Other web origins whose pages may use the endpoint, with cookies: https://app.example.org, separated by"
                    + " commas.",
            EndpointSettings::origins);
    static final Setting<Integer> CONCURRENT = Setting.number(
            "graphql.concurrent", 256, 1, 100_000, "How many operations run at once; more are turned away with 503.");
    static final Setting<Integer> GZIP = Setting.number(
            "server.gzip-bytes",
            1_400,
            0,
            1_000_000,
            "Answers from this size on, in bytes, are compressed when asked for.");
    static final Setting<Duration> KEEP_ALIVE = Setting.duration(
            "graphql.stream-keep-alive",
            Duration.ofSeconds(15),
            "How often a quiet subscription sends a comment, so that proxies leave it open.");
    static final Setting<Integer> STREAMS = Setting.number(
            "graphql.streams", 1_000, 0, 1_000_000, "How many subscriptions may be open at once in all.");
    static final Setting<Integer> STREAMS_PER_CLIENT = Setting.number(
            "graphql.streams-per-client",
            10,
            1,
            10_000,
            "How many subscriptions one client address may have open at once.");
    static final Setting<Duration> BODY_TIME = Setting.duration(
            "server.body-time", Duration.ofSeconds(20), "How long a client may take to send a request's body.");
    static final Setting<Duration> READ_TIME = Setting.duration(
            "server.read-time",
            Duration.ofSeconds(20),
            "How long the server waits for the next byte of a request, and keeps a quiet connection open.");
    static final Setting<Integer> HEADERS = Setting.number(
            "server.header-bytes",
            16_384,
            1_024,
            1_048_576,
            "The largest request line, and the largest header section.");
    static final Setting<Integer> CONNECTIONS =
            Setting.number("server.connections", 4_096, 1, 1_000_000, "How many TCP connections may be open at once.");

    /** All of them, to be declared by the host. */
    public static final List<Setting<?>> ALL = List.of(
            BODY,
            CHARACTERS,
            TOKENS,
            DEPTH,
            FIELDS,
            ALIASES,
            DIRECTIVES,
            INTROSPECTION_DEPTH,
            COST,
            LIST_SIZE,
            TIME,
            DOCUMENT_CACHE,
            INTROSPECTION,
            ORIGINS,
            CONCURRENT,
            GZIP,
            KEEP_ALIVE,
            STREAMS,
            STREAMS_PER_CLIENT,
            BODY_TIME,
            READ_TIME,
            HEADERS,
            CONNECTIONS);

    private EndpointSettings() {}

    /** Whether strangers may introspect, whatever the database. */
    public static boolean introspectionForAll(Settings settings) {
        return settings.get(INTROSPECTION);
    }

    static Limits limits(Settings settings) {
        return new Limits(
                settings.get(CHARACTERS),
                settings.get(TOKENS),
                settings.get(DEPTH),
                settings.get(FIELDS),
                settings.get(ALIASES),
                settings.get(DIRECTIVES),
                settings.get(INTROSPECTION_DEPTH),
                settings.get(COST),
                settings.get(LIST_SIZE),
                settings.get(TIME),
                settings.get(DOCUMENT_CACHE) * 1_048_576L);
    }

    private static Set<String> origins(String text) {
        Set<String> origins = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        for (String origin : origins) {
            if (!origin.matches("https?://[a-z0-9.\\[\\]:-]+")
                    || URI.create(origin).getHost() == null) {
                throw new IllegalArgumentException(
                        "must list origins such as https://app.example.org, without a path, in lower case");
            }
        }
        return origins;
    }
}
