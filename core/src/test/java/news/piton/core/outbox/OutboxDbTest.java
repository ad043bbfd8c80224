package news.piton.core.outbox;

import static news.piton.core.database.generated.Tables.CORE_EVENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import org.junit.jupiter.api.Test;

class OutboxDbTest extends BellTower {
    record RangLouder(int bell, Instant at, String volume) {
        static final EventType<RangLouder> TYPE = new EventType<>("tower.bell-rang.v1", RangLouder.class);
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
    void two_dispatchers_at_once_deliver_each_event_once() throws Exception {
        int events = 200;
        CountDownLatch all = new CountDownLatch(events);
        Database otherDatabase = server.open();
        Dispatcher one = dispatcher(to("choir.sing", bell -> {
            hear(bell);
            all.countDown();
        }));
        Dispatcher other = new Dispatcher(
                new Outbox(otherDatabase, clock, ids, name -> true), clock, List.of(to("choir.sing", bell -> {
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
        Dispatcher without = new Dispatcher(new Outbox(database, clock, ids, name -> true), clock, List.of());
        assertEquals(0, without.deliverDue());
        clock.tick(Duration.ofDays(30));
        without.tidying().work().run(() -> false);
        assertEquals(1, without.owed());
        new Dispatcher(new Outbox(database, clock, ids, name -> true), clock, List.of(to("choir.sing", got::add)))
                .deliverDue();
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
}
