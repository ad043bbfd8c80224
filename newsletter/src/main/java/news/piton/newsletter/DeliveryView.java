package news.piton.newsletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the delivery of an issue goes; recipients = sent + failed + suppressed + uncertain + remaining, by construction. */
public record DeliveryView(
        int sent,
        int failed,
        int suppressed,
        int uncertain,
        int remaining,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    public int recipients() {
        return sent + failed + suppressed + uncertain + remaining;
    }
}
