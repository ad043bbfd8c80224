package news.piton.core.host.schema;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.function.Supplier;
import news.piton.core.host.mutation.Payload;
import org.jspecify.annotations.Nullable;

/** A field of a mutation's payload: a component of the value, or null when there is none. */
record PayloadField(Accessor accessor) implements LightDataFetcher<@Nullable Object> {
    @Override
    public @Nullable Object get(
            GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment) {
        return read(source);
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
        return read(environment.getSource());
    }

    private @Nullable Object read(@Nullable Object source) {
        return source instanceof Payload payload && payload.value() != null ? accessor.read(payload.value()) : null;
    }
}
