package news.piton.core.guard;

import static news.piton.core.database.generated.Tables.CORE_SPENT_CHALLENGE;

import java.time.Instant;
import news.piton.core.database.Database;

/** The challenges that were used, kept until they expire. */
final class SpentChallengeStore {
    private final Database database;

    SpentChallengeStore(Database database) {
        this.database = database;
    }

    /** False when it was spent before. */
    boolean add(String signature, Instant expires) {
        return database.sql()
                        .insertInto(CORE_SPENT_CHALLENGE)
                        .set(CORE_SPENT_CHALLENGE.SIGNATURE, signature)
                        .set(CORE_SPENT_CHALLENGE.EXPIRES_AT, expires)
                        .onDuplicateKeyIgnore()
                        .execute()
                > 0;
    }

    void forget(Instant now) {
        database.sql()
                .deleteFrom(CORE_SPENT_CHALLENGE)
                .where(CORE_SPENT_CHALLENGE.EXPIRES_AT.le(now))
                .execute();
    }
}
