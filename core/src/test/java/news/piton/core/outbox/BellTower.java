package news.piton.core.outbox;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import news.piton.core.database.Database;
import news.piton.core.id.Ids;
import news.piton.core.testing.TestClock;
import news.piton.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A tower whose bells ring through the outbox, and what was heard of them. */
abstract class BellTower {
    static TestDatabase server;
    static Database database;

    final TestClock clock = new TestClock();
    final Ids ids = new Ids(clock);
    final Outbox outbox = new Outbox(database, clock, ids, name -> true);
    final List<Integer> got = new ArrayList<>();

    record Rang(int bell, Instant at) {
        static final EventType<Rang> TYPE = new EventType<>("tower.bell-rang.v1", Rang.class);
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

    Dispatcher dispatcher(Subscriber<?>... subscribers) {
        return new Dispatcher(outbox, clock, List.of(subscribers));
    }

    static Subscriber<Rang> to(String name, Consumer<Integer> handler) {
        return new Subscriber<>(name, Rang.TYPE, event -> handler.accept(event.bell()));
    }

    void ring(int bell) {
        database.inTransaction(() -> outbox.publish(Rang.TYPE, new Rang(bell, clock.instant())));
    }

    void hear(int bell) {
        database.sql().execute("INSERT INTO heard VALUES (" + bell + ")");
    }

    static List<Integer> heard() {
        return database.sql()
                .select(field("bell", Integer.class))
                .from(table("heard"))
                .orderBy(1)
                .fetch(row -> row.value1());
    }

    static void fail() {
        throw new IllegalStateException("the choir has a cold, on purpose");
    }
}
