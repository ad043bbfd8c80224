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

    /**
     * Whole seconds, rounded up, keep the number of different texts small, of which each is parsed and cached by the server;
     * an operation is so cancelled up to a second late.
     */
    @Override
    public void renderEnd(ExecuteContext context) {
        Duration left = Deadline.remaining().orElse(null);
        String sql = context.sql();
        if (left == null || sql == null) {
            return;
        }
        if (left.isNegative() || left.isZero()) {
            throw outOfTime(null);
        }
        long seconds = left.plusMillis(999).toSeconds();
        context.sql("SET STATEMENT max_statement_time=" + seconds + " FOR " + sql);
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
        if (failure == null) {
            return;
        }
        if (MariaDbError.endsTransaction(failure)) {
            Transaction transaction = connections.transaction();
            if (transaction != null) {
                transaction.end(failure);
            }
        } else if (MariaDbError.isOutOfTime(failure)) {
            context.exception(outOfTime(failure));
        } else if (MariaDbError.isLockedOut(failure)) {
            context.exception(
                    Fault.unavailable("Somebody else is changing the same thing. Try again in a minute.", failure));
        }
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
