package news.piton.core.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import news.piton.core.fault.Fault;
import org.jooq.ConnectionProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells jOOQ which connection a statement goes to: that of the thread's transaction, else one for itself. */
final class Connections implements ConnectionProvider {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final DataSource source;
    private final ThreadLocal<Transaction> current = new ThreadLocal<>();

    Connections(DataSource source) {
        this.source = source;
    }

    @Nullable
    Transaction transaction() {
        return current.get();
    }

    void enter(Transaction transaction) {
        current.set(transaction);
    }

    void leave() {
        current.remove();
    }

    @Override
    public Connection acquire() {
        Transaction transaction = transaction();
        return transaction == null ? open() : transaction.connection();
    }

    @Override
    public void release(Connection connection) {
        Transaction transaction = transaction();
        if (transaction == null || !transaction.owns(connection)) {
            close(connection);
        }
    }

    Connection open() {
        try {
            return source.getConnection();
        } catch (SQLTransientConnectionException busy) {
            throw Fault.unavailable("The server is too busy at the moment. Try again in a minute.", busy);
        } catch (SQLException unreachable) {
            throw Fault.unavailable(
                    "The database cannot be reached at the moment. Try again in a minute.", unreachable);
        }
    }

    boolean answer() {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException unreachable) {
            LOG.debug("The database does not answer", unreachable);
            return false;
        }
    }

    /** Gives a connection back. That it fails changes nothing about what was done over it. */
    void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException failure) {
            LOG.debug("Giving back a connection failed", failure);
        }
    }

    /** Throws a connection away whose state nobody knows: it must not serve anybody else. */
    void discard(Connection connection) {
        try {
            if (source instanceof HikariDataSource pool) {
                pool.evictConnection(connection);
            }
            connection.close();
        } catch (SQLException failure) {
            LOG.debug("Closing a broken connection failed", failure);
        }
    }
}
