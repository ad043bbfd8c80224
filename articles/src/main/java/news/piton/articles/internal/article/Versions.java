package news.piton.articles.internal.article;

import java.util.Optional;
import java.util.function.ToIntFunction;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import org.jspecify.annotations.Nullable;

/** The promise of {@code expectedVersion}: nobody overwrites what somebody else has written meanwhile. */
public final class Versions {
    private Versions() {}

    /**
     * What somebody wants to change, if it is what they have seen. Refused with NOT_FOUND and CONFLICT.
     *
     * @param found locked, so that it stays so
     * @param expected the version that the caller has seen; null to change whatever is there
     */
    public static <V> Outcome<V> seen(
            String what, Optional<V> found, ToIntFunction<V> version, @Nullable Integer expected) {
        if (found.isEmpty()) {
            return Outcome.refused(missing(what));
        }
        return conflict(what, expected, version.applyAsInt(found.get()))
                .<Outcome<V>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(found.get()));
    }

    /** @param expected the version that the caller has seen; null to change whatever is there */
    public static Optional<UserError> conflict(String what, @Nullable Integer expected, int stored) {
        if (expected == null || expected == stored) {
            return Optional.empty();
        }
        return Optional.of(UserError.at(
                "expectedVersion",
                "CONFLICT",
                "You changed version " + expected + " of this " + what + ", but it is at version " + stored
                        + " now. Load it again and repeat your change."));
    }

    public static UserError missing(String what) {
        return UserError.at("id", "NOT_FOUND", "There is no " + what + " with this id.");
    }
}
