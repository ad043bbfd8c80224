package news.piton.core.host.schema;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import news.piton.core.fault.Fault;
import news.piton.core.graphql.Loader;
import news.piton.core.id.GlobalId;
import org.jspecify.annotations.Nullable;

/** Global object identification: a node's id, and the way back from it. */
final class Nodes {
    private static final int MOST = 100;

    private Nodes() {}

    static DataFetcher<?> one(Map<String, Loader<Long, ?>> loaders) {
        return environment -> load(loaders, environment, environment.getArgument("id"));
    }

    static DataFetcher<?> many(Map<String, Loader<Long, ?>> loaders) {
        return environment -> {
            List<String> ids = environment.getArgument("ids");
            if (ids == null || ids.size() > MOST) {
                throw Fault.badRequest("`ids` takes at most " + MOST + " ids.");
            }
            List<CompletableFuture<@Nullable Object>> all =
                    ids.stream().map(id -> load(loaders, environment, id)).toList();
            return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                    .thenApply(done -> all.stream().map(CompletableFuture::join).toList());
        };
    }

    private static CompletableFuture<@Nullable Object> load(
            Map<String, Loader<Long, ?>> loaders, DataFetchingEnvironment environment, @Nullable String text) {
        GlobalId id = text == null ? null : GlobalId.parse(text).orElse(null);
        Loader<Long, ?> loader = id == null ? null : loaders.get(id.type());
        if (id == null || loader == null) {
            return CompletableFuture.completedFuture(null);
        }
        return loader.load(environment, id.number()).thenApply(found -> found);
    }

    static DataFetcher<?> id(String type, Accessor number) {
        return new IdField(type, number);
    }

    private record IdField(String type, Accessor number) implements LightDataFetcher<@Nullable Object> {
        @Override
        public @Nullable Object get(
                GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment) {
            return encode(source);
        }

        @Override
        public @Nullable Object get(DataFetchingEnvironment environment) {
            return encode(environment.getSource());
        }

        private @Nullable Object encode(@Nullable Object source) {
            return number.read(source) instanceof Long id ? GlobalId.encode(type, id) : null;
        }
    }
}
