package news.piton.core.database;

import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.impl.AbstractBinding;

/**
 * Hands {@code DATETIME(6)} columns to the driver as they are. jOOQ's own way leads through {@link java.sql.Timestamp},
 * which is a time in the machine's zone: there, the hour that summer time leaves out does not exist, and what happened in
 * that hour of UTC would be stored an hour late.
 */
public final class InstantBinding extends AbstractBinding<LocalDateTime, Instant> {
    private static final InstantConverter CONVERTER = new InstantConverter();

    @Override
    public Converter<LocalDateTime, Instant> converter() {
        return CONVERTER;
    }

    @Override
    public void set(BindingSetStatementContext<Instant> context) throws SQLException {
        LocalDateTime time = context.convert(CONVERTER).value();
        if (time == null) {
            context.statement().setNull(context.index(), Types.TIMESTAMP);
        } else {
            context.statement().setObject(context.index(), time);
        }
    }

    @Override
    public void get(BindingGetResultSetContext<Instant> context) throws SQLException {
        context.convert(CONVERTER).value(context.resultSet().getObject(context.index(), LocalDateTime.class));
    }
}
