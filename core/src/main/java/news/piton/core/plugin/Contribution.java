package news.piton.core.plugin;

import graphql.schema.DataFetcher;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import news.piton.core.graphql.Loader;
import news.piton.core.graphql.MutationHandler;
import news.piton.core.job.Job;
import news.piton.core.outbox.EventHandler;
import news.piton.core.outbox.EventType;

/** What a plugin gives to the host: everything it does from outside, as data that the host checks and wires. */
public record Contribution(
        Map<Field, DataFetcher<?>> fields,
        Map<String, Mutation<?, ?>> mutations,
        Map<String, Live<?>> subscriptions,
        List<Loader<?, ?>> loaders,
        Map<String, Loader<Long, ?>> nodes,
        List<Handling<?>> handlers,
        List<Job> jobs,
        List<Route> routes,
        List<Importer> importers,
        Map<Class<?>, Object> exports,
        Map<String, BooleanSupplier> healthChecks,
        List<AutoCloseable> closing,
        List<Runnable> samples) {

    /** A field of an object type; {@code new Field("Query", "commentPolicy")}. */
    public record Field(String type, String name) {}

    public record Mutation<I extends Record, V extends Record>(
            Class<I> input, Class<V> value, MutationHandler<I, V> handler) {}

    /** A subscription's field and the event behind it. */
    public record Live<E extends Record>(EventType<E> event, LiveField<E> field) {}

    /** @param name unique in the plugin, part of the delivery's stored name; never change it */
    public record Handling<E extends Record>(EventType<E> event, String name, EventHandler<E> handler) {}

    /**
     * A plain HTTP route. The handler finds the {@link news.piton.core.graphql.Caller} in the request's context.
     *
     * @param path as Helidon writes it: {@code /s/{code}}
     */
    public record Route(Method method, String path, Handler handler) {}

    public static Builder builder() {
        return new Builder();
    }

    /** Collects a contribution. Naming the same thing twice is refused at once. */
    public static final class Builder {
        private final Map<Field, DataFetcher<?>> fields = new LinkedHashMap<>();
        private final Map<String, Mutation<?, ?>> mutations = new LinkedHashMap<>();
        private final Map<String, Live<?>> subscriptions = new LinkedHashMap<>();
        private final List<Loader<?, ?>> loaders = new ArrayList<>();
        private final Map<String, Loader<Long, ?>> nodes = new LinkedHashMap<>();
        private final List<Handling<?>> handlers = new ArrayList<>();
        private final List<Job> jobs = new ArrayList<>();
        private final List<Route> routes = new ArrayList<>();
        private final List<Importer> importers = new ArrayList<>();
        private final Map<Class<?>, Object> exports = new LinkedHashMap<>();
        private final Map<String, BooleanSupplier> healthChecks = new LinkedHashMap<>();
        private final List<AutoCloseable> closing = new ArrayList<>();
        private final List<Runnable> samples = new ArrayList<>();

        private Builder() {}

        public Builder field(String type, String name, DataFetcher<?> fetcher) {
            return once(fields, new Field(type, name), fetcher);
        }

        public Builder query(String name, DataFetcher<?> fetcher) {
            return field("Query", name, fetcher);
        }

        public <I extends Record, V extends Record> Builder mutation(
                String name, Class<I> input, Class<V> value, MutationHandler<I, V> handler) {
            return once(mutations, name, new Mutation<>(input, value, handler));
        }

        public <E extends Record> Builder subscription(String name, EventType<E> event, LiveField<E> field) {
            return once(subscriptions, name, new Live<>(event, field));
        }

        public Builder loader(Loader<?, ?> loader) {
            loaders.add(loader);
            return this;
        }

        /**
         * An object type that {@code Query.node} can fetch again. The loader must answer with what this caller may see, and
         * with nothing else. The type's {@code id} comes from its record's component {@code long id}.
         */
        public Builder node(String type, Loader<Long, ?> loader) {
            once(nodes, type, loader);
            return loaders.contains(loader) ? this : loader(loader);
        }

        public <E extends Record> Builder on(EventType<E> event, String name, EventHandler<E> handler) {
            handlers.add(new Handling<>(event, name, handler));
            return this;
        }

        public Builder job(Job job) {
            jobs.add(job);
            return this;
        }

        public Builder route(Method method, String path, Handler handler) {
            routes.add(new Route(method, path, handler));
            return this;
        }

        public Builder importer(Importer importer) {
            importers.add(importer);
            return this;
        }

        public <T> Builder export(Class<T> api, T object) {
            return once(exports, api, object);
        }

        public Builder health(String name, BooleanSupplier healthy) {
            return once(healthChecks, name, healthy);
        }

        public Builder closing(AutoCloseable closeable) {
            closing.add(closeable);
            return this;
        }

        /** Content for a new, empty installation; runs once, in dependency order, in one transaction of its own. */
        public Builder sample(Runnable sample) {
            samples.add(sample);
            return this;
        }

        private <K, V> Builder once(Map<K, V> map, K key, V value) {
            if (map.putIfAbsent(key, value) != null) {
                throw new IllegalStateException(key + " is contributed twice.");
            }
            return this;
        }

        public Contribution build() {
            return new Contribution(
                    fields,
                    mutations,
                    subscriptions,
                    loaders,
                    nodes,
                    handlers,
                    jobs,
                    routes,
                    importers,
                    exports,
                    healthChecks,
                    closing,
                    samples);
        }
    }
}
