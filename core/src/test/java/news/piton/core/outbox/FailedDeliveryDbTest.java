package news.piton.core.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.page.PageRequest;
import org.junit.jupiter.api.Test;

/** What becomes of an event whose handler, connection or node fails. */
class FailedDeliveryDbTest extends BellTower {
    private final ParkedDeliveries parked = new ParkedDeliveries(outbox, clock);

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
        ParkedDelivery delivery =
                parked.page(PageRequest.first(10), null).nodes().getFirst();
        assertEquals("choir.sing", delivery.subscriber());
        assertEquals("tower.bell-rang.v1", delivery.event());
        assertEquals(8, delivery.attempts());
        assertTrue(delivery.failure().contains("a cold"));
        assertEquals(start, delivery.since());
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
        assertEquals(Outcome.done(1), parked.retry("choir.sing"));
        assertEquals(Outcome.done(0), parked.retry("choir.sing"));
        dispatcher.deliverDue();
        assertEquals(List.of(1), got);
        assertEquals(0, dispatcher.countParked());
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
        Dispatcher dying = new Dispatcher(
                new Outbox(dyingDatabase, clock, ids, name -> true), clock, List.of(to("choir.sing", bell -> {
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
}
