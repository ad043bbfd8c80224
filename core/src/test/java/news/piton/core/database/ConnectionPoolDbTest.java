package news.piton.core.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import news.piton.core.fault.Fault;
import news.piton.core.fault.FaultCode;
import news.piton.core.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class ConnectionPoolDbTest {

    @Test
    void opens_sessions_that_are_strict_and_live_in_utc() {
        try (TestDatabase server = TestDatabase.create()) {
            Database database = server.open();
            assertTrue(database.isReachable());
            assertEquals("READ-COMMITTED", variable(database, "transaction_isolation"));
            assertEquals("+00:00", variable(database, "time_zone"));
            assertTrue(variable(database, "sql_mode").contains("STRICT_ALL_TABLES"));
            assertEquals("utf8mb4", variable(database, "character_set_connection"));
        }
    }

    @Test
    void lets_the_operator_choose_the_drivers_options() {
        try (TestDatabase server = TestDatabase.create();
                HikariDataSource pool = ConnectionPool.open(
                        server.jdbcUrl() + "?sessionVariables=innodb_lock_wait_timeout=3",
                        server.user(),
                        server.password(),
                        1)) {
            assertEquals("3", variable(new Database(pool), "innodb_lock_wait_timeout"));
        }
    }

    @Test
    void says_which_database_cannot_be_used_and_never_the_password() {
        IllegalStateException refusal = assertThrows(
                IllegalStateException.class,
                () -> ConnectionPool.open("jdbc:mariadb://127.0.0.1:1/news?password=hunter2", "piton", "hunter3", 1));
        assertTrue(refusal.getMessage().startsWith("The database at jdbc:mariadb://127.0.0.1:1/news cannot be used: "));
        assertFalse(refusal.getMessage().contains("hunter"));
    }

    @Test
    void refuses_an_address_of_another_kind_of_database() {
        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> ConnectionPool.open("jdbc:other:news", "piton", "", 1));
        assertTrue(refusal.getMessage().contains("database.url"));
    }

    @Test
    void a_busy_pool_is_a_fault_that_asks_to_come_back() throws Exception {
        try (TestDatabase server = TestDatabase.create()) {
            HikariDataSource pool = server.pool();
            pool.setConnectionTimeout(250);
            List<AutoCloseable> taken = new ArrayList<>();
            for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
                taken.add(pool.getConnection());
            }
            Fault fault = assertThrows(Fault.class, () -> variable(new Database(pool), "time_zone"));
            assertEquals(FaultCode.UNAVAILABLE, fault.code());
            for (AutoCloseable connection : taken) {
                connection.close();
            }
        }
    }

    private static String variable(Database database, String name) {
        return String.valueOf(database.sql().fetchValue("SELECT @@session." + name));
    }
}
