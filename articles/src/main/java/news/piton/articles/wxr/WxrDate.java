package news.piton.articles.wxr;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A moment as WordPress keeps it, twice and not always: in GMT and by the clock of the site. Drafts often have only the
 * local one, and {@code 0000-00-00 00:00:00} stands for none.
 */
public record WxrDate(
        @Nullable LocalDateTime gmt,
        @Nullable LocalDateTime local,
        @Nullable Instant feed) {
    private static final DateTimeFormatter RFC_1123 = DateTimeFormatter.RFC_1123_DATE_TIME;

    /** @param feed the RSS element {@code pubDate}, the last resort; empty when there is none */
    static WxrDate of(String gmt, String local, String feed) {
        return new WxrDate(time(gmt), time(local), feedTime(feed));
    }

    /**
     * The moment; empty when the file has no usable date.
     *
     * @param zone the site's, for dates that are known by its clock only; the export does not name it
     */
    public Optional<Instant> instant(ZoneId zone) {
        if (gmt != null) {
            return Optional.of(gmt.toInstant(ZoneOffset.UTC));
        }
        return local != null ? Optional.of(local.atZone(zone).toInstant()) : Optional.ofNullable(feed);
    }

    private static @Nullable LocalDateTime time(String text) {
        try {
            LocalDateTime time = LocalDateTime.parse(text.strip().replace(' ', 'T'));
            return time.getYear() < 1 ? null : time;
        } catch (DateTimeException none) {
            return null; // 0000-00-00, nothing at all, or a day that no calendar has
        }
    }

    private static @Nullable Instant feedTime(String text) {
        try {
            return Instant.from(RFC_1123.parse(text.strip()));
        } catch (DateTimeException none) {
            return null; // WordPress writes "Mon, 30 Nov -0001" for what was never published
        }
    }
}
