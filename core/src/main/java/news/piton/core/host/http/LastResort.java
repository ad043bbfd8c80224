package news.piton.core.host.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.http.ErrorHandler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import news.piton.core.fault.Fault;
import news.piton.core.fault.FaultCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers for routes that failed: 500 with an errorId, and nothing of the inside, which Helidon would show. To be registered
 * for {@link RuntimeException}. A fault says what it says, in plain text; Helidon's own exceptions keep the status that they carry;
 * an address where nothing is gets a hint where something is.
 */
public final class LastResort implements ErrorHandler<RuntimeException> {
    private static final String NOTHING_HERE = "There is nothing at this address, or not for this method."
            + " The API is at /graphql, and its schema at /graphql/schema.graphql.";
    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    @Override
    public void handle(ServerRequest request, ServerResponse response, RuntimeException failure) {
        if (failure instanceof CloseConnectionException
                || failure instanceof ServerConnectionException
                || failure instanceof UncheckedIOException) {
            throw failure; // the client has gone, and there is nobody to answer
        }
        response.header(HeaderValues.create(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8"));
        if (!request.content().consumed()) {
            response.header(HeaderValues.CONNECTION_CLOSE); // nobody waits for a body that nobody wants
        }
        if (failure instanceof HttpException told) {
            String sentence = sentence(told);
            response.status(told.status());
            // Helidon would send a body after HEAD as well
            boolean head = request.prologue().method() == Method.HEAD;
            response.send(head ? new byte[0] : (sentence + "\n").getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (failure instanceof Fault fault) {
            if (fault.code() == FaultCode.UNAUTHENTICATED) {
                response.header(Responses.CHALLENGE);
            }
            response.status(FaultStatus.of(fault.code()));
            response.send((fault.getMessage() + "\n").getBytes(StandardCharsets.UTF_8));
            return;
        }
        String errorId = UUID.randomUUID().toString();
        String requestId = RequestTrace.of(request).id();
        LOG.error(
                "Our mistake: errorId {} request {} path {}",
                errorId,
                requestId,
                request.path().rawPath(),
                failure);
        response.status(Status.INTERNAL_SERVER_ERROR_500);
        String text = "Something went wrong on our side. Tell us the errorId if it stays: " + errorId + "\n";
        response.send(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sentence(HttpException told) {
        if (told instanceof RouteRefusal ours) {
            return String.valueOf(ours.getMessage());
        }
        return told.status() == Status.NOT_FOUND_404
                ? NOTHING_HERE
                : told.status().reasonPhrase();
    }
}
