package news.piton.sharing.internal.visits;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import news.piton.sharing.internal.linking.Channel;
import news.piton.sharing.internal.store.VisitStore;
import news.piton.sharing.internal.store.VisitStore.Link;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts visits at the cost of next to nothing: they add up in memory and one statement writes them down every
 * few seconds, and when the server stops. A crash loses some seconds of counting; a failed statement loses nothing. Each
 * node writes down its own: what waits in its memory no other can know of, so a job, which runs on one, would not do.
 */
public final class CountVisits implements AutoCloseable {
    /** Visits wait no longer than that. */
    public static final Duration PAUSE = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(CountVisits.class);
    private final InstantSource clock;
    private final VisitStore store;
    /** When that was last begun, in milliseconds since the epoch. */
    private final AtomicLong written;
    /** For the visits that no other one follows. */
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("count-visits").factory());

    private final Map<Link, Integer> waiting = new ConcurrentHashMap<>();

    public CountVisits(InstantSource clock, VisitStore store) {
        this.clock = clock;
        this.store = store;
        this.written = new AtomicLong(clock.millis());
        timer.scheduleWithFixedDelay(this::tryToWrite, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Counts one visit, if it is a person's; never fails.
     *
     * @param userAgent what the client calls itself; empty when it does not
     * @param purpose why it asks (header Sec-Purpose); empty when it does not say
     */
    public void visited(long articleId, Channel channel, String userAgent, String purpose) {
        if (Readers.isOne(userAgent, purpose)) {
            waiting.merge(new Link(articleId, channel.name()), 1, Integer::sum);
            long last = written.get();
            long now = clock.millis();
            if (now - last >= PAUSE.toMillis() && written.compareAndSet(last, now)) {
                tryToWrite();
            }
        }
    }

    @Override
    public void close() {
        timer.close();
        write();
    }

    private void tryToWrite() {
        try {
            write();
        } catch (RuntimeException unwritten) {
            LOG.warn("Visits could not be written down; they wait for the next time.", unwritten);
        }
    }

    private void write() {
        Map<Link, Integer> taken = new HashMap<>();
        for (Link link : Set.copyOf(waiting.keySet())) {
            Integer visits = waiting.remove(link);
            if (visits != null) {
                taken.put(link, visits);
            }
        }
        if (taken.isEmpty()) {
            return;
        }
        try {
            store.add(taken);
        } catch (RuntimeException unwritten) {
            taken.forEach((link, visits) -> waiting.merge(link, visits, Integer::sum));
            throw unwritten;
        }
    }
}
