package news.piton.newsletter.internal.store;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How long the lists of newsletters are: one statement for all of them, when the first is asked for. */
final class Counts {
    private final Supplier<Map<Long, Integer>> statement;
    private @Nullable Map<Long, Integer> counted;

    Counts(Supplier<Map<Long, Integer>> statement) {
        this.statement = statement;
    }

    synchronized int of(long newsletterId) {
        if (counted == null) {
            counted = statement.get();
        }
        return counted.getOrDefault(newsletterId, 0);
    }
}
