package news.piton.newsletter;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One issue of a newsletter, without its text. Whoever was given one may read the rest of that issue too.
 *
 * @param url its page on the web
 * @param startedAt when its recipients were fixed and sending began
 * @param sentAt when the last recipient was dealt with
 */
public record IssueView(
        long id,
        long newsletterId,
        IssueStatus status,
        String subject,
        URI url,
        Instant composedAt,
        @Nullable Instant startedAt,
        @Nullable Instant sentAt) {}
