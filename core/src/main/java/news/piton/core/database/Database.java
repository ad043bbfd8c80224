package news.piton.core.database;

import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import news.piton.core.fault.Fault;
import news.piton.core.fault.Outcome;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where stores get their SQL from and use cases their transactions. Inside {@link #inTransaction} every statement of the
 * thread belongs to that transaction; outside, each stands alone. The isolation is READ COMMITTED: a statement sees what
 * was committed before it began, so whoever reads in order to write locks what it reads.
 *
 * <p>A statement that runs into the operation's {@link Deadline} is cancelled on the server and surfaces as a {@link Fault}
 * UNAVAILABLE, and so do waiting in vain for a row's lock and for a connection.
 */
public final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int ATTEMPTS = 4;

    private final Connections connections;
    private final StatementListener listener;
    private final DSLContext sql;

    /** @param source what {@link ConnectionPool#open} makes; whoever opened it closes it */
    public Database(DataSource source) {
        this.connections = new Connections(source);
        this.listener = new StatementListener(connections);
        this.sql = DSL.using(new DefaultConfiguration()
                .set(SQLDialect.MARIADB)
                .set(connections)
                .set(new NoOtherTransactions())
                .set(new DefaultExecuteListenerProvider(listener))
                .set(new Settings()
                        .withRenderSchema(false)
                        .withRenderCatalog(false)
                        .withExecuteLogging(false)
                        .withFetchWarnings(false)
                        .withInListPadding(true)
                        .withRenderGroupConcatMaxLenSessionVariable(false)));
    }

    /** For stores only. */
    public DSLContext sql() {
        return sql;
    }

    /** For the selects that stores run most often. */
    public <S> PreparedSelect<S> prepared() {
        return new PreparedSelect<>(sql, connections, listener);
    }

    /**
     * Runs work in a transaction. An exception rolls back, and so does a {@link Outcome.Refused}: what is refused has changed
     * nothing.
     *
     * <p>Inside another transaction it joins: nothing is committed before the outermost one is. What throws or refuses
     * inside takes back its own writes and no others (a savepoint, set only once something is written); the outer work
     * sees the exception or the refusal and decides whether to go on, so one use case can call another and treat its
     * refusal as an answer.
     *
     * <p>When MariaDB ends the transaction to resolve a deadlock, the outermost work is run again, up to four times in
     * all. Work must therefore have no effects but those on the database; others belong into {@link #afterCommit} or behind
     * the outbox, or say in {@link #beforeRetry} how they are undone. A deadlock that the work catches ends the transaction nevertheless.
     */
    public <T> T inTransaction(Supplier<T> work) {
        return run(work, result -> !(result instanceof Outcome.Refused<?>));
    }

    /** As {@link #inTransaction(Supplier)}, for work that returns nothing. */
    public void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return true;
        });
    }

    /** Runs work as {@link #inTransaction} does and takes back whatever it wrote: shows what would happen. */
    public <T> T rehearse(Supplier<T> work) {
        return run(() -> Objects.requireNonNull(connections.transaction()).rehearse(work), result -> false);
    }

    /**
     * Lets MariaDB look anew at how much is in its tables, from samples. It plans statements by what it knew when it opened a
     * table, and reads all of it where it takes it for empty; after many rows have come in at once it must be told.
     */
    public void countAnew() {
        String tables =
                sql.fetch("SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'").getValues(0, String.class).stream()
                        .map(name -> "`" + name.replace("`", "``") + "`")
                        .collect(Collectors.joining(", "));
        sql.execute("ANALYZE NO_WRITE_TO_BINLOG TABLE " + tables);
    }

    /**
     * Runs something once the current transaction has been committed, and not at all if it is not, or if the part of it that
     * asked for this was taken back; at once when there is no transaction. It runs outside of any transaction; when it
     * fails, that is logged and changes nothing for the caller, whose work is done.
     */
    public void afterCommit(Runnable work) {
        Transaction transaction = connections.transaction();
        if (transaction == null) {
            work.run();
        } else {
            transaction.afterCommit(work);
        }
    }

    /**
     * Undoes an effect outside the database before a deadlock makes the current transaction's work run again; runs in no
     * other case, and never outside a transaction. The last undoing asked for runs first.
     */
    public void beforeRetry(Runnable undo) {
        Transaction transaction = connections.transaction();
        if (transaction != null) {
            transaction.beforeRetry(undo);
        }
    }

    /** Undoes an effect outside the database at the end of the {@link #rehearse} in which it happened; runs in no other case. */
    public void afterRehearsal(Runnable undo) {
        Transaction transaction = connections.transaction();
        if (transaction != null) {
            transaction.afterRehearsal(undo);
        }
    }

    /** Whether this thread is inside a transaction. */
    public boolean isInTransaction() {
        return connections.transaction() != null;
    }

    /** Whether MariaDB answers, within two seconds once there is a connection; for health checks. */
    public boolean isReachable() {
        return connections.answer();
    }

    private <T> T run(Supplier<T> work, Verdict<T> verdict) {
        Transaction outer = connections.transaction();
        if (outer != null) {
            return outer.join(work, verdict);
        }
        for (int attempt = 1; ; attempt++) {
            Transaction transaction = new Transaction(connections);
            try {
                return outermost(transaction, work, verdict);
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS || !MariaDbError.endsTransaction(failure)) {
                    throw failure;
                }
                LOG.debug("Transaction met another one, attempt {} of {}", attempt, ATTEMPTS, failure);
                transaction.runBeforeRetry();
            }
        }
    }

    private <T> T outermost(Transaction transaction, Supplier<T> work, Verdict<T> verdict) {
        connections.enter(transaction);
        T result;
        try {
            result = transaction.run(work, verdict);
        } finally {
            connections.leave();
        }
        transaction.runAfterCommit();
        return result;
    }

    /** Whether what the work returned is to be kept. */
    interface Verdict<T> {
        boolean keeps(T result);
    }
}
