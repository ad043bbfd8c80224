package news.piton.core.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs every {@link Job} when its time has come, on one node at a time. A node that dies is found out by its silence within
 * a minute, and another one runs what it was running again.
 */
public final class Jobs {
    private static final int AT_ONCE = 8;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int MISSED_HEARTBEATS = 4;

    private final DataSource source;
    private final InstantSource clock;
    private final Map<String, JobRuns> runs = new LinkedHashMap<>();
    private @Nullable Scheduler scheduler;
    private volatile boolean stopping;

    /**
     * @param source where the table {@code core_job} is
     * @param clock tells when a job's time has come
     * @throws IllegalStateException when two jobs have the same name
     */
    public Jobs(DataSource source, InstantSource clock, List<Job> jobs) {
        this.source = source;
        this.clock = clock;
        for (Job job : jobs) {
            if (runs.putIfAbsent(job.name(), new JobRuns(job, clock)) != null) {
                throw new IllegalStateException("Two jobs are called " + job.name() + ". Rename one.");
            }
        }
    }

    /** Begins to run jobs. One that is new here runs at once if it repeats, or at its next time of day. */
    public void start() {
        scheduler = scheduler(Duration.ofSeconds(20));
        scheduler.start();
    }

    /**
     * Asks the running jobs to stop and waits for them; after 20 s they are interrupted. What was asked to stop runs again
     * as soon as some node can.
     */
    public void stop() {
        stopping = true;
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    /** Runs a job on this thread, whatever its schedule says, and throws what it throws. */
    public void runNow(String name) {
        JobRuns job = runs.get(name);
        if (job == null) {
            throw new IllegalArgumentException(
                    "There is no job " + name + ". There are: " + String.join(", ", runs.keySet()));
        }
        job.run(() -> stopping);
    }

    /** How each job is doing on this node, by the order of their registration. */
    public List<JobRuns> runs() {
        return List.copyOf(runs.values());
    }

    private Scheduler scheduler(Duration longestStop) {
        List<RecurringTask<Void>> tasks = new ArrayList<>();
        runs.values().forEach(job -> tasks.add(task(job)));
        return Scheduler.create(source)
                .startTasks(tasks)
                .tableName("core_job")
                .clock(clock::instant)
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .threads(AT_ONCE)
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("job-", 1).factory()))
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .alwaysPersistTimestampInUTC()
                .failureLogging(LogLevel.OFF, false)
                .shutdownMaxWait(longestStop)
                .build();
    }

    private RecurringTask<Void> task(JobRuns job) {
        return Tasks.recurring(job.name(), new NextRun(job))
                .execute((instance, context) ->
                        job.run(() -> stopping || context.getSchedulerState().isShuttingDown()));
    }
}
