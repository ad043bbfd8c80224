package news.piton.core.database;

import org.jooq.TransactionContext;
import org.jooq.TransactionProvider;

/** Refuses jOOQ's own transactions: nobody would know of them, neither {@link Database#afterCommit} nor the outbox. */
final class NoOtherTransactions implements TransactionProvider {
    @Override
    public void begin(TransactionContext context) {
        throw new UnsupportedOperationException("Use Database.inTransaction.");
    }

    @Override
    public void commit(TransactionContext context) {
        throw new IllegalStateException("never begun");
    }

    @Override
    public void rollback(TransactionContext context) {
        // begin has refused
    }
}
