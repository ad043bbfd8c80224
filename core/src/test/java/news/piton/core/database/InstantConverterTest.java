package news.piton.core.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class InstantConverterTest {
    private final InstantConverter converter = new InstantConverter();

    @Test
    void takes_a_column_for_utc() {
        assertEquals(
                Instant.parse("2026-03-29T02:30:00.000001Z"),
                converter.from(LocalDateTime.parse("2026-03-29T02:30:00.000001")));
    }

    @Test
    void cuts_off_what_the_column_would_not_keep() {
        assertEquals(
                LocalDateTime.parse("2026-03-29T02:30:00.999999"),
                converter.to(Instant.parse("2026-03-29T02:30:00.999999999Z")));
    }

    @Test
    @SuppressWarnings("NullAway") // what jOOQ hands over for SQL's null
    void lets_null_through() {
        assertNull(converter.from(null));
        assertNull(converter.to(null));
    }
}
