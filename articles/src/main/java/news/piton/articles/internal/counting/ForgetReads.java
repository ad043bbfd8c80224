package news.piton.articles.internal.counting;

import java.time.Duration;
import java.time.InstantSource;
import news.piton.articles.internal.store.ReadStore;
import news.piton.core.job.Job;

/** Drops the counts that "the last day" needs no more. */
public final class ForgetReads implements Job.Work {
    private static final Duration KEPT = Duration.ofHours(48);
    private static final int AT_ONCE = 10_000;

    private final InstantSource clock;
    private final ReadStore store;

    public ForgetReads(InstantSource clock, ReadStore store) {
        this.clock = clock;
        this.store = store;
    }

    @Override
    public void run(Job.Stop stop) {
        int dropped = AT_ONCE;
        while (dropped == AT_ONCE && !stop.requested()) {
            dropped = store.dropBefore(clock.instant().minus(KEPT), AT_ONCE);
        }
    }
}
