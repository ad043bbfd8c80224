package news.piton.core.host.execution;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.piton.core.fault.Excerpt;
import news.piton.core.fault.Fault;
import news.piton.core.fault.FaultCode;
import org.jspecify.annotations.Nullable;

/**
 * An error as a client sees it.
 *
 * @param code a {@link FaultCode}, or a code of a protocol on top of GraphQL
 * @param locations places in the document; empty when there is none to show
 * @param path the way to the field that failed; null when the whole request failed
 * @param details plain values that go beside the code
 */
@SuppressWarnings("serial") // graphql-java's errors are serializable by decree; nobody serializes these
public record OperationError(
        String code,
        String message,
        List<SourceLocation> locations,
        @Nullable List<Object> path,
        Map<String, Object> details)
        implements GraphQLError {
    private static final int LONGEST_MESSAGE = 1_000;

    /** A message that is longer than any sentence for a person quotes somebody, and is cut. */
    public OperationError {
        message = Excerpt.of(message, LONGEST_MESSAGE);
    }

    public static OperationError of(Fault fault) {
        return new OperationError(fault.code().name(), message(fault), List.of(), null, fault.details());
    }

    public static OperationError badRequest(String message) {
        return of(Fault.badRequest(message));
    }

    public OperationError at(List<SourceLocation> places, @Nullable List<Object> field) {
        return new OperationError(code, message, places, field, details);
    }

    OperationError saying(String better) {
        return new OperationError(code, better, locations, path, details);
    }

    static String message(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? "" : message;
    }

    /** The error as the GraphQL specification writes it (section 7.1.2). */
    public Map<String, Object> written() {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        if (!locations.isEmpty()) {
            error.put(
                    "locations",
                    locations.stream()
                            .map(place -> Map.of("line", place.getLine(), "column", place.getColumn()))
                            .toList());
        }
        if (path != null) {
            error.put("path", path);
        }
        error.put("extensions", getExtensions());
        return error;
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public List<SourceLocation> getLocations() {
        return locations;
    }

    @Override
    public ErrorClassification getErrorType() {
        return ErrorType.DataFetchingException;
    }

    @Override
    public @Nullable List<Object> getPath() {
        return path;
    }

    @Override
    public Map<String, Object> getExtensions() {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code);
        extensions.putAll(details);
        return extensions;
    }
}
