package news.piton.core.database;

import java.time.Duration;
import news.piton.core.fault.Fault;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;

/** Sees every statement: counts it, gives it the time that is left, sets the savepoint before it, names its failure. */
final class StatementListener implements ExecuteListener {
    private final transient Connections connections;

    StatementListener(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void renderEnd(ExecuteContext context) {
        String sql = context.sql();
        if (sql != null) {
            context.sql(inTime(sql));
        }
    }

    @Override
    public void executeStart(ExecuteContext context) {
        StatementCounter.add();
        Transaction transaction = connections.transaction();
        if (transaction != null && !isRead(context)) {
            transaction.beforeWrite();
        }
    }

    @Override
    public void exception(ExecuteContext context) {
        RuntimeException failure = context.exception();
        if (failure != null) {
            context.exception(named(failure));
        }
    }

    /**
     * The statement with the time that is left for it. Whole seconds, rounded up, keep the number of different texts small,
     * of which each is parsed and cached by the server; an operation is so cancelled up to a second late.
     *
     * @throws Fault UNAVAILABLE when there is no time left
     */
    static String inTime(String sql) {
        Duration left = Deadline.remaining().orElse(null);
        if (left == null) {
            return sql;
        }
        if (left.isNegative() || left.isZero()) {
            throw outOfTime(null);
        }
        return "SET STATEMENT max_statement_time=" + left.plusMillis(999).toSeconds() + " FOR " + sql;
    }

    /** What a statement's failure is to whoever ran it. Remembers that MariaDB has ended the transaction, if it has. */
    RuntimeException named(RuntimeException failure) {
        if (MariaDbError.endsTransaction(failure)) {
            Transaction transaction = connections.transaction();
            if (transaction != null) {
                transaction.end(failure);
            }
        } else if (MariaDbError.isOutOfTime(failure)) {
            return outOfTime(failure);
        } else if (MariaDbError.isLockedOut(failure)) {
            return Fault.unavailable("Somebody else is changing the same thing. Try again in a minute.", failure);
        }
        return failure;
    }

    private static boolean isRead(ExecuteContext context) {
        return context.query() instanceof org.jooq.Select<?>;
    }

    private static Fault outOfTime(@Nullable Throwable cause) {
        return Fault.unavailable(
                "This took longer than an operation may take and was stopped. Ask for less, or try again later.",
                cause);
    }
}
