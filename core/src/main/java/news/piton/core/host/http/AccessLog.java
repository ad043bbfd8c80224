package news.piton.core.host.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.Locale;
import news.piton.core.database.StatementCounter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/**
 * One line for each request, with its id, which every other line of the request carries as {@code request}. To be added to
 * the routing as its first filter but {@link Framing}. Paths without their query: what readers search for is nobody's business.
 */
public final class AccessLog implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger("news.piton.access");
    private static final HeaderName REQUEST_ID = HeaderNames.create("X-Request-Id");
    private static final String MDC_KEY = "request";

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        long start = System.nanoTime();
        String given = request.headers().contains(REQUEST_ID)
                ? request.headers().get(REQUEST_ID).get()
                : null;
        RequestTrace trace = RequestTrace.begin(request, given);
        response.headers().set(REQUEST_ID, trace.id());
        StatementCounter statements = new StatementCounter();
        if (LOG.isInfoEnabled()) {
            // errors are answered outside of the filters, so this is the one moment that sees every answer
            response.whenSent(() -> log(request, response, trace, System.nanoTime() - start, statements.count()));
        }
        MDC.put(MDC_KEY, trace.id());
        try {
            statements.during(() -> {
                chain.proceed();
                return trace;
            });
        } finally {
            MDC.remove(MDC_KEY);
        }
    }

    private static void log(
            RoutingRequest request, RoutingResponse response, RequestTrace trace, long nanos, long statements) {
        String method = request.prologue().method().text();
        String path = request.path().rawPath();
        double millis = nanos / 100_000 / 10.0;
        LOG.atLevel(Level.INFO)
                .addKeyValue("method", method)
                .addKeyValue("path", path)
                .addKeyValue("status", response.status().code())
                .addKeyValue("operation", trace.operation())
                .addKeyValue("ms", millis)
                .addKeyValue("statements", statements)
                .setMessage("{} {} {} {} {} ms {} statements")
                .addArgument(method.toUpperCase(Locale.ROOT))
                .addArgument(path)
                .addArgument(response.status().code())
                .addArgument(trace.operation().isEmpty() ? "-" : trace.operation())
                .addArgument(millis)
                .addArgument(statements)
                .log();
    }
}
