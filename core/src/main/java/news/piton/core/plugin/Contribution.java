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
import news.piton.core.graphql.MutationRefusal;
import news.piton.core.identity.Permission;
import news.piton.core.job.Job;
import news.piton.core.outbox.EventHandler;
import news.piton.core.outbox.EventType;
import org.jspecify.annotations.Nullable;

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
        List<Exporter> exporters,
        List<Answer<?>> answers,
        Map<Class<?>, Object> exports,
        Map<String, BooleanSupplier> healthChecks,
        List<AutoCloseable> closing,
        List<Runnable> samples) {

    /** A field of an object type; {@code new Field("Query", "commentPolicy")}. */
    public record Field(String type, String name) {}

    /** @param refusal what its payload shows beside the user errors */
    public record Mutation<I extends Record, V extends Record>(
            Class<I> input, Class<V> value, MutationHandler<I, V> handler, MutationRefusal<I, V> refusal) {}

    /** A subscription's field and the event behind it. */
    public record Live<E extends Record>(EventType<E> event, LiveField<E> field) {}

    /** @param name unique in the plugin, part of the delivery's stored name; never change it */
    public record Handling<E extends Record>(EventType<E> event, String name, EventHandler<E> handler) {}

    /**
     * A plain HTTP route. The handler finds the {@link news.piton.core.graphql.Caller} in the request's context.
     *
     * @param path as Helidon writes it: {@code /s/{code}}
     * @param staff who may use it; null for everybody
     */
    public record Route(
            Method method,
            String path,
            Handler handler,
            @Nullable StaffUse staff) {

        /** For everybody. */
        public Route(Method method, String path, Handler handler) {
            this(method, path, handler, null);
        }
    }

    /** @param action what the audit log calls it */
    public record StaffUse(Permission permission, String action) {}

    /** What a plugin says to a question of one that it requires. */
    public record Answer<T>(Class<T> question, T answer) {}

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Collects a contribution. What is handed over is called by many threads at once, so it keeps no state of a call. Naming the same thing twice is refused at once.
     */
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
        private final List<Exporter> exporters = new ArrayList<>();
        private final List<Answer<?>> answers = new ArrayList<>();
        private final Map<Class<?>, Object> exports = new LinkedHashMap<>();
        private final Map<String, BooleanSupplier> healthChecks = new LinkedHashMap<>();
        private final List<AutoCloseable> closing = new ArrayList<>();
        private final List<Runnable> samples = new ArrayList<>();

        private Builder() {}

        /**
         * Answers a field of an object type in the plugin's own SDL. Called outside a transaction, on the thread of the
         * operation; a {@link news.piton.core.fault.Fault} is shown as it is, any other exception as an errorId, and either
         * costs the field alone where that is nullable.
         */
        public Builder field(String type, String name, DataFetcher<?> fetcher) {
            return once(fields, new Field(type, name), fetcher);
        }

        /** As {@link #field}, of {@code Query}. */
        public Builder query(String name, DataFetcher<?> fetcher) {
            return field("Query", name, fetcher);
        }

        /**
         * Answers a mutation's field. The host binds the input and calls the handler in a transaction, which is taken back
         * when the outcome is refused, an exception is thrown, or the client only validates.
         *
         * @param input a record with the fields of the SDL's input, {@code validateOnly} and {@code idempotencyKey} left out
         * @param value a record with the fields of the SDL's payload, {@code userErrors} left out and whatever a {@link #field}
         *     of the payload answers, which is asked when refused or only validated as well
         */
        public <I extends Record, V extends Record> Builder mutation(
                String name, Class<I> input, Class<V> value, MutationHandler<I, V> handler) {
            return mutation(name, input, value, handler, (call, errors) -> null);
        }

        /**
         * As {@link #mutation(String, Class, Class, MutationHandler)}, for one whose payload tells more of a refusal than its
         * user errors do.
         */
        public <I extends Record, V extends Record> Builder mutation(
                String name,
                Class<I> input,
                Class<V> value,
                MutationHandler<I, V> handler,
                MutationRefusal<I, V> refusal) {
            return once(mutations, name, new Mutation<>(input, value, handler, refusal));
        }

        /**
         * Answers a subscription's field with what {@code field} shows of each event, on a thread of the host, outside a
         * transaction, after the event's own was committed. One that fails shows its error,
         * and others follow.
         */
        public <E extends Record> Builder subscription(String name, EventType<E> event, LiveField<E> field) {
            return once(subscriptions, name, new Live<>(event, field));
        }

        /**
         * Loads for many objects at once, in one call for an operation's level, on the thread of the operation and outside
         * a transaction. A loader that fails costs the fields that waited for it. Its name is unique among all plugins.
         */
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

        /**
         * Handles an event of a plugin that declares it, in the transaction that marks the delivery done, on a thread of the
         * host. One that throws is tried again later, with growing pauses, and parked in the end.
         *
         * @param name unique in the plugin, part of the delivery's stored name; never change it
         */
        public <E extends Record> Builder on(EventType<E> event, String name, EventHandler<E> handler) {
            handlers.add(new Handling<>(event, name, handler));
            return this;
        }

        /**
         * Does scheduled work, on one node at a time, outside a transaction. One that throws is logged and runs again when it
         * is next due. Its name begins with the plugin's.
         */
        public Builder job(Job job) {
            jobs.add(job);
            return this;
        }

        /**
         * Answers a plain HTTP request, on a thread of its own, outside a transaction. A fault is answered with its status
         * and sentence, any other exception with 500 and an errorId. Method and path are unique among all plugins.
         *
         * @param path as Helidon writes it: {@code /s/{code}}
         */
        public Builder route(Method method, String path, Handler handler) {
            routes.add(new Route(method, path, handler));
            return this;
        }

        /**
         * As {@link #route}, for staff who have a permission: guests are answered with 401, others with 403. Each use that is
         * not refused is in the audit log, with the query's parameters.
         *
         * @param action its name there, as a mutation's would be: {@code exportSubscribers}
         */
        public Builder staffRoute(Method method, String path, Permission permission, String action, Handler handler) {
            routes.add(new Route(method, path, handler, new StaffUse(permission, action)));
            return this;
        }

        /** Imports a format, one file at a time in the whole process; several plugins may import the same one. */
        public Builder importer(Importer importer) {
            importers.add(importer);
            return this;
        }

        /** Exports a format; several plugins may export the same one, each its own part. */
        public Builder exporter(Exporter exporter) {
            exporters.add(exporter);
            return this;
        }

        /**
         * Answers what a required plugin asks of those that stand on it, under the interface that it owns; see {@link
         * Exporter.Export#answers}. Called from any thread.
         */
        public <T> Builder answer(Class<T> question, T answer) {
            answers.add(new Answer<>(question, answer));
            return this;
        }

        /** Lends an object, under its interface, to plugins that require this one. It is called from any thread. */
        public <T> Builder export(Class<T> api, T object) {
            return once(exports, api, object);
        }

        /**
         * Says at {@code /observe/health} and in {@code modules} whether the plugin can work. Must answer at once; an exception
         * counts as no.
         */
        public Builder health(String name, BooleanSupplier healthy) {
            return once(healthChecks, name, healthy);
        }

        /** Is closed when the host stops, or fails to start, in the opposite order. A failure is logged and keeps nothing open. */
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
                    exporters,
                    answers,
                    exports,
                    healthChecks,
                    closing,
                    samples);
        }
    }
}
