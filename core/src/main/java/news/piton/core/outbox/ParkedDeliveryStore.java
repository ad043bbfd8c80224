package news.piton.core.outbox;

import static news.piton.core.database.generated.Tables.CORE_DELIVERY;
import static news.piton.core.database.generated.Tables.CORE_EVENT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.CRC32;
import news.piton.core.database.Database;
import news.piton.core.page.Connection;
import news.piton.core.page.Cursor;
import news.piton.core.page.PageRequest;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The deliveries without a due time. */
final class ParkedDeliveryStore {
    /** Cursors hold numbers, so of one event's subscribers the checksums of their names are compared. */
    private static final Field<Long> CHECKSUM = field("crc32({0})", Long.class, CORE_DELIVERY.SUBSCRIBER);

    private final Database database;

    ParkedDeliveryStore(Database database) {
        this.database = database;
    }

    Connection<ParkedDelivery> page(PageRequest request, @Nullable String subscriber) {
        Condition which = CORE_DELIVERY
                .DUE_AT
                .isNull()
                .and(subscriber == null ? noCondition() : CORE_DELIVERY.SUBSCRIBER.eq(subscriber));
        List<ParkedDelivery> rows = database.sql()
                .select(
                        CORE_DELIVERY.EVENT_ID,
                        CORE_EVENT.TYPE,
                        CORE_DELIVERY.SUBSCRIBER,
                        CORE_DELIVERY.ATTEMPTS,
                        CORE_DELIVERY.FAILURE,
                        CORE_EVENT.OCCURRED_AT)
                .from(CORE_DELIVERY)
                .join(CORE_EVENT)
                .on(CORE_EVENT.ID.eq(CORE_DELIVERY.EVENT_ID))
                .where(which, beyond(request))
                .orderBy(
                        request.backward()
                                ? List.of(CORE_DELIVERY.EVENT_ID.desc(), CHECKSUM.desc())
                                : List.of(CORE_DELIVERY.EVENT_ID.asc(), CHECKSUM.asc()))
                .limit(request.size() + 1)
                .fetch(row -> new ParkedDelivery(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
        return Connection.of(
                rows,
                request,
                parked -> Cursor.of(parked.eventId(), checksum(parked.subscriber())),
                () -> database.sql().fetchCount(CORE_DELIVERY, which));
    }

    private static Condition beyond(PageRequest request) {
        Cursor cursor = request.cursor();
        if (cursor == null) {
            return noCondition();
        }
        var place = row(CORE_DELIVERY.EVENT_ID, CHECKSUM);
        var after = row(cursor.key(0, 2), cursor.key(1, 2));
        return request.backward() ? place.lt(after) : place.gt(after);
    }

    /** The same that MariaDB's {@code crc32} makes. */
    private static long checksum(String subscriber) {
        CRC32 checksum = new CRC32();
        checksum.update(subscriber.getBytes(StandardCharsets.US_ASCII));
        return checksum.getValue();
    }

    int unpark(String subscriber, Instant due) {
        return database.sql()
                .update(CORE_DELIVERY)
                .set(CORE_DELIVERY.ATTEMPTS, 0)
                .set(CORE_DELIVERY.DUE_AT, due)
                .where(CORE_DELIVERY.SUBSCRIBER.eq(subscriber), CORE_DELIVERY.DUE_AT.isNull())
                .execute();
    }
}
