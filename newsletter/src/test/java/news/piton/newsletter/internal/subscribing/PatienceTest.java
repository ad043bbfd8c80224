package news.piton.newsletter.internal.subscribing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void writes_at_once_to_whoever_was_never_asked() {
        assertTrue(Patience.exhausted(0, NOON, NOON));
    }

    @Test
    void waits_ten_minutes_before_it_asks_again() {
        assertFalse(
                Patience.exhausted(1, NOON, NOON.plus(Duration.ofMinutes(10)).minusNanos(1)));
        assertTrue(Patience.exhausted(1, NOON, NOON.plus(Duration.ofMinutes(10))));
    }

    @Test
    void waits_four_times_as_long_each_time_and_never_more_than_a_day() {
        assertEquals(Duration.ofMinutes(40), Patience.pause(2));
        assertEquals(Duration.ofDays(1), Patience.pause(6));
        assertEquals(Duration.ofDays(1), Patience.pause(1_000_000));
    }
}
