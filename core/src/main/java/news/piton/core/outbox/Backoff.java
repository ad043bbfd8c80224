package news.piton.core.outbox;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a failed delivery waits: 5 s, and three times as long after each further failure, so that eight attempts span
 * an hour and a half in which somebody else's outage may end. The same on every node and every run: what is due when can
 * be told from the number of attempts.
 */
final class Backoff {
    static final int ATTEMPTS = 8;
    private static final Duration FIRST = Duration.ofSeconds(5);

    private Backoff() {}

    /** The pause after so many failed attempts; empty when there have been enough. */
    static Optional<Duration> after(int attempts) {
        return attempts < ATTEMPTS
                ? Optional.of(FIRST.multipliedBy(Math.powExact(3L, attempts - 1)))
                : Optional.empty();
    }
}
