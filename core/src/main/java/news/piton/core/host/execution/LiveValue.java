package news.piton.core.host.execution;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fetcher of every subscription field; the host wires it, behind the same check of permissions as any other fetcher.
 * When a stream opens it notes the arguments, later it hands out what the event at hand shows.
 */
public final class LiveValue implements DataFetcher<Object> {
    public static final LiveValue FETCHER = new LiveValue();

    private LiveValue() {}

    /** Put into the operation's context in place of an event, to learn what is subscribed to. */
    static final class Opening {
        @Nullable
        String field;

        Map<String, Object> arguments = Map.of();
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
        Opening opening = environment.getGraphQlContext().get(Opening.class);
        if (opening == null) {
            return environment.getRoot();
        }
        opening.field = environment.getFieldDefinition().getName();
        opening.arguments = Map.copyOf(withoutNulls(environment.getArguments()));
        return null;
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> arguments) {
        Map<String, Object> given = new java.util.HashMap<>(arguments);
        given.values().removeIf(java.util.Objects::isNull);
        return given;
    }
}
