package news.piton.core.host.execution;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.piton.core.graphql.Caller;
import news.piton.core.graphql.Loader;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderOptions;
import org.dataloader.DataLoaderRegistry;
import org.dataloader.MappedBatchLoader;

/** The batch loaders of one operation, each made when it is first asked for. */
final class Loaders extends DataLoaderRegistry {
    private static final DataLoaderOptions OPTIONS = DataLoaderOptions.newDefaultOptions();

    private final Map<String, Loader<?, ?>> known;
    private final Caller caller;
    private final Measures measures;

    private Loaders(Map<String, Loader<?, ?>> known, Caller caller, Measures measures) {
        this.known = known;
        this.caller = caller;
        this.measures = measures;
    }

    static Function<Caller, Loaders> of(List<Loader<?, ?>> loaders, Measures measures) {
        Map<String, Loader<?, ?>> known =
                loaders.stream().collect(Collectors.toUnmodifiableMap(Loader::name, loader -> loader));
        return caller -> new Loaders(known, caller, measures);
    }

    @Override
    public <K, V> DataLoader<K, V> getDataLoader(String name) {
        return computeIfAbsent(name, this::make);
    }

    private DataLoader<?, ?> make(String name) {
        Loader<?, ?> loader = known.get(name);
        if (loader == null) {
            throw new IllegalStateException("No module contributes a loader called " + name + ".");
        }
        return make(loader);
    }

    private <K, V> DataLoader<K, V> make(Loader<K, V> loader) {
        Measures.Batches batches = measures.loader(loader.name());
        MappedBatchLoader<K, V> load = keys -> {
            batches.add(keys.size());
            return CompletableFuture.completedFuture(loader.batch().load(keys, caller));
        };
        return DataLoaderFactory.newMappedDataLoader(loader.name(), load, OPTIONS);
    }
}
