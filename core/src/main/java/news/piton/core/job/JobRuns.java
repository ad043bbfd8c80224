package news.piton.core.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job and how its runs on this node went. Safe for use by many threads. */
public final class JobRuns {
    private static final Logger LOG = LoggerFactory.getLogger(JobRuns.class);

    private final Job job;
    private final InstantSource clock;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicLong succeeded = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile boolean cutShort;
    private volatile Duration lastTook = Duration.ZERO;
    private volatile @Nullable Instant lastSuccess;
    private volatile @Nullable Instant lastFailure;

    JobRuns(Job job, InstantSource clock) {
        this.job = job;
        this.clock = clock;
    }

    public String name() {
        return job.name();
    }

    public Schedule schedule() {
        return job.schedule();
    }

    public boolean isRunning() {
        return running.get() > 0;
    }

    /** Since this node's start. */
    public long succeeded() {
        return succeeded.get();
    }

    /** Since this node's start. */
    public long failed() {
        return failed.get();
    }

    /** When it last ended well; empty if it has not on this node. */
    public Optional<Instant> lastSuccess() {
        return Optional.ofNullable(lastSuccess);
    }

    /** When it last ended with an exception; empty if it has not on this node. */
    public Optional<Instant> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    /** How long the last run on this node took; zero before the first has ended. */
    public Duration lastTook() {
        return lastTook;
    }

    /** Whether the last run was told to stop and so may have left something undone. */
    boolean cutShort() {
        return cutShort;
    }

    void run(Job.Stop stop) {
        Instant start = clock.instant();
        running.incrementAndGet();
        cutShort = false;
        try {
            job.work().run(() -> {
                boolean requested = stop.requested();
                cutShort |= requested;
                return requested;
            });
            succeeded.incrementAndGet();
            lastSuccess = clock.instant();
        } catch (RuntimeException | Error failure) {
            failed.incrementAndGet();
            lastFailure = clock.instant();
            LOG.error("Job {} failed; it runs again at its next time", name(), failure);
            throw failure;
        } finally {
            lastTook = Duration.between(start, clock.instant());
            LOG.debug("Job {} took {}", name(), lastTook);
            running.decrementAndGet();
        }
    }
}
