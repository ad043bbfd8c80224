package news.piton.articles.internal.live;

import java.time.Instant;
import java.util.Optional;
import news.piton.articles.internal.article.State;
import news.piton.core.fault.UserError;

/** Which time an entry may tell of. */
final class EntryTime {
    private EntryTime() {}

    static Optional<UserError> refusal(Instant at, Instant now) {
        return at.isAfter(now) || at.isBefore(State.EARLIEST)
                ? Optional.of(UserError.at(
                        "at", "INVALID", "An entry tells of a time between 1900 and now, which is " + now + "."))
                : Optional.empty();
    }
}
