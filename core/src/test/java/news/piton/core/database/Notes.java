package news.piton.core.database;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import news.piton.core.testing.TestDatabase;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A database with a table of notes, emptied before each test. */
abstract class Notes {
    static final Table<Record> NOTE = table("note");
    static final Field<Integer> ID = field("id", Integer.class);
    static final Field<Integer> VALUE = field("value", Integer.class);
    static TestDatabase server;
    static HikariDataSource pool;
    static Database database;

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

    static void write(int id) {
        database.sql().insertInto(NOTE, ID, VALUE).values(id, 0).execute();
    }

    static void add(int id) {
        database.sql().update(NOTE).set(VALUE, VALUE.plus(1)).where(ID.eq(id)).execute();
    }

    static List<Integer> notes() {
        return database.sql().select(ID).from(NOTE).orderBy(ID).fetch(ID);
    }

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
