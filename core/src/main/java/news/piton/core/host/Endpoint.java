package news.piton.core.host;

import io.helidon.webserver.http.ServerRequest;
import java.util.Map;
import java.util.function.Consumer;
import news.piton.core.host.execution.Answer;

/** The GraphQL endpoint, for the {@link Pages} of the same process. */
public interface Endpoint {

    /**
     * Answers as {@code POST /graphql} would, had whoever makes this request sent this operation there: with the same
     * permissions, rate limits, costs, time limit and request id, and counted in the same measures. Never throws for what the
     * caller or a fetcher did wrong; the answer holds the error then. Sets no cookie. Documents are kept parsed, so that their
     * text should be one of few, and what differs from request to request a variable.
     *
     * @param document one query or mutation
     */
    Answer ask(ServerRequest request, String document, Map<String, Object> variables);

    /**
     * Follows a subscription as a guest would, until the server stops: the listener gets every answer, one after the other, on a
     * thread of this subscription's own. Nothing is kept for a listener that takes too long or for a server that is down; every
     * node follows for itself.
     *
     * @param document one subscription
     * @throws IllegalArgumentException when there is no such subscription
     */
    void follow(String document, Map<String, Object> variables, Consumer<Answer> listener);
}
