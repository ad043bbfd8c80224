package news.piton.core.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows committed events of all nodes to whoever follows right now, such as the subscribers of a live page: soon, once per
 * follower, but only as long as it follows. Nothing is stored about it; what must not be missed needs a {@link Subscriber}.
 *
 * <p>Transactions commit in another order than their events were made in, so each look goes back half a minute: an event
 * whose transaction took longer than that is not shown. While nobody follows, the database is not asked.
 */
public final class EventTail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventTail.class);
    private static final Duration LOOK_BACK = Duration.ofSeconds(30);
    private static final Duration REST = Duration.ofMillis(250);
    private static final Duration LONG_REST = Duration.ofMinutes(1);

    private final EventStore store;
    private final EventJson json;
    private final InstantSource clock;
    private final Wakeup wakeup = new Wakeup();
    private final List<Follower<?>> followers = new CopyOnWriteArrayList<>();
    private final ReentrantLock looking = new ReentrantLock();
    private final Map<Long, Instant> seen = new HashMap<>();
    private Instant lastLook = Instant.MIN;
    private @Nullable Thread loop;
    private volatile boolean stopping;
    private boolean failing;

    public EventTail(Outbox outbox, InstantSource clock) {
        this.store = outbox.store();
        this.json = outbox.json();
        this.clock = clock;
        outbox.wakes(wakeup);
    }

    private record Follower<E extends Record>(EventType<E> type, Consumer<E> listener) {
        void show(Record event) {
            listener.accept(type.shape().cast(event));
        }
    }

    /**
     * Shows every event of a type that is committed from now on, until closed. The listener is called on one thread that
     * serves all followers: it must hand over and return.
     */
    public <E extends Record> AutoCloseable follow(EventType<E> type, Consumer<E> listener) {
        Follower<E> follower = new Follower<>(type, listener);
        looking.lock();
        try {
            if (followers.isEmpty()) {
                seen.clear();
                lastLook = clock.instant();
            }
            look();
            followers.add(follower);
        } finally {
            looking.unlock();
        }
        wakeup.call();
        return () -> followers.remove(follower);
    }

    /** Looks for events in the background, four times a second and at once after one is published here. */
    public void start() {
        loop = Thread.ofVirtual().name("event-tail").start(this::run);
    }

    /** Shows on this thread what has been committed since the last look. */
    public void pump() {
        looking.lock();
        try {
            if (!followers.isEmpty()) {
                look();
            }
        } finally {
            looking.unlock();
        }
    }

    @Override
    public void close() {
        stopping = true;
        wakeup.call();
        if (loop != null) {
            try {
                loop.join(REST);
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            while (!stopping) {
                wakeup.rest(followers.isEmpty() ? LONG_REST : REST);
                tryPump();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryPump() {
        try {
            pump();
            failing = false;
        } catch (RuntimeException failure) {
            if (!stopping && !failing) {
                LOG.error("Live events are not shown at the moment", failure);
            }
            failing = true;
        }
    }

    /** Shows the events that no look has met before. One that cannot be fetched now is met again by the next look. */
    private void look() {
        Instant now = clock.instant();
        Instant from = lastLook.minus(LOOK_BACK);
        List<EventStore.Stored> fresh = store.since(from).stream()
                .filter(event -> !seen.containsKey(event.id()))
                .toList();
        List<Long> wanted = fresh.stream()
                .filter(event -> isFollowed(event.type()))
                .map(EventStore.Stored::id)
                .toList();
        List<EventStore.Payload> payloads = wanted.isEmpty() ? List.of() : store.payloads(wanted);
        fresh.forEach(event -> seen.put(event.id(), event.occurredAt()));
        seen.values().removeIf(from::isAfter);
        lastLook = now;
        payloads.forEach(this::show);
    }

    private boolean isFollowed(String type) {
        return followers.stream().anyMatch(follower -> follower.type().name().equals(type));
    }

    private void show(EventStore.Payload event) {
        Map<EventType<?>, Record> read = new HashMap<>();
        for (Follower<?> follower : followers) {
            if (follower.type().name().equals(event.type())) {
                try {
                    follower.show(read.computeIfAbsent(follower.type(), type -> json.read(type, event.payload())));
                } catch (RuntimeException failure) {
                    LOG.error("A follower of {} failed on {}", event.type(), event.id(), failure);
                }
            }
        }
    }
}
