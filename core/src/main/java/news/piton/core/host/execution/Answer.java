package news.piton.core.host.execution;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A GraphQL response (GraphQL specification, section 7.1).
 *
 * @param executed whether there is a data entry; false when the request was refused before it ran
 * @param data null as a value when a non-null field at the top failed
 */
public record Answer(
        boolean executed, @Nullable Object data, List<OperationError> errors, Map<String, Object> extensions) {

    public static Answer refused(OperationError error) {
        return refused(List.of(error));
    }

    public static Answer refused(List<OperationError> errors) {
        return new Answer(false, null, errors, Map.of());
    }

    /** For the measures: {@code OK}, {@code PARTIAL}, or the code of the first error. */
    public String outcome() {
        if (errors.isEmpty()) {
            return "OK";
        }
        return executed && data != null ? "PARTIAL" : errors.getFirst().code();
    }
}
