package news.piton.core.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

class DeadlockDbTest extends Notes {
    @Test
    void runs_the_work_again_that_lost_a_deadlock() {
        write(1);
        write(2);
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger runs = new AtomicInteger();
        List<String> followUps = java.util.Collections.synchronizedList(new ArrayList<>());
        Thread other = Thread.ofVirtual().start(() -> lockBoth(2, 1, bothHoldOne, runs, followUps));
        lockBoth(1, 2, bothHoldOne, runs, followUps);
        join(other);
        assertEquals(3, runs.get());
        assertEquals(2, followUps.size());
        assertEquals(
                List.of(2, 2),
                database.sql().select(VALUE).from(NOTE).orderBy(ID).fetch(VALUE));
    }

    @Test
    void runs_the_work_again_even_if_it_swallowed_the_deadlock() {
        write(1);
        write(2);
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger runs = new AtomicInteger();
        Runnable first = () -> swallowing(1, 2, bothHoldOne, runs);
        Thread other = Thread.ofVirtual().start(() -> swallowing(2, 1, bothHoldOne, runs));
        first.run();
        join(other);
        assertEquals(3, runs.get());
        assertEquals(
                List.of(2, 2),
                database.sql().select(VALUE).from(NOTE).orderBy(ID).fetch(VALUE));
    }

    @Test
    void gives_up_on_a_transaction_that_always_loses() {
        AtomicInteger runs = new AtomicInteger();
        String deadlock = "SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213";
        assertThrows(
                DataAccessException.class,
                () -> database.inTransaction(() -> {
                    runs.incrementAndGet();
                    database.sql().execute(deadlock);
                }));
        assertEquals(4, runs.get());
    }

    private static void lockBoth(
            int first, int second, CyclicBarrier bothHoldOne, AtomicInteger runs, List<String> followUps) {
        database.inTransaction(() -> {
            int run = runs.incrementAndGet();
            database.afterCommit(() -> followUps.add("done"));
            add(first);
            if (run <= 2) {
                await(bothHoldOne);
            }
            add(second);
        });
    }

    private static void swallowing(int first, int second, CyclicBarrier bothHoldOne, AtomicInteger runs) {
        database.inTransaction(() -> {
            int run = runs.incrementAndGet();
            add(first);
            if (run <= 2) {
                await(bothHoldOne);
            }
            try {
                add(second);
            } catch (RuntimeException swallowed) {
                // what follows must not be committed without what went before
            }
        });
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, java.util.concurrent.TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
