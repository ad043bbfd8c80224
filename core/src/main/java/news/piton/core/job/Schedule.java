package news.piton.core.job;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/** When a job runs. */
public sealed interface Schedule {

    /** Again that long after the last run ended. */
    record Every(Duration pause) implements Schedule {}

    /** Once a day by the clock on the wall of that zone, daylight saving included. */
    record Daily(LocalTime time, ZoneId zone) implements Schedule {}
}
