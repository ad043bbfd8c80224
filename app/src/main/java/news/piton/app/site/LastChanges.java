package news.piton.app.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Since when this node has been showing pages to guests exactly as they are, for Last-Modified (RFC 9110, section 8.8.2). A page
 * changes with all that stands on it: related pieces, what is read most, comments, the navigation, the paper's software. No time
 * that the articles tell would be true when one of them is taken back, and whoever asks by that time alone would go on showing
 * its headline. Of a page that is not remembered it is now, which costs nobody more than a whole answer.
 */
final class LastChanges {
    private static final int REMEMBERED = 10_000;

    private final Cache<String, Seen> pages =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final InstantSource clock;

    LastChanges(InstantSource clock) {
        this.clock = clock;
    }

    private record Seen(String tag, Instant since) {}

    /** @param tag the page's entity tag */
    Instant of(String path, String tag) {
        Instant now = clock.instant();
        return pages.asMap()
                .compute(path, (same, last) -> last != null && last.tag.equals(tag) ? last : new Seen(tag, now))
                .since();
    }
}
