package news.piton.newsletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reader's address with a confirmed subscription; for the eyes of staff with MANAGE_NEWSLETTERS.
 *
 * @param bouncedAt since when its server refuses it for good; null when all is well
 */
public record SubscriberView(
        long id,
        String email,
        Instant confirmedAt,
        @Nullable Instant bouncedAt) {}
