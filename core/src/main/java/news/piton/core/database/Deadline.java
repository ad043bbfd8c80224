package news.piton.core.database;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * By when the work at hand must be done. It belongs to the thread and to what is called from it; every SQL statement takes
 * what is left as its own time limit, so that the database stops working for somebody who has stopped waiting.
 */
public final class Deadline {
    private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    /** Runs work that has that long to live. Inside another deadline the earlier one counts. */
    public static <T> T within(Duration limit, Supplier<T> work) {
        long end = System.nanoTime() + limit.toNanos();
        if (CURRENT.isBound() && CURRENT.get().end - end < 0) {
            return work.get();
        }
        return ScopedValue.where(CURRENT, new Deadline(end)).call(work::get);
    }

    /** What is left, zero when nothing is; empty when this work has no deadline. */
    public static Optional<Duration> remaining() {
        return CURRENT.isBound()
                ? Optional.of(Duration.ofNanos(Math.max(0, CURRENT.get().end - System.nanoTime())))
                : Optional.empty();
    }

    public static boolean expired() {
        return CURRENT.isBound() && CURRENT.get().end - System.nanoTime() <= 0;
    }
}
