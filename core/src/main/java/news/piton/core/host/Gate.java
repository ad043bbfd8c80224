package news.piton.core.host;

import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.concurrent.CompletableFuture;

/**
 * Holds requests back between the moment when the port is taken and the one when all is ready. What may be done only by a
 * host that does come up is done in between, such as making a password that is told once.
 */
final class Gate implements Filter, AutoCloseable {
    private final CompletableFuture<Boolean> opened = new CompletableFuture<>();

    void open() {
        opened.complete(true);
    }

    /** Sends away whoever waits still; nobody, once it has been opened. */
    @Override
    public void close() {
        opened.complete(false);
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (opened.join()) {
            chain.proceed();
        } else {
            response.status(Status.SERVICE_UNAVAILABLE_503).send();
        }
    }
}
