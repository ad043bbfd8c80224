package news.piton.core.host.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import news.piton.core.graphql.Caller;
import news.piton.core.host.execution.Measures;
import news.piton.core.identity.Permission;
import news.piton.core.settings.Setting;
import news.piton.core.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For whoever watches over the server: {@code /observe/health} says UP with 200 or DOWN with 503, and each check's state;
 * {@code /observe/metrics} shows the measures to staff who may read them, and to everybody if the operator says so.
 */
public final class Observation implements HttpService {
    public static final Setting<Boolean> METRICS_OPEN = Setting.flag(
            "observe.metrics-open",
            false,
            "Opens /observe/metrics to everybody. Otherwise it takes a session or API token with the permission"
                    + " READ_METRICS.");

    private static final Logger LOG = LoggerFactory.getLogger(Observation.class);
    private static final JsonFactory JSON = new JsonFactory();
    private static final Header TEXT =
            HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
    private static final Header JSON_TYPE = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json");
    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

    private final Measures measures;
    private final Map<String, BooleanSupplier> checks;
    private final Function<ServerRequest, Caller> callers;
    private final boolean metricsOpen;

    /**
     * @param checks by name; one that throws counts as failed
     * @param callers who makes a request; may throw a {@link news.piton.core.fault.Fault}
     */
    public Observation(
            Measures measures,
            Map<String, BooleanSupplier> checks,
            Function<ServerRequest, Caller> callers,
            Settings settings) {
        this.measures = measures;
        this.callers = callers;
        this.metricsOpen = settings.get(METRICS_OPEN);
        this.checks = Map.copyOf(checks);
    }

    /** Shows what a connection pool is doing. */
    public static void watch(Measures measures, HikariPoolMXBean pool) {
        measures.gauge(
                "piton_pool_connections", "state=\"active\"", "Database connections.", pool::getActiveConnections);
        measures.gauge("piton_pool_connections", "state=\"idle\"", "Database connections.", pool::getIdleConnections);
        measures.gauge(
                "piton_pool_waiting",
                "Threads that wait for a database connection.",
                pool::getThreadsAwaitingConnection);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/observe/metrics", this::metrics);
        rules.get("/observe/health", this::health);
        rules.head("/observe/health", this::health);
    }

    private void metrics(ServerRequest request, ServerResponse response) {
        if (!metricsOpen) {
            callers.apply(request).require(Permission.READ_METRICS);
        }
        response.header(TEXT);
        response.header(NO_STORE);
        response.send(measures.exposition().getBytes(StandardCharsets.UTF_8));
    }

    private void health(ServerRequest request, ServerResponse response) {
        StringWriter body = new StringWriter();
        boolean up = true;
        Map<String, Boolean> states = new TreeMap<>();
        for (Map.Entry<String, BooleanSupplier> check : checks.entrySet()) {
            boolean passes = passes(check.getKey(), check.getValue());
            states.put(check.getKey(), passes);
            up &= passes;
        }
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeStringField("status", word(up));
            json.writeObjectFieldStart("checks");
            for (Map.Entry<String, Boolean> state : states.entrySet()) {
                json.writeStringField(state.getKey(), word(state.getValue()));
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        response.status(up ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503);
        response.header(JSON_TYPE);
        response.header(NO_STORE);
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        if (request.prologue().method() == Method.HEAD) {
            response.contentLength(bytes.length);
            response.send();
        } else {
            response.send(bytes);
        }
    }

    private static boolean passes(String name, BooleanSupplier check) {
        try {
            return check.getAsBoolean();
        } catch (RuntimeException failed) {
            LOG.warn("The health check {} failed.", name, failed);
            return false;
        }
    }

    private static String word(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
