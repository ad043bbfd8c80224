package news.piton.core.host.schema;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A subscription's field: its value is the root object, chosen by the module for this event and this subscriber. */
final class RootValue implements LightDataFetcher<@Nullable Object> {
    @Override
    public @Nullable Object get(
            GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment) {
        return source;
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
        return environment.getSource();
    }
}
