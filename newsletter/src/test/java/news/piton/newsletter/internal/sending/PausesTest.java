package news.piton.newsletter.internal.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import news.piton.core.mail.MailResult;
import org.junit.jupiter.api.Test;

class PausesTest {

    @Test
    void wait_longer_each_time_and_give_up_in_the_end() {
        assertEquals(Optional.of(Duration.ofMinutes(1)), Pauses.after(1));
        assertEquals(Optional.of(Duration.ofHours(6)), Pauses.after(5));
        assertEquals(Optional.empty(), Pauses.after(6));
    }

    @Test
    void a_streak_tells_a_broken_server_from_a_bad_address() {
        Streak streak = new Streak();
        for (int i = 0; i < Streak.BAD - 1; i++) {
            streak.add(new Courier.Delivered(7, new MailResult.Rejected("550 no", true)));
        }
        streak.add(new Courier.Delivered(7, new MailResult.Accepted("<a@b>")));
        streak.add(new Courier.Delivered(7, new MailResult.Rejected("550 no", true)));
        assertTrue(!streak.refusing() && !streak.down());
        for (int i = 0; i < Streak.BAD; i++) {
            streak.add(new Courier.Delivered(7, new MailResult.Deferred("no connection")));
        }
        assertTrue(streak.down());
    }
}
