package news.piton.core.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import news.piton.core.database.Database;
import news.piton.core.fault.Fault;
import news.piton.core.fault.UserError;
import news.piton.core.job.Job;
import news.piton.core.settings.Setting;
import news.piton.core.settings.Settings;
import news.piton.core.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * What strangers must pass before the domain does something for them. Counts operations, never requests: an operation that
 * comes to nothing counts, and one that a deadlock makes run again counts once. What is left of a limit is known to this
 * node only and forgotten when it stops: with n nodes, n times as much may pass.
 */
public final class Guard {
    public static final List<Setting<?>> SETTINGS =
            List.of(ProofOfWork.DIFFICULTY, ClientAddresses.TRUSTED_PROXIES, ClientAddresses.PROXY_HEADER);

    /** A few megabytes; beyond it the keys that are asked for least are forgotten. */
    private static final int MOST_BUCKETS = 100_000;

    private static final String EVERYBODY = "all";

    private final Database database;
    private final Cache<Key, Bucket> buckets;
    private final TimeMeter time;
    private final ProofOfWork proofOfWork;

    public Guard(Settings settings, Tokens tokens, Database database, InstantSource clock) {
        this.database = database;
        this.time = new ClockTime(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS)
                .ticker(time::currentTimeNanos)
                // left alone for as long as it takes to fill up, a bucket is as good as new
                .expireAfter(
                        Expiry.accessing((Key key, Bucket bucket) -> key.limit().per()))
                .build();
        this.proofOfWork = new ProofOfWork(settings, tokens, new SpentChallengeStore(database), clock);
    }

    private record Key(RateLimit limit, String key) {}

    /**
     * Takes one operation from a key's bucket.
     *
     * @throws Fault RATE_LIMITED with {@code retryAfter} when none is left
     */
    public void spend(RateLimit limit, String key) {
        Bucket bucket = bucket(limit, key);
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
            throw Fault.rateLimited("That was too often in too short a time. Try again in " + words(wait) + ".", wait);
        }
        database.beforeRetry(() -> bucket.addTokens(1));
    }

    /**
     * Like {@link #spend} where a refusal would tell a stranger something: answers false when none is left. The key is then
     * often another's than the client's, who must not use it up by asking what would happen: a rehearsal gives it back.
     */
    public boolean spendSilently(RateLimit limit, String key) {
        Bucket bucket = bucket(limit, key);
        boolean spent = bucket.tryConsume(1);
        if (spent) {
            AtomicBoolean returned = new AtomicBoolean();
            Runnable giveBack = () -> {
                if (!returned.getAndSet(true)) {
                    bucket.addTokens(1);
                }
            };
            database.beforeRetry(giveBack);
            database.afterRehearsal(giveBack);
        }
        return spent;
    }

    /** Puts back what {@link #spend} took, for an operation that shall not count after all. */
    public void giveBack(RateLimit limit, String key) {
        Bucket bucket = bucket(limit, key);
        bucket.addTokens(1);
        database.beforeRetry(() -> bucket.tryConsume(1));
    }

    /** A fresh ALTCHA challenge. */
    public Challenge challenge() {
        return proofOfWork.challenge();
    }

    /**
     * Checks and spends a solved ALTCHA challenge, in the caller's transaction; each can be spent once.
     *
     * @param solution the Base64 payload of the widget; null when none came
     * @return the error to show at {@code input.challenge}, or empty when all is well
     */
    public Optional<UserError> spendChallenge(@Nullable String solution) {
        return proofOfWork.spend(solution);
    }

    /**
     * Like {@link #spendChallenge(String)}, but lets a few pass that bring no solution. A wrong solution does not count as none.
     *
     * @param client whoever asks
     * @return CHALLENGE_MISSING when there is no solution, and no more can pass without one for now
     */
    public Optional<UserError> spendChallenge(
            @Nullable String solution, WithoutChallenge without, ClientAddress client) {
        boolean none = solution == null || solution.isBlank();
        return none
                        && bucket(without.perSite(), EVERYBODY).getAvailableTokens()
                                > 0 // costs the client nothing else
                        && spendSilently(without.perClient(), client.text())
                        && spendSilently(without.perSite(), EVERYBODY)
                ? Optional.empty()
                : spendChallenge(solution);
    }

    public List<Job> jobs() {
        return List.of(proofOfWork.forgetExpired());
    }

    private Bucket bucket(RateLimit limit, String key) {
        return buckets.get(
                new Key(limit, key),
                fresh -> Bucket.builder()
                        .addLimit(stage ->
                                stage.capacity(limit.operations()).refillGreedy(limit.operations(), limit.per()))
                        .withCustomTimePrecision(time)
                        .build());
    }

    private static String words(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        if (seconds < 120) {
            return seconds == 1 ? "1 second" : seconds + " seconds";
        }
        return (seconds + 59) / 60 + " minutes";
    }

    private record ClockTime(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
