package news.piton.core.outbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import news.piton.core.database.Database;
import news.piton.core.id.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Publishes events in the caller's transaction: either both the change and its event are stored, or neither is.
 *
 * <p>Every subscriber known at that moment gets each event at least once, and what its handler writes is applied once. No
 * order is promised, not even for one subscriber: failed deliveries come later, other nodes deliver meanwhile. Who
 * subscribes later does not get earlier events.
 */
public final class Outbox {
    private final Database database;
    private final InstantSource clock;
    private final Ids ids;
    private final Predicate<String> declared;
    private final EventStore store;
    private final EventJson json = new EventJson();
    private final List<Wakeup> wakeups = new CopyOnWriteArrayList<>();
    private volatile @Nullable Map<String, List<String>> subscribers;

    /** @param declared by its name, whether somebody has said that he publishes an event */
    public Outbox(Database database, InstantSource clock, Ids ids, Predicate<String> declared) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.declared = declared;
        this.store = new EventStore(database);
    }

    /** @throws IllegalStateException for an event that no plugin declares, outside a transaction, or during installation */
    public <E extends Record> void publish(EventType<E> type, E event) {
        publish(type, List.of(event));
    }

    /**
     * Several of one kind, with no more statements than one takes.
     *
     * @throws IllegalStateException outside a transaction, or while the host is still installing plugins
     */
    public <E extends Record> void publish(EventType<E> type, List<E> events) {
        if (events.isEmpty()) {
            return;
        }
        Map<String, List<String>> known = subscribers;
        if (known == null) {
            throw new IllegalStateException(type.name()
                    + " is published before the subscribers are known. Publish when the server has started.");
        }
        if (!declared.test(type.name())) {
            throw new IllegalStateException(
                    type.name() + " is published but not declared. Name it in publishes(…) of describe().");
        }
        if (!database.isInTransaction()) {
            throw new IllegalStateException(type.name()
                    + " is published outside a transaction. Publish it in the transaction of the change it tells of.");
        }
        Instant now = clock.instant();
        Map<Long, String> payloads = new LinkedHashMap<>();
        events.forEach(event -> payloads.put(ids.next(), json.write(event)));
        store.add(type.name(), payloads, now);
        store.owe(payloads.keySet(), known.getOrDefault(type.name(), List.of()), now);
        database.afterCommit(() -> wakeups.forEach(Wakeup::call));
    }

    void open(Map<String, List<String>> subscribersByEvent) {
        if (subscribers != null) {
            throw new IllegalStateException("The outbox is open already.");
        }
        subscribers = Map.copyOf(subscribersByEvent);
    }

    boolean hasSubscriber(String name) {
        Map<String, List<String>> known = subscribers;
        return known != null && known.values().stream().anyMatch(names -> names.contains(name));
    }

    void wakes(Wakeup wakeup) {
        wakeups.add(wakeup);
    }

    Database database() {
        return database;
    }

    EventStore store() {
        return store;
    }

    EventJson json() {
        return json;
    }
}
