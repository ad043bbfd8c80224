package news.piton.core.host.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import news.piton.core.host.execution.Answer;
import news.piton.core.host.execution.Measures;

/**
 * Sends answers with their status code. In {@code application/json} a well-formed request is always answered with 200, since
 * clients of old take other codes for a broken server; in {@code application/graphql-response+json} the code tells.
 */
final class Responses {
    private static final Header VARY = HeaderValues.createCached(HeaderNames.VARY, "Accept, Accept-Encoding");
    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");
    private static final Header NO_SNIFF = HeaderValues.createCached("X-Content-Type-Options", "nosniff");
    /** RFC 9110, section 15.5.2. */
    static final Header CHALLENGE = HeaderValues.createCached(HeaderNames.WWW_AUTHENTICATE, "Bearer");
    /** GraphQL over HTTP, edition of September 2026: executed, but not without errors. */
    private static final Status PARTIAL_SUCCESS = Status.create(294, "Partial Success");

    private static final HeaderName RETRY_AFTER = HeaderNames.create("Retry-After");

    private final int gzipFrom;
    private final Measures measures;

    Responses(int gzipFrom, Measures measures) {
        this.gzipFrom = gzipFrom;
        this.measures = measures;
    }

    void send(ServerRequest request, ServerResponse response, Negotiation type, Answer answer, long start) {
        write(request, response, type, answer, type == Negotiation.JSON ? Status.OK_200 : status(answer), start);
    }

    void refuse(ServerRequest request, ServerResponse response, Negotiation type, Rejection rejection, long start) {
        if (!rejection.allow().isEmpty()) {
            response.header(HeaderValues.create(HeaderNames.ALLOW, rejection.allow()));
        }
        if (rejection.status().code() == Status.SERVICE_UNAVAILABLE_503.code()) {
            response.header(HeaderValues.create(RETRY_AFTER, "1"));
        }
        if (rejection.close()) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        write(request, response, type, Answer.refused(rejection.error()), rejection.status(), start);
    }

    private void write(
            ServerRequest request,
            ServerResponse response,
            Negotiation type,
            Answer answer,
            Status status,
            long start) {
        response.status(status);
        response.header(type.contentType());
        response.headers().add(VARY);
        response.header(NO_STORE);
        response.header(NO_SNIFF);
        if (status.code() == Status.UNAUTHORIZED_401.code()) {
            response.header(CHALLENGE);
        }
        if (!answer.errors().isEmpty()
                && answer.errors().getFirst().details().get("retryAfter") instanceof Number seconds) {
            response.header(HeaderValues.create(RETRY_AFTER, seconds.toString()));
        }
        boolean gzip = Gzip.isAccepted(request.headers().all(HeaderNames.ACCEPT_ENCODING, List::of));
        try {
            AnswerWriter.write(answer, new AnswerStream(response, gzip ? gzipFrom : Integer.MAX_VALUE));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } finally {
            measures.request(answer.outcome(), System.nanoTime() - start);
        }
    }

    private static Status status(Answer answer) {
        if (answer.errors().isEmpty()) {
            return Status.OK_200;
        }
        return answer.executed()
                ? PARTIAL_SUCCESS
                : FaultStatus.of(answer.errors().getFirst().code());
    }
}
