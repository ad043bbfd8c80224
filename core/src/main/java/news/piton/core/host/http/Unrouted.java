package news.piton.core.host.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.nio.charset.StandardCharsets;

/**
 * Answers, in a sentence of plain text, what never becomes a request to a route. Only our own refusals, which are of the type
 * OTHER, are repeated to the client; Helidon's may speak of the inside.
 */
final class Unrouted implements DirectHandler {
    static DirectHandlers forAll() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (EventType type : EventType.values()) {
            handlers.addHandler(type, new Unrouted());
        }
        return handlers.build();
    }

    @Override
    public TransportResponse handle(
            TransportRequest request, EventType type, Status status, ServerResponseHeaders headers, String message) {
        String sentence = switch (type) {
            case OTHER -> message;
            case INTERNAL_ERROR -> "Something went wrong on our side.";
            case BAD_REQUEST, PAYLOAD_TOO_LARGE, FORBIDDEN, HTTP_VERSION_NOT_SUPPORTED ->
                "This is no request that HTTP/1.1 and this server's limits allow.";
        };
        return TransportResponse.builder()
                .status(status)
                .headers(headers)
                .header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .entity((sentence + "\n").getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
