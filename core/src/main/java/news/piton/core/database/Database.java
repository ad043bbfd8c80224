package news.piton.core.database;

import java.util.function.Supplier;
import javax.sql.DataSource;
import news.piton.core.fault.Outcome;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.ThreadLocalTransactionProvider;

/**
 * Where stores get their SQL from and use cases their transactions. Inside {@link #inTransaction} every statement of the
 * thread belongs to that transaction; outside, each stands alone.
 */
public final class Database {
    private final DSLContext sql;

    public Database(DataSource source) {
        DataSourceConnectionProvider connections = new DataSourceConnectionProvider(source);
        Configuration configuration = new DefaultConfiguration()
                .set(SQLDialect.MARIADB)
                .set(connections)
                .set(new ThreadLocalTransactionProvider(connections))
                .set(new Settings().withRenderSchema(false));
        this.sql = DSL.using(configuration);
    }

    /** For stores only. */
    public DSLContext sql() {
        return sql;
    }

    /**
     * Runs work in a transaction, which it joins if there is one already. An exception rolls back, and so does a {@link
     * Outcome.Refused}: what is refused has changed nothing.
     */
    public <T> T inTransaction(Supplier<T> work) {
        throw new UnsupportedOperationException();
    }

    public void inTransaction(Runnable work) {
        throw new UnsupportedOperationException();
    }

    /** Runs something once the current transaction has been committed, and not at all if it is not; at once without one. */
    public void afterCommit(Runnable work) {
        throw new UnsupportedOperationException();
    }
}
