package news.piton.core.database;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jooq.impl.AbstractConverter;

/**
 * Reads and writes {@code DATETIME(6)} columns as instants; such a column holds UTC by convention. What is finer than a
 * microsecond is cut off, as the column would.
 */
public final class InstantConverter extends AbstractConverter<LocalDateTime, Instant> {
    /** Called by the generated tables. */
    public InstantConverter() {
        super(LocalDateTime.class, Instant.class);
    }

    @Override
    @SuppressWarnings("NullAway") // SQL's null goes through as null, which jOOQ's type does not say
    public Instant from(LocalDateTime stored) {
        return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
    }

    @Override
    @SuppressWarnings("NullAway")
    public LocalDateTime to(Instant instant) {
        return instant == null
                ? null
                : LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
