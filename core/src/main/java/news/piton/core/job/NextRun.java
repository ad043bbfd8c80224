package news.piton.core.job;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** A job's {@link Schedule} in the scheduler's terms: a run that was cut short is made up for at once. */
final class NextRun implements com.github.kagkarlsson.scheduler.task.schedule.Schedule {
    private final JobRuns job;
    private final com.github.kagkarlsson.scheduler.task.schedule.Schedule schedule;

    NextRun(JobRuns job) {
        this.job = job;
        this.schedule = switch (job.schedule()) {
            case Schedule.Every(Duration pause) -> Schedules.fixedDelay(pause);
            case Schedule.Daily(LocalTime time, ZoneId zone) -> Schedules.daily(zone, time);
        };
    }

    @Override
    public Instant getNextExecutionTime(ExecutionComplete run) {
        return job.cutShort() ? run.getTimeDone() : schedule.getNextExecutionTime(run);
    }

    @Override
    public Instant getInitialExecutionTime(Instant now) {
        return schedule.getInitialExecutionTime(now);
    }

    @Override
    public boolean isDeterministic() {
        return schedule.isDeterministic();
    }
}
