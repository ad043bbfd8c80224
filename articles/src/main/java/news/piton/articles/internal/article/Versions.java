package news.piton.articles.internal.article;

import java.util.Optional;
import news.piton.core.fault.UserError;
import org.jspecify.annotations.Nullable;

/** The promise of {@code expectedVersion}: nobody overwrites what somebody else has written meanwhile. */
public final class Versions {
    private Versions() {}

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
