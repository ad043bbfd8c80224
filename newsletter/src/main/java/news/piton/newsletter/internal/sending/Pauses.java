package news.piton.newsletter.internal.sending;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When to try an address again whose server put us off. Beyond the longest pause news are old, so the ledger gives up after
 * a working day and not after the four to five days that RFC 5321, section 4.5.4.1, has for letters.
 */
final class Pauses {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));

    private Pauses() {}

    /** @param attempts how often it has been tried, at least once; empty when that was often enough */
    static Optional<Duration> after(int attempts) {
        return attempts <= PAUSES.size() ? Optional.of(PAUSES.get(attempts - 1)) : Optional.empty();
    }
}
