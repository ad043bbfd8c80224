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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

class DatabaseDbTest extends Notes {
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
            assertEquals(List.of(), onAnotherThread(Notes::notes));
        });
        assertEquals(List.of(1), onAnotherThread(Notes::notes));
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
                order.add("first " + onAnotherThread(Notes::notes));
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

    private static Outcome<String> refusal() {
        return Outcome.refused(UserError.of("NO", "No."));
    }

    private static <T> T onAnotherThread(java.util.function.Supplier<T> work) {
        List<T> result = new ArrayList<>();
        join(Thread.ofVirtual().start(() -> result.add(work.get())));
        return result.getFirst();
    }
}
