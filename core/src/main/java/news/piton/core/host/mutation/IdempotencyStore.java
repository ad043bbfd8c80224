package news.piton.core.host.mutation;

import static news.piton.core.database.generated.Tables.CORE_IDEMPOTENCY;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import news.piton.core.database.Database;

/** The promise of {@code idempotencyKey}: a repeat within 24 hours returns the first answer and changes nothing. */
public final class IdempotencyStore {
    static final Duration KEPT = Duration.ofHours(24);
    /** How often {@link #forget} shall run. */
    public static final Duration TIDIED = Duration.ofHours(1);

    private final Database database;
    private final InstantSource clock;

    public IdempotencyStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param actor the account's id, or 0 for guests
     * @param key SHA-256 of the key
     * @param input SHA-256 of the input: the key of one input does not open the answer to another
     */
    record Attempt(String mutation, long actor, byte[] key, byte[] input) {}

    sealed interface Claim {
        /** Nothing stands there yet; the key is locked until the transaction ends. */
        record First() implements Claim {}

        /** The first answer, as JSON. */
        record Answered(String json) implements Claim {}

        /** The key was used for another input. */
        record Misused() implements Claim {}
    }

    /** Two attempts at once: the second waits here for the first one's transaction. */
    Claim claim(Attempt attempt) {
        var t = CORE_IDEMPOTENCY;
        int inserted = database.sql()
                .insertInto(t, t.MUTATION, t.ACTOR, t.KEY_DIGEST, t.INPUT_DIGEST, t.CREATED_AT)
                .values(attempt.mutation, attempt.actor, attempt.key, attempt.input, clock.instant())
                .onDuplicateKeyIgnore()
                .execute();
        if (inserted == 1) {
            return new Claim.First();
        }
        var row = database.sql()
                .select(t.INPUT_DIGEST, t.ANSWER)
                .from(t)
                .where(t.MUTATION.eq(attempt.mutation), t.ACTOR.eq(attempt.actor), t.KEY_DIGEST.eq(attempt.key))
                .forUpdate()
                .fetchSingle();
        return Arrays.equals(row.value1(), attempt.input) ? new Claim.Answered(row.value2()) : new Claim.Misused();
    }

    void keep(Attempt attempt, String json) {
        var t = CORE_IDEMPOTENCY;
        database.sql()
                .update(t)
                .set(t.ANSWER, json)
                .where(t.MUTATION.eq(attempt.mutation), t.ACTOR.eq(attempt.actor), t.KEY_DIGEST.eq(attempt.key))
                .execute();
    }

    /** Forgets what is older than 24 hours; a job calls it. */
    public void forget() {
        database.sql()
                .deleteFrom(CORE_IDEMPOTENCY)
                .where(CORE_IDEMPOTENCY.CREATED_AT.lt(clock.instant().minus(KEPT)))
                .limit(10_000)
                .execute();
    }
}
