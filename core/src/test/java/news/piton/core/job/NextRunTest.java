package news.piton.core.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextRunTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void a_daily_job_follows_the_clock_on_the_wall_into_summer_time() {
        assertEquals(
                List.of(at("2026-03-07T11:00:00Z"), at("2026-03-08T10:00:00Z"), at("2026-03-09T10:00:00Z")),
                runs(LocalTime.of(6, 0), at("2026-03-07T00:00:00Z"), 3));
    }

    @Test
    void a_daily_job_follows_the_clock_on_the_wall_out_of_summer_time() {
        assertEquals(
                List.of(at("2026-10-31T10:00:00Z"), at("2026-11-01T11:00:00Z"), at("2026-11-02T11:00:00Z")),
                runs(LocalTime.of(6, 0), at("2026-10-31T00:00:00Z"), 3));
    }

    @Test
    void a_daily_job_runs_on_the_day_that_does_not_have_its_hour() {
        assertEquals(
                List.of(at("2026-03-07T07:30:00Z"), at("2026-03-08T07:30:00Z"), at("2026-03-09T06:30:00Z")),
                runs(LocalTime.of(2, 30), at("2026-03-07T00:00:00Z"), 3));
    }

    @Test
    void a_daily_job_runs_once_on_the_day_that_has_its_hour_twice() {
        assertEquals(
                List.of(at("2026-10-31T05:30:00Z"), at("2026-11-01T05:30:00Z"), at("2026-11-02T06:30:00Z")),
                runs(LocalTime.of(1, 30), at("2026-10-31T00:00:00Z"), 3));
    }

    @Test
    void a_repeating_job_rests_after_each_run() {
        NextRun next = new NextRun(runs(new Schedule.Every(Duration.ofMinutes(5)), stop -> {}));
        Instant done = at("2026-03-07T00:00:07Z");
        assertEquals(done.plusSeconds(300), next.getNextExecutionTime(ended(done)));
    }

    @Test
    void a_job_that_was_told_to_stop_is_made_up_for_at_once() {
        JobRuns job = runs(new Schedule.Daily(LocalTime.NOON, NEW_YORK), Job.Stop::requested);
        Instant done = at("2026-03-07T17:00:07Z");
        job.run(() -> true);
        assertEquals(done, new NextRun(job).getNextExecutionTime(ended(done)));
        job.run(() -> false);
        assertEquals(at("2026-03-08T16:00:00Z"), new NextRun(job).getNextExecutionTime(ended(done)));
    }

    private static List<Instant> runs(LocalTime time, Instant from, int count) {
        NextRun next = new NextRun(runs(new Schedule.Daily(time, NEW_YORK), stop -> {}));
        List<Instant> runs = new ArrayList<>();
        runs.add(next.getInitialExecutionTime(from));
        while (runs.size() < count) {
            runs.add(next.getNextExecutionTime(ended(runs.getLast().plusSeconds(3))));
        }
        return runs;
    }

    private static JobRuns runs(Schedule schedule, Job.Work work) {
        return new JobRuns(new Job("tower.ring", schedule, work), InstantSource.system());
    }

    private static ExecutionComplete ended(Instant at) {
        return ExecutionComplete.simulatedSuccess(at);
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
