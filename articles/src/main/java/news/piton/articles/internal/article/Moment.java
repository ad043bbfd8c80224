package news.piton.articles.internal.article;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Now, as the newsroom's clocks show it. Everything is decided by instants; the zone is for telling people a time only.
 *
 * @param zone the newsroom's, never the machine's
 */
public record Moment(Instant now, ZoneId zone) {
    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm z", Locale.ENGLISH);
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss z", Locale.ENGLISH);

    /** A time for people, in the newsroom's zone and with its name, which tells the two passes of a repeated hour apart. */
    public String say(Instant time) {
        ZonedDateTime local = time.atZone(zone);
        return (local.getSecond() == 0 ? TO_THE_MINUTE : TO_THE_SECOND).format(local);
    }
}
