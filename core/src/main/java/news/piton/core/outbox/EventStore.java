package news.piton.core.outbox;

import static news.piton.core.database.generated.Tables.CORE_DELIVERY;
import static news.piton.core.database.generated.Tables.CORE_EVENT;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.piton.core.database.Database;
import org.jooq.InsertValuesStep4;
import org.jspecify.annotations.Nullable;

/** The tables of events and of what is owed to whom. */
final class EventStore {
    private static final int LONGEST_FAILURE = 1_000;
    private final Database database;

    EventStore(Database database) {
        this.database = database;
    }

    record Claim(long eventId, int attempts) {}

    record Stored(long id, String type, Instant occurredAt) {}

    record Payload(long id, String type, String payload) {}

    /** @param payloads by the events' ids; not empty */
    void add(String type, Map<Long, String> payloads, Instant at) {
        InsertValuesStep4<?, Long, String, String, Instant> rows = database.sql()
                .insertInto(CORE_EVENT, CORE_EVENT.ID, CORE_EVENT.TYPE, CORE_EVENT.PAYLOAD, CORE_EVENT.OCCURRED_AT);
        for (Map.Entry<Long, String> event : payloads.entrySet()) {
            rows = rows.values(event.getKey(), type, event.getValue(), at);
        }
        rows.execute();
    }

    void owe(Collection<Long> ids, List<String> subscribers, Instant due) {
        if (subscribers.isEmpty()) {
            return;
        }
        InsertValuesStep4<?, Long, String, Integer, Instant> rows = database.sql()
                .insertInto(
                        CORE_DELIVERY,
                        CORE_DELIVERY.EVENT_ID,
                        CORE_DELIVERY.SUBSCRIBER,
                        CORE_DELIVERY.ATTEMPTS,
                        CORE_DELIVERY.DUE_AT);
        for (long id : ids) {
            for (String subscriber : subscribers) {
                rows = rows.values(id, subscriber, 0, due);
            }
        }
        rows.execute();
    }

    /** Those of the subscribers to whom something is due: one look into the index for each, however much it is. */
    List<String> due(Collection<String> subscribers, Instant now) {
        return database.sql()
                .select(CORE_DELIVERY.SUBSCRIBER)
                .from(CORE_DELIVERY)
                .where(CORE_DELIVERY.SUBSCRIBER.in(subscribers))
                .groupBy(CORE_DELIVERY.SUBSCRIBER)
                .having(min(CORE_DELIVERY.DUE_AT).le(now))
                .fetch(CORE_DELIVERY.SUBSCRIBER);
    }

    /**
     * Locks what has been due to a subscriber for longest and is not in another one's hands. The index is forced: a sort
     * would lock everything due, and nobody else would find anything.
     */
    Optional<Claim> claim(String subscriber, Instant now) {
        return database.sql()
                .select(CORE_DELIVERY.EVENT_ID, CORE_DELIVERY.ATTEMPTS)
                .from(CORE_DELIVERY.forceIndex("core_delivery_due"))
                .where(CORE_DELIVERY.SUBSCRIBER.eq(subscriber), CORE_DELIVERY.DUE_AT.le(now))
                .orderBy(CORE_DELIVERY.DUE_AT, CORE_DELIVERY.EVENT_ID)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional(row -> new Claim(row.value1(), row.value2()));
    }

    String payload(long eventId) {
        return database.sql()
                .select(CORE_EVENT.PAYLOAD)
                .from(CORE_EVENT)
                .where(CORE_EVENT.ID.eq(eventId))
                .fetchSingle(CORE_EVENT.PAYLOAD);
    }

    void paid(long eventId, String subscriber) {
        database.sql()
                .deleteFrom(CORE_DELIVERY)
                .where(CORE_DELIVERY.EVENT_ID.eq(eventId), CORE_DELIVERY.SUBSCRIBER.eq(subscriber))
                .execute();
    }

    /** Counts a failed attempt, unless somebody else has made one since. A null due time parks the delivery. */
    boolean failed(Claim claim, String subscriber, @Nullable Instant due, String failure) {
        String text = failure.length() <= LONGEST_FAILURE ? failure : failure.substring(0, LONGEST_FAILURE);
        return database.sql()
                        .update(CORE_DELIVERY)
                        .set(CORE_DELIVERY.ATTEMPTS, claim.attempts() + 1)
                        .set(CORE_DELIVERY.DUE_AT, due)
                        .set(CORE_DELIVERY.FAILURE, text)
                        .where(
                                CORE_DELIVERY.EVENT_ID.eq(claim.eventId()),
                                CORE_DELIVERY.SUBSCRIBER.eq(subscriber),
                                CORE_DELIVERY.ATTEMPTS.eq(claim.attempts()))
                        .execute()
                == 1;
    }

    int countOwed() {
        return database.sql().fetchCount(CORE_DELIVERY);
    }

    int countParked() {
        return database.sql().fetchCount(CORE_DELIVERY, CORE_DELIVERY.DUE_AT.isNull());
    }

    List<Stored> since(Instant from) {
        return database.sql()
                .select(CORE_EVENT.ID, CORE_EVENT.TYPE, CORE_EVENT.OCCURRED_AT)
                .from(CORE_EVENT)
                .where(CORE_EVENT.OCCURRED_AT.ge(from))
                .orderBy(CORE_EVENT.ID)
                .fetch(row -> new Stored(row.value1(), row.value2(), row.value3()));
    }

    List<Payload> payloads(Collection<Long> ids) {
        return database.sql()
                .select(CORE_EVENT.ID, CORE_EVENT.TYPE, CORE_EVENT.PAYLOAD)
                .from(CORE_EVENT)
                .where(CORE_EVENT.ID.in(ids))
                .orderBy(CORE_EVENT.ID)
                .fetch(row -> new Payload(row.value1(), row.value2(), row.value3()));
    }

    /** Deletes events older than that of which nothing is owed any more; at most so many. */
    int forget(Instant before, int most) {
        return database.sql()
                .deleteFrom(CORE_EVENT)
                .where(
                        CORE_EVENT.OCCURRED_AT.lt(before),
                        notExists(selectOne().from(CORE_DELIVERY).where(CORE_DELIVERY.EVENT_ID.eq(CORE_EVENT.ID))))
                .limit(most)
                .execute();
    }
}
