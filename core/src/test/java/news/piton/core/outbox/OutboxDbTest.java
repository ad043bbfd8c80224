package news.piton.core.outbox;

import static news.piton.core.database.generated.Tables.CORE_EVENT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.id.Ids;
import news.piton.core.testing.TestClock;
import news.piton.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxDbTest {
    private static TestDatabase server;
    private static Database database;

    private final TestClock clock = new TestClock();
    private final Ids ids = new Ids(clock);
    private final Outbox outbox = new Outbox(database, clock, ids);
    private final List<Integer> got = new ArrayList<>();

    record Rang(int bell, Instant at) {
        static final EventType<Rang> TYPE = new EventType<>("tower.bell-rang.v1", Rang.class);
    }

    record RangLouder(int bell, Instant at, String volume) {
        static final EventType<RangLouder> TYPE = new EventType<>("tower.bell-rang.v1", RangLouder.class);
    }

    @BeforeAll
    static void createTables() {
        server = TestDatabase.create().migrated("core");
        database = server.open();
        database.sql().execute("CREATE TABLE heard (bell INT PRIMARY KEY) ENGINE InnoDB");
    }

    @AfterAll
    static void dropTables() {
        server.close();
    }

    @BeforeEach
    void empty() {
        for (String name : List.of("core_event", "core_delivery", "heard")) {
            database.sql().execute("DELETE FROM " + name);
        }
    }

    @Test
    void delivers_an_event_to_every_subscriber_once() {
        List<Integer> others = new ArrayList<>();
        Dispatcher dispatcher = dispatcher(to("choir.sing", got::add), to("clock.turn", others::add));
        ring(1);
        ring(2);
        assertEquals(4, dispatcher.owed());
        assertEquals(4, dispatcher.deliverDue());
        assertEquals(0, dispatcher.deliverDue());
        assertEquals(List.of(1, 2), got);
        assertEquals(List.of(1, 2), others);
        assertEquals(0, dispatcher.owed());
        assertEquals(4, dispatcher.delivered());
    }

    @Test
    void tells_the_handler_all_that_was_published() {
        List<Rang> events = new ArrayList<>();
        Dispatcher dispatcher = dispatcher(new Subscriber<>("choir.sing", Rang.TYPE, events::add));
        ring(7);
        dispatcher.deliverDue();
        assertEquals(List.of(new Rang(7, clock.instant())), events);
    }

    @Test
    void reads_an_event_of_a_newer_version_that_says_more() {
        Dispatcher dispatcher = dispatcher(to("choir.sing", got::add));
        database.inTransaction(
                () -> outbox.publish(RangLouder.TYPE, new RangLouder(9, clock.instant(), "louder than ever")));
        dispatcher.deliverDue();
        assertEquals(List.of(9), got);
    }

    @Test
    void leaves_no_event_of_a_change_that_was_taken_back() {
        Dispatcher dispatcher = dispatcher(to("choir.sing", got::add));
        assertThrows(
                IllegalStateException.class,
                () -> database.inTransaction(() -> {
                    outbox.publish(Rang.TYPE, new Rang(1, clock.instant()));
                    throw new IllegalStateException();
                }));
        database.inTransaction(() -> {
            outbox.publish(Rang.TYPE, new Rang(2, clock.instant()));
            return Outcome.refused(UserError.of("NO", "No."));
        });
        assertEquals(0, dispatcher.deliverDue());
        assertEquals(0, database.sql().fetchCount(CORE_EVENT));
    }

    @Test
    void refuses_to_publish_outside_a_transaction() {
        dispatcher();
        assertThrows(IllegalStateException.class, () -> outbox.publish(Rang.TYPE, new Rang(1, clock.instant())));
    }

    @Test
    void refuses_to_publish_before_the_subscribers_are_known() {
        assertThrows(IllegalStateException.class, () -> ring(1));
    }

    @Test
    void refuses_two_subscribers_of_one_name() {
        IllegalStateException refusal = assertThrows(
                IllegalStateException.class, () -> dispatcher(to("choir.sing", got::add), to("choir.sing", got::add)));
        assertTrue(refusal.getMessage().contains("choir.sing"));
    }

    @Test
    void delivers_what_a_handler_publishes_in_turn() {
        Dispatcher dispatcher = dispatcher(to("choir.sing", bell -> {
            got.add(bell);
            if (bell < 3) {
                ring(bell + 1);
            }
        }));
        ring(1);
        assertEquals(3, dispatcher.deliverDue());
        assertEquals(List.of(1, 2, 3), got);
    }

    @Test
    void takes_back_what_a_failing_handler_wrote_and_applies_it_once_in_the_end() {
        Dispatcher dispatcher = dispatcher(to("choir.sing", bell -> {
            hear(bell);
            got.add(bell);
            if (got.size() < 3) {
                throw new IllegalStateException("the choir has a cold, on purpose");
            }
        }));
        ring(1);
        dispatcher.deliverDue();
        assertEquals(List.of(), heard());
        clock.tick(Duration.ofMinutes(1));
        dispatcher.deliverDue();
        clock.tick(Duration.ofMinutes(1));
        dispatcher.deliverDue();
        assertEquals(List.of(1), heard());
        assertEquals(List.of(1, 1, 1), got);
        assertEquals(2, dispatcher.failed());
        assertEquals(1, dispatcher.delivered());
    }

    @Test
    void one_subscribers_failure_is_not_anothers() {
        Dispatcher dispatcher = dispatcher(to("choir.sing", bell -> fail()), to("clock.turn", got::add));
        ring(1);
        dispatcher.deliverDue();
        assertEquals(List.of(1), got);
        assertEquals(1, dispatcher.owed());
    }

    @Test
    void tries_again_with_growing_pauses_and_parks_in_the_end() {
        AtomicInteger attempts = new AtomicInteger();
        Dispatcher dispatcher = dispatcher(to("choir.sing", bell -> {
            attempts.incrementAndGet();
            fail();
        }));
        Instant start = clock.instant();
        ring(1);
        List<Long> attemptedAfter = new ArrayList<>();
        for (int second = 0; second < 10_000; second += 5) {
            attemptedAfter.addAll(java.util.Collections.nCopies(
                    dispatcher.deliverDue(),
                    Duration.between(start, clock.instant()).toSeconds()));
            clock.tick(Duration.ofSeconds(5));
        }
        assertEquals(List.of(0L, 5L, 20L, 65L, 200L, 605L, 1820L, 5465L), attemptedAfter);
        assertEquals(8, attempts.get());
        assertEquals(1, dispatcher.countParked());
        Parked parked = dispatcher.parked().getFirst();
        assertEquals("choir.sing", parked.subscriber());
        assertEquals("tower.bell-rang.v1", parked.event());
        assertEquals(8, parked.attempts());
        assertTrue(parked.failure().contains("a cold"));
    }

    @Test
    void delivers_what_is_parked_when_asked() {
        boolean[] cold = {true};
        Dispatcher dispatcher = dispatcher(to("choir.sing", bell -> {
            if (cold[0]) {
                fail();
            }
            got.add(bell);
        }));
        ring(1);
        while (dispatcher.countParked() == 0) {
            dispatcher.deliverDue();
            clock.tick(Duration.ofHours(1));
        }
        cold[0] = false;
        assertEquals(0, dispatcher.retry("clock.turn"));
        assertEquals(1, dispatcher.retry("choir.sing"));
        dispatcher.deliverDue();
        assertEquals(List.of(1), got);
        assertEquals(List.of(), dispatcher.parked());
    }

    @Test
    void delivers_again_after_the_connection_died_under_the_handler() {
        Dispatcher dispatcher = dispatcher(to("choir.sing", bell -> {
            hear(bell);
            got.add(bell);
            if (got.size() == 1) {
                database.sql().execute("KILL CONNECTION_ID()");
            }
        }));
        ring(1);
        dispatcher.deliverDue();
        assertEquals(List.of(), heard());
        clock.tick(Duration.ofMinutes(1));
        dispatcher.deliverDue();
        assertEquals(List.of(1), heard());
        assertEquals(1, dispatcher.failed());
    }

    @Test
    void delivers_at_once_on_another_node_what_a_dying_one_held() {
        HikariDataSource dyingPool = server.pool();
        Database dyingDatabase = new Database(dyingPool);
        Dispatcher dying =
                new Dispatcher(new Outbox(dyingDatabase, clock, ids), clock, List.of(to("choir.sing", bell -> {
                    dyingDatabase.sql().execute("INSERT INTO heard VALUES (" + bell + ")");
                    dyingPool.close();
                })));
        Dispatcher living = dispatcher(to("choir.sing", this::hear));
        ring(1);
        assertThrows(RuntimeException.class, dying::deliverDue);
        database.sql().execute("SELECT * FROM core_delivery FOR UPDATE"); // the server has noticed when this returns
        assertEquals(1, living.deliverDue());
        assertEquals(List.of(1), heard());
    }

    @Test
    void counts_an_event_that_cannot_be_read_as_a_failure() {
        Dispatcher dispatcher = dispatcher(
                new Subscriber<>("choir.sing", new EventType<>("tower.bell-rang.v1", Unreadable.class), event -> {}));
        ring(1);
        assertEquals(1, dispatcher.deliverDue());
        assertEquals(1, dispatcher.failed());
        assertEquals(1, dispatcher.owed());
    }

    record Unreadable(Duration bell) {
        Unreadable {
            throw new IllegalArgumentException("no such bell, on purpose");
        }
    }

    @Test
    void two_dispatchers_at_once_deliver_each_event_once() throws Exception {
        int events = 200;
        CountDownLatch all = new CountDownLatch(events);
        Database otherDatabase = server.open();
        Dispatcher one = dispatcher(to("choir.sing", bell -> {
            hear(bell);
            all.countDown();
        }));
        Dispatcher other =
                new Dispatcher(new Outbox(otherDatabase, clock, ids), clock, List.of(to("choir.sing", bell -> {
                    otherDatabase.sql().execute("INSERT INTO heard VALUES (" + bell + ")");
                    all.countDown();
                })));
        database.inTransaction(() ->
                IntStream.range(0, events).forEach(bell -> outbox.publish(Rang.TYPE, new Rang(bell, clock.instant()))));
        one.start();
        other.start();
        assertTrue(all.await(30, TimeUnit.SECONDS));
        one.stop(Duration.ofSeconds(10));
        other.stop(Duration.ofSeconds(10));
        assertEquals(events, heard().size());
        assertEquals(events, one.delivered() + other.delivered());
        assertEquals(0, one.failed() + other.failed());
        assertEquals(0, one.owed());
    }

    @Test
    void delivers_in_the_background_once_it_is_committed() throws Exception {
        CountDownLatch delivered = new CountDownLatch(1);
        Dispatcher dispatcher = dispatcher(to("choir.sing", bell -> delivered.countDown()));
        dispatcher.start();
        ring(1);
        assertTrue(delivered.await(10, TimeUnit.SECONDS));
        dispatcher.stop(Duration.ofSeconds(10));
        assertEquals(0, dispatcher.owed());
    }

    @Test
    void keeps_what_is_owed_to_a_plugin_that_is_away() {
        dispatcher(to("choir.sing", got::add));
        ring(1);
        Dispatcher without = new Dispatcher(new Outbox(database, clock, ids), clock, List.of());
        assertEquals(0, without.deliverDue());
        clock.tick(Duration.ofDays(30));
        without.tidying().work().run(() -> false);
        assertEquals(1, without.owed());
        new Dispatcher(new Outbox(database, clock, ids), clock, List.of(to("choir.sing", got::add))).deliverDue();
        assertEquals(List.of(1), got);
    }

    @Test
    void forgets_events_a_week_after_everybody_had_them() {
        Dispatcher dispatcher = dispatcher(to("choir.sing", bell -> {
            if (bell == 2) {
                fail();
            }
        }));
        ring(1);
        ring(2);
        dispatcher.deliverDue();
        clock.tick(Duration.ofDays(6));
        dispatcher.tidying().work().run(() -> false);
        assertEquals(2, database.sql().fetchCount(CORE_EVENT));
        clock.tick(Duration.ofDays(2));
        dispatcher.tidying().work().run(() -> false);
        assertEquals(1, database.sql().fetchCount(CORE_EVENT));
    }

    private Dispatcher dispatcher(Subscriber<?>... subscribers) {
        return new Dispatcher(outbox, clock, List.of(subscribers));
    }

    private static Subscriber<Rang> to(String name, Consumer<Integer> handler) {
        return new Subscriber<>(name, Rang.TYPE, event -> handler.accept(event.bell()));
    }

    private void ring(int bell) {
        database.inTransaction(() -> outbox.publish(Rang.TYPE, new Rang(bell, clock.instant())));
    }

    private void hear(int bell) {
        database.sql().execute("INSERT INTO heard VALUES (" + bell + ")");
    }

    private static List<Integer> heard() {
        return database.sql()
                .select(field("bell", Integer.class))
                .from(table("heard"))
                .orderBy(1)
                .fetch(row -> row.value1());
    }

    private static void fail() {
        throw new IllegalStateException("the choir has a cold, on purpose");
    }
}
