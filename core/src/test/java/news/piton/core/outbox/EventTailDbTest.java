package news.piton.core.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import news.piton.core.database.Database;
import news.piton.core.database.StatementCounter;
import news.piton.core.id.Ids;
import news.piton.core.testing.TestClock;
import news.piton.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EventTailDbTest {
    private static TestDatabase server;
    private static Database database;

    private final TestClock clock = new TestClock();
    private final Ids ids = new Ids(clock);
    private final Outbox outbox = open(database);
    private final EventTail tail = new EventTail(outbox, clock);
    private final List<Integer> shown = new ArrayList<>();

    record Rang(int bell) {
        static final EventType<Rang> TYPE = new EventType<>("tower.bell-rang.v1", Rang.class);
    }

    record Cracked(int bell) {
        static final EventType<Cracked> TYPE = new EventType<>("tower.bell-cracked.v1", Cracked.class);
    }

    @BeforeAll
    static void createTables() {
        server = TestDatabase.create().migrated("core");
        database = server.open();
    }

    @AfterAll
    static void dropTables() {
        server.close();
    }

    @Test
    void shows_each_event_once_while_somebody_follows() throws Exception {
        ring(1);
        AutoCloseable following = tail.follow(Rang.TYPE, event -> shown.add(event.bell()));
        ring(2);
        ring(3);
        tail.pump();
        tail.pump();
        ring(4);
        tail.pump();
        following.close();
        ring(5);
        tail.pump();
        assertEquals(List.of(2, 3, 4), shown);
    }

    @Test
    void shows_only_the_events_of_the_type_that_is_followed() {
        List<Integer> cracked = new ArrayList<>();
        tail.follow(Rang.TYPE, event -> shown.add(event.bell()));
        tail.follow(Cracked.TYPE, event -> cracked.add(event.bell()));
        ring(1);
        database.inTransaction(() -> outbox.publish(Cracked.TYPE, new Cracked(2)));
        tail.pump();
        assertEquals(List.of(1), shown);
        assertEquals(List.of(2), cracked);
    }

    @Test
    void does_not_show_a_new_follower_what_was_before_it() {
        tail.follow(Rang.TYPE, event -> shown.add(event.bell()));
        ring(1);
        List<Integer> late = new ArrayList<>();
        tail.follow(Rang.TYPE, event -> late.add(event.bell()));
        ring(2);
        tail.pump();
        assertEquals(List.of(1, 2), shown);
        assertEquals(List.of(2), late);
    }

    @Test
    void shows_an_event_whose_transaction_commits_after_that_of_a_later_one() throws Exception {
        CountDownLatch published = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        tail.follow(Rang.TYPE, event -> shown.add(event.bell()));
        Thread slow = Thread.ofVirtual()
                .start(() -> database.inTransaction(() -> {
                    outbox.publish(Rang.TYPE, new Rang(1));
                    published.countDown();
                    await(seen);
                }));
        await(published);
        clock.tick(Duration.ofSeconds(10));
        ring(2);
        tail.pump();
        assertEquals(List.of(2), shown);
        clock.tick(Duration.ofSeconds(10));
        tail.pump();
        seen.countDown();
        slow.join();
        tail.pump();
        assertEquals(List.of(2, 1), shown);
    }

    @Test
    void shows_events_that_another_node_published() {
        Database otherDatabase = server.open();
        Outbox other = open(otherDatabase);
        tail.follow(Rang.TYPE, event -> shown.add(event.bell()));
        otherDatabase.inTransaction(() -> other.publish(Rang.TYPE, new Rang(1)));
        tail.pump();
        assertEquals(List.of(1), shown);
    }

    @Test
    void misses_nothing_when_it_has_not_looked_for_long() {
        tail.follow(Rang.TYPE, event -> shown.add(event.bell()));
        ring(1);
        clock.tick(Duration.ofHours(2));
        ring(2);
        tail.pump();
        assertEquals(List.of(1, 2), shown);
    }

    @Test
    void goes_on_when_one_listener_fails() {
        tail.follow(Rang.TYPE, event -> {
            throw new IllegalStateException("a deaf listener, on purpose");
        });
        tail.follow(Rang.TYPE, event -> shown.add(event.bell()));
        ring(1);
        ring(2);
        tail.pump();
        assertEquals(List.of(1, 2), shown);
    }

    @Test
    void asks_nothing_of_the_database_while_nobody_follows() throws Exception {
        tail.follow(Rang.TYPE, event -> {}).close();
        long before = StatementCounter.total();
        tail.pump();
        assertEquals(before, StatementCounter.total());
    }

    @Test
    void shows_in_the_background_what_is_published() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        tail.start();
        tail.follow(Rang.TYPE, event -> both.countDown());
        ring(1);
        ring(2);
        assertTrue(both.await(10, TimeUnit.SECONDS));
        tail.close();
    }

    private Outbox open(Database database) {
        Outbox outbox = new Outbox(database, clock, ids, name -> true);
        new Dispatcher(outbox, clock, List.of());
        return outbox;
    }

    private void ring(int bell) {
        database.inTransaction(() -> outbox.publish(Rang.TYPE, new Rang(bell)));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
