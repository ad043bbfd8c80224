package news.piton.core.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import news.piton.core.fault.Fault;
import news.piton.core.fault.FaultCode;
import org.junit.jupiter.api.Test;

class DeadlineDbTest extends Notes {
    @Test
    void cancels_a_statement_that_outlives_its_deadline() {
        long start = System.nanoTime();
        Fault fault = assertThrows(
                Fault.class,
                () -> Deadline.within(
                        Duration.ofMillis(300),
                        () -> database.sql()
                                .fetch("SELECT COUNT(*) FROM seq_1_to_100000 a, seq_1_to_100000 b WHERE a.seq * b.seq"
                                        + " % 7 = 9")));
        assertEquals(FaultCode.UNAVAILABLE, fault.code());
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 5);
        assertEquals(List.of(), notes());
    }

    @Test
    void starts_no_statement_after_the_deadline() {
        long before = StatementCounter.total();
        Fault fault = assertThrows(
                Fault.class, () -> Deadline.within(Duration.ZERO, () -> database.inTransaction(Notes::notes)));
        assertEquals(FaultCode.UNAVAILABLE, fault.code());
        assertEquals(before, StatementCounter.total());
    }

    @Test
    void writes_and_batches_within_a_deadline() {
        Deadline.within(
                Duration.ofSeconds(30),
                () -> database.inTransaction(() -> {
                    write(1);
                    return database.sql()
                            .batch(
                                    database.sql().insertInto(NOTE, ID, VALUE).values(2, 0),
                                    database.sql().insertInto(NOTE, ID, VALUE).values(3, 0))
                            .execute();
                }));
        assertEquals(List.of(1, 2, 3), notes());
    }
}
