package news.piton.core.host.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed request of the GraphQL over HTTP specification (section "Request parameters").
 *
 * @param query the document; null when only its hash came, in {@code extensions.persistedQuery}
 */
record GraphQlRequest(
        @Nullable String query,
        @Nullable String operationName,
        Map<String, Object> variables,
        Map<String, Object> extensions) {}
