package news.piton.core.identity;

import static news.piton.core.database.generated.Tables.CORE_SESSION;
import static news.piton.core.database.generated.Tables.CORE_STAFF;

import java.time.Instant;
import java.util.Optional;
import news.piton.core.database.Database;
import org.jspecify.annotations.Nullable;

/** The sessions of those who signed in. */
final class SessionStore {
    private final Database database;

    SessionStore(Database database) {
        this.database = database;
    }

    /** A session with the account behind it. */
    record Session(
            long id, long staffId, String name, @Nullable String roles, Instant usedAt) {}

    void add(long id, Secret secret, long staffId, Instant now) {
        database.sql()
                .insertInto(CORE_SESSION)
                .set(CORE_SESSION.ID, id)
                .set(CORE_SESSION.DIGEST, secret.digest())
                .set(CORE_SESSION.STAFF_ID, staffId)
                .set(CORE_SESSION.CREATED_AT, now)
                .set(CORE_SESSION.USED_AT, now)
                .execute();
    }

    /** The session of an active account, if it began and was used after these times. */
    Optional<Session> find(Secret secret, Instant createdAfter, Instant usedAfter) {
        return database.sql()
                .select(CORE_SESSION.ID, CORE_STAFF.ID, CORE_STAFF.NAME, StaffStore.ROLES, CORE_SESSION.USED_AT)
                .from(CORE_SESSION)
                .join(CORE_STAFF)
                .on(CORE_STAFF.ID.eq(CORE_SESSION.STAFF_ID))
                .where(
                        CORE_SESSION.DIGEST.eq(secret.digest()),
                        CORE_SESSION.CREATED_AT.gt(createdAfter),
                        CORE_SESSION.USED_AT.gt(usedAfter),
                        CORE_STAFF.ACTIVE.isTrue())
                .fetchOptional(
                        row -> new Session(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    void touch(long id, Instant now) {
        database.sql()
                .update(CORE_SESSION)
                .set(CORE_SESSION.USED_AT, now)
                .where(CORE_SESSION.ID.eq(id), CORE_SESSION.USED_AT.lt(now))
                .execute();
    }

    boolean end(long id) {
        return database.sql()
                        .deleteFrom(CORE_SESSION)
                        .where(CORE_SESSION.ID.eq(id))
                        .execute()
                > 0;
    }

    void endAll(long staffId) {
        database.sql()
                .deleteFrom(CORE_SESSION)
                .where(CORE_SESSION.STAFF_ID.eq(staffId))
                .execute();
    }

    int forget(Instant createdBefore, Instant usedBefore) {
        return database.sql()
                .deleteFrom(CORE_SESSION)
                .where(CORE_SESSION.CREATED_AT.le(createdBefore).or(CORE_SESSION.USED_AT.le(usedBefore)))
                .execute();
    }
}
