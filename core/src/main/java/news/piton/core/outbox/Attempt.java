package news.piton.core.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import news.piton.core.database.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt at the delivery that a subscriber has waited for longest. The handler's writes and the payment of the debt
 * are one transaction; the handler runs inside it in a transaction of its own, so that its failure takes back what it
 * wrote while the attempt is counted. When the process dies before the commit, nothing has happened, and somebody delivers
 * again.
 */
final class Attempt {
    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    enum Result {
        NOTHING_DUE,
        DELIVERED,
        FAILED
    }

    private final Subscriber<?> subscriber;
    private final Database database;
    private final EventStore store;
    private final EventJson json;
    private final InstantSource clock;
    private EventStore.@Nullable Claim claim;

    Attempt(Subscriber<?> subscriber, Outbox outbox, InstantSource clock) {
        this.subscriber = subscriber;
        this.database = outbox.database();
        this.store = outbox.store();
        this.json = outbox.json();
        this.clock = clock;
    }

    Result make() {
        try {
            return database.inTransaction(this::deliver);
        } catch (RuntimeException | Error lost) {
            EventStore.Claim claimed = claim;
            if (claimed == null) {
                throw lost;
            }
            return countAlone(claimed, lost);
        }
    }

    private Result deliver() {
        claim = null;
        Optional<EventStore.Claim> due = store.claim(subscriber.name(), clock.instant());
        if (due.isEmpty()) {
            return Result.NOTHING_DUE;
        }
        EventStore.Claim claimed = due.get();
        claim = claimed;
        try {
            database.inTransaction(() -> subscriber.handle(store.payload(claimed.eventId()), json));
        } catch (RuntimeException | Error failure) {
            return count(claimed, failure);
        }
        store.paid(claimed.eventId(), subscriber.name());
        return Result.DELIVERED;
    }

    /** Counts an attempt whose own transaction is gone, with a dead connection for instance. */
    private Result countAlone(EventStore.Claim claimed, Throwable lost) {
        try {
            return database.inTransaction(() -> count(claimed, lost));
        } catch (RuntimeException uncounted) {
            uncounted.addSuppressed(lost);
            throw uncounted;
        }
    }

    private Result count(EventStore.Claim claimed, Throwable failure) {
        int attempts = claimed.attempts() + 1;
        Optional<Duration> pause = Backoff.after(attempts);
        Instant due = pause.map(clock.instant()::plus).orElse(null);
        if (!store.failed(claimed, subscriber.name(), due, String.valueOf(failure))) {
            return Result.FAILED;
        }
        String event = subscriber.event().name() + " " + claimed.eventId();
        if (due == null) {
            String message =
                    "{} failed on {} for the {}th time. The delivery is parked until the mutation retryDeliveries asks"
                            + " for it.";
            database.afterCommit(() -> LOG.error(message, subscriber.name(), event, attempts, failure));
        } else {
            database.afterCommit(
                    () -> LOG.warn("{} failed on {}; next attempt at {}", subscriber.name(), event, due, failure));
        }
        return Result.FAILED;
    }
}
