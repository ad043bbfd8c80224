package news.piton.core.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One transaction of one thread, from the outermost work down. It takes a connection with its first statement and sets a
 * savepoint with the first write of joined work, so that what is refused before it touches anything costs no round trip.
 */
final class Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    private final Connections connections;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> beforeRetry = new ArrayList<>();
    private final List<Runnable> afterRehearsal = new ArrayList<>();
    private final List<Boolean> savepoints = new ArrayList<>();
    private @Nullable Connection connection;
    private @Nullable RuntimeException ended;

    Transaction(Connections connections) {
        this.connections = connections;
    }

    /** Runs the outermost work, up to the commit or the rollback. */
    <T> T run(Supplier<T> work, Database.Verdict<T> verdict) {
        boolean settled = false;
        try {
            T result = work.get();
            failIfEnded();
            if (verdict.keeps(result)) {
                commit();
                settled = true;
            }
            return result;
        } catch (RuntimeException failure) {
            failIfEnded();
            throw failure;
        } finally {
            if (!settled) {
                rollBack();
            }
        }
    }

    /** Runs work inside this transaction that can be taken back on its own. */
    <T> T join(Supplier<T> work, Database.Verdict<T> verdict) {
        int callbacks = afterCommit.size();
        savepoints.add(false);
        boolean keep = false;
        try {
            T result = work.get();
            keep = verdict.keeps(result);
            return result;
        } finally {
            int depth = savepoints.size();
            boolean wrote = savepoints.removeLast();
            if (!keep) {
                afterCommit.subList(callbacks, afterCommit.size()).clear();
                takeBack(wrote, depth);
            }
        }
    }

    private void takeBack(boolean wrote, int depth) {
        if (!wrote || ended != null) {
            return;
        }
        try {
            control("ROLLBACK TO SAVEPOINT s" + depth);
        } catch (DataAccessException failure) {
            end(failure); // half of the work stays in it: it must not be committed
        }
    }

    /** Called before a statement that may write. */
    void beforeWrite() {
        for (int depth = 1; depth <= savepoints.size(); depth++) {
            if (!savepoints.get(depth - 1)) {
                control("SAVEPOINT s" + depth);
                savepoints.set(depth - 1, true);
            }
        }
    }

    /** MariaDB has rolled everything back by itself: nothing may follow, or it would be committed alone. */
    void end(RuntimeException cause) {
        ended = cause;
    }

    void afterCommit(Runnable work) {
        afterCommit.add(work);
    }

    void beforeRetry(Runnable work) {
        beforeRetry.add(work);
    }

    void afterRehearsal(Runnable work) {
        afterRehearsal.add(work);
    }

    /** Runs work of which nothing is to stay, and undoes what it did outside the database. */
    <T> T rehearse(Supplier<T> work) {
        int before = afterRehearsal.size();
        try {
            return work.get();
        } finally {
            List<Runnable> undo = afterRehearsal.subList(before, afterRehearsal.size());
            undo.reversed().forEach(Runnable::run);
            undo.clear();
        }
    }

    /** The last first, as one undoes things. */
    void runBeforeRetry() {
        beforeRetry.reversed().forEach(Runnable::run);
    }

    void runAfterCommit() {
        for (Runnable work : afterCommit) {
            try {
                work.run();
            } catch (RuntimeException failure) {
                LOG.error("What was to follow a commit failed; the commit stands", failure);
            }
        }
    }

    Connection connection() {
        failIfEnded();
        if (connection == null) {
            connection = connections.open();
            control("START TRANSACTION");
        }
        return connection;
    }

    boolean owns(Connection other) {
        return other == connection;
    }

    private void commit() {
        if (connection != null) {
            control("COMMIT");
            connections.close(connection);
        }
    }

    private void rollBack() {
        afterCommit.clear();
        if (connection == null) {
            return;
        }
        try {
            control("ROLLBACK");
            connections.close(connection);
        } catch (RuntimeException failure) {
            LOG.debug("Rolling back by giving up the connection", failure);
            connections.discard(connection);
        }
    }

    private void failIfEnded() {
        if (ended != null) {
            throw ended;
        }
    }

    private void control(String command) {
        if (connection == null) {
            throw new IllegalStateException("no statement yet");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException failure) {
            throw new DataAccessException(command, failure);
        }
    }
}
