package news.piton.core.guard;

import java.util.Optional;
import news.piton.core.fault.Fault;
import news.piton.core.fault.UserError;
import org.jspecify.annotations.Nullable;

/** What strangers must pass before the domain does something for them. Counts operations, never requests. */
public final class Guard {

    /**
     * Takes one operation from a key's bucket.
     *
     * @throws Fault RATE_LIMITED with {@code retryAfter} when none is left
     */
    public void spend(RateLimit limit, String key) {
        throw new UnsupportedOperationException();
    }

    /**
     * Checks and spends a solved ALTCHA challenge, in the caller's transaction; each can be spent once.
     *
     * @param solution the Base64 payload of the widget; null when none came
     * @return the error to show at {@code input.challenge}, or empty when all is well
     */
    public Optional<UserError> spendChallenge(@Nullable String solution) {
        throw new UnsupportedOperationException();
    }
}
