package news.piton.core.database;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import news.piton.core.fault.Fault;
import news.piton.core.fault.FaultCode;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.testing.TestDatabase;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseDbTest {
    private static final Table<Record> NOTE = table("note");
    private static final Field<Integer> ID = field("id", Integer.class);
    private static final Field<Integer> VALUE = field("value", Integer.class);
    private static TestDatabase server;
    private static HikariDataSource pool;
    private static Database database;

    @BeforeAll
    static void createTable() {
        server = TestDatabase.create();
        pool = server.pool();
        database = new Database(pool);
        database.sql().execute("CREATE TABLE note (id INT PRIMARY KEY, value INT NOT NULL) ENGINE InnoDB");
    }

    @AfterAll
    static void dropTable() {
        server.close();
    }

    @BeforeEach
    void empty() {
        database.sql().execute("DELETE FROM note");
    }

    @Test
    void keeps_what_was_done() {
        assertEquals("yes", database.inTransaction(() -> {
            write(1);
            return "yes";
        }));
        assertEquals(List.of(1), notes());
    }

    @Test
    void shows_nothing_to_others_before_the_commit() throws Exception {
        database.inTransaction(() -> {
            write(1);
            assertEquals(List.of(), onAnotherThread(DatabaseDbTest::notes));
        });
        assertEquals(List.of(1), onAnotherThread(DatabaseDbTest::notes));
    }

    @Test
    void takes_everything_back_after_an_exception() {
        assertThrows(
                IllegalStateException.class,
                () -> database.inTransaction(() -> {
                    write(1);
                    throw new IllegalStateException();
                }));
        assertEquals(List.of(), notes());
    }

    @Test
    void takes_everything_back_after_a_refusal() {
        Outcome<String> outcome = database.inTransaction(() -> {
            write(1);
            return refusal();
        });
        assertTrue(outcome instanceof Outcome.Refused<String>);
        assertEquals(List.of(), notes());
    }

    @Test
    void takes_back_only_the_joined_work_that_was_refused() {
        database.inTransaction(() -> {
            write(1);
            database.inTransaction(() -> {
                write(2);
                return refusal();
            });
            database.inTransaction(() -> write(3));
        });
        assertEquals(List.of(1, 3), notes());
    }

    @Test
    void takes_back_joined_work_of_every_depth() {
        database.inTransaction(() -> {
            database.inTransaction(() -> {
                write(1);
                database.inTransaction(() -> {
                    write(2);
                    database.inTransaction(() -> write(3));
                    return refusal();
                });
                write(4);
            });
            assertThrows(
                    IllegalStateException.class,
                    () -> database.inTransaction(() -> {
                        database.inTransaction(() -> write(5));
                        throw new IllegalStateException();
                    }));
        });
        assertEquals(List.of(1, 4), notes());
    }

    @Test
    void takes_back_joined_work_that_was_done_when_the_outer_work_is_refused() {
        database.inTransaction(() -> {
            database.inTransaction(() -> write(1));
            return refusal();
        });
        assertEquals(List.of(), notes());
    }

    @Test
    void rehearses_without_a_trace() {
        List<String> followUps = new ArrayList<>();
        List<Integer> seen = database.rehearse(() -> {
            database.afterCommit(() -> followUps.add("ran"));
            database.inTransaction(() -> write(1));
            return notes();
        });
        assertEquals(List.of(1), seen);
        assertEquals(List.of(), notes());
        assertEquals(List.of(), followUps);
    }

    @Test
    void follows_up_after_the_commit_in_order_and_outside_the_transaction() {
        List<String> order = new ArrayList<>();
        database.inTransaction(() -> {
            write(1);
            database.afterCommit(() -> {
                assertFalse(database.isInTransaction());
                order.add("first " + onAnotherThread(DatabaseDbTest::notes));
            });
            database.afterCommit(() -> {
                throw new IllegalStateException("a broken follow-up, on purpose");
            });
            database.afterCommit(() -> order.add("third"));
            order.add("work");
        });
        assertEquals(List.of("work", "first [1]", "third"), order);
    }

    @Test
    void follows_up_on_nothing_that_was_taken_back() {
        List<String> followUps = new ArrayList<>();
        database.inTransaction(() -> {
            database.afterCommit(() -> followUps.add("outer"));
            database.inTransaction(() -> {
                database.afterCommit(() -> followUps.add("inner"));
                return refusal();
            });
        });
        assertThrows(
                IllegalStateException.class,
                () -> database.inTransaction(() -> {
                    database.afterCommit(() -> followUps.add("failed"));
                    throw new IllegalStateException();
                }));
        database.afterCommit(() -> followUps.add("none"));
        assertEquals(List.of("outer", "none"), followUps);
    }

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

    @Test
    void does_not_lend_a_broken_connection_to_the_next() {
        assertThrows(
                RuntimeException.class,
                () -> database.inTransaction(() -> {
                    write(1);
                    database.sql().execute("KILL CONNECTION_ID()");
                }));
        for (int i = 0; i < 20; i++) {
            assertEquals(List.of(), notes());
        }
        database.inTransaction(() -> write(1));
        assertEquals(List.of(1), notes());
        assertEquals(0, pool.getHikariPoolMXBean().getActiveConnections());
    }

    @Test
    void takes_no_connection_before_the_first_statement() {
        database.inTransaction(() -> {
            assertEquals(0, pool.getHikariPoolMXBean().getActiveConnections());
            notes();
            assertEquals(1, pool.getHikariPoolMXBean().getActiveConnections());
        });
        assertEquals(0, pool.getHikariPoolMXBean().getActiveConnections());
    }

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
                Fault.class, () -> Deadline.within(Duration.ZERO, () -> database.inTransaction(DatabaseDbTest::notes)));
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

    @Test
    void counts_the_statements_of_one_operation() {
        StatementCounter counter = new StatementCounter();
        counter.during(() -> {
            database.inTransaction(() -> write(1));
            return notes();
        });
        notes();
        assertEquals(2, counter.count());
    }

    @Test
    void refuses_jooq_transactions_that_would_pass_by_ours() {
        assertThrows(RuntimeException.class, () -> database.sql().transaction(inner -> {}));
    }

    @Test
    void stores_utc_whatever_the_zone_of_the_machine() {
        Instant inNoLocalTime = Instant.parse("2026-03-08T02:30:00.123456Z");
        Field<Instant> at = field("at", SQLDataType.LOCALDATETIME(6).asConvertedDataType(new InstantBinding()));
        TimeZone machine = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        try (HikariDataSource abroad = server.pool()) {
            Database there = new Database(abroad);
            there.sql().execute("CREATE TABLE moment (at DATETIME(6) NOT NULL) ENGINE InnoDB");
            there.sql().insertInto(table("moment"), at).values(inNoLocalTime).execute();
            assertEquals("2026-03-08 02:30:00.123456", there.sql().fetchValue("SELECT CAST(at AS CHAR) FROM moment"));
            assertEquals(inNoLocalTime, there.sql().select(at).from("moment").fetchSingle(at));
            assertEquals(1, there.sql().fetchCount(table("moment"), at.eq(inNoLocalTime)));
            assertEquals(1, there.sql().fetchCount(table("moment"), at.eq(inline(inNoLocalTime, at))));
            assertEquals(
                    inNoLocalTime,
                    there.sql()
                            .select(multiset(select(at).from("moment")))
                            .fetchSingle()
                            .value1()
                            .getFirst()
                            .value1());
            assertEquals("+00:00", there.sql().fetchValue("SELECT @@session.time_zone"));
        } finally {
            TimeZone.setDefault(machine);
        }
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

    private static Outcome<String> refusal() {
        return Outcome.refused(UserError.of("NO", "No."));
    }

    private static void write(int id) {
        database.sql().insertInto(NOTE, ID, VALUE).values(id, 0).execute();
    }

    private static void add(int id) {
        database.sql().update(NOTE).set(VALUE, VALUE.plus(1)).where(ID.eq(id)).execute();
    }

    private static List<Integer> notes() {
        return database.sql().select(ID).from(NOTE).orderBy(ID).fetch(ID);
    }

    private static <T> T onAnotherThread(java.util.function.Supplier<T> work) {
        List<T> result = new ArrayList<>();
        join(Thread.ofVirtual().start(() -> result.add(work.get())));
        return result.getFirst();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, java.util.concurrent.TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
