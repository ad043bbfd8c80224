package news.piton.core.database;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Counts SQL statements: all of the process, and those of one operation, for the access log, the metrics and the tests
 * that hold a query to its budget. BEGIN, COMMIT and savepoints do not count, nor do the job scheduler's own.
 */
public final class StatementCounter {
    private static final LongAdder ALL = new LongAdder();
    private static final ScopedValue<StatementCounter> CURRENT = ScopedValue.newInstance();

    private final AtomicLong count = new AtomicLong();

    /** All statements of this process so far. */
    public static long total() {
        return ALL.sum();
    }

    /**
     * Runs work whose statements count here. Work that hands a part of itself to another thread calls this there again, with
     * the same counter. A counter inside another one takes the statements for itself.
     */
    public <T> T during(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /** How many statements there have been so far. */
    public long count() {
        return count.get();
    }

    static void add() {
        ALL.increment();
        if (CURRENT.isBound()) {
            CURRENT.get().count.incrementAndGet();
        }
    }
}
