package news.piton.core.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/**
 * A batch loader: whatever stands behind a list is loaded through one, so that a page costs one query and not one per row.
 *
 * @param name unique among all modules, for example {@code articles.tags}
 * @param batch called once per level of the operation with all keys; keys without an answer become null
 */
public record Loader<K, V>(String name, Batch<K, V> batch) {

    @FunctionalInterface
    public interface Batch<K, V> {
        Map<K, V> load(Set<K> keys, Caller caller);
    }

    /** For a fetcher: the value for a key, together with all others of this level. */
    public CompletableFuture<@Nullable V> load(DataFetchingEnvironment environment, K key) {
        return in(environment).load(key);
    }

    public CompletableFuture<List<V>> loadMany(DataFetchingEnvironment environment, List<K> keys) {
        return in(environment).loadMany(keys);
    }

    private DataLoader<K, V> in(DataFetchingEnvironment environment) {
        DataLoader<K, V> loader = environment.getDataLoader(name);
        return Objects.requireNonNull(loader, () -> "No batch loader is registered as " + name);
    }
}
