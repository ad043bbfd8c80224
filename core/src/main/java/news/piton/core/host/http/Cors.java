package news.piton.core.host.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Set;

/** Lets pages of the configured origins use the endpoint (Fetch Standard, CORS protocol), and no others. */
final class Cors {
    private static final HeaderName ALLOW_ORIGIN = HeaderNames.create("Access-Control-Allow-Origin");
    private static final HeaderName ALLOW_CREDENTIALS = HeaderNames.create("Access-Control-Allow-Credentials");
    private static final HeaderName ALLOW_METHODS = HeaderNames.create("Access-Control-Allow-Methods");
    private static final HeaderName ALLOW_HEADERS = HeaderNames.create("Access-Control-Allow-Headers");
    private static final HeaderName EXPOSE_HEADERS = HeaderNames.create("Access-Control-Expose-Headers");
    private static final HeaderName MAX_AGE = HeaderNames.create("Access-Control-Max-Age");

    private final Set<String> origins;

    Cors(Set<String> origins) {
        this.origins = origins;
    }

    void apply(ServerRequest request, ServerResponse response) {
        if (origins.isEmpty()) {
            return;
        }
        response.headers().add(HeaderValues.create(HeaderNames.VARY, "Origin"));
        String origin = GraphQlEndpoint.header(request, HeaderNames.ORIGIN);
        if (origin == null || !origins.contains(origin)) {
            return;
        }
        response.header(HeaderValues.create(ALLOW_ORIGIN, origin));
        response.header(HeaderValues.create(ALLOW_CREDENTIALS, "true"));
        response.header(HeaderValues.create(EXPOSE_HEADERS, "X-Request-Id, Retry-After"));
        if (request.prologue().method() == Method.OPTIONS) {
            response.header(HeaderValues.create(ALLOW_METHODS, "GET, POST"));
            response.header(HeaderValues.create(ALLOW_HEADERS, "Content-Type, Authorization, X-Request-Id"));
            response.header(HeaderValues.create(MAX_AGE, "7200"));
        }
    }
}
