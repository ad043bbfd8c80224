package news.piton.articles.internal.counting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import news.piton.articles.internal.store.ReadStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads add up in memory, and one statement writes them down every few seconds and when the server stops. A crash loses some
 * seconds of counting; a failed statement loses nothing. Each node writes down its own, so that a job, which runs on one, would
 * not do.
 */
public final class Reads implements AutoCloseable {
    /** Reads wait no longer than that. */
    public static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Reads.class);

    private final InstantSource clock;
    private final ReadStore store;
    /** When that was last begun, in milliseconds since the epoch. */
    private final AtomicLong written;

    private final Map<Long, Integer> waiting = new ConcurrentHashMap<>();
    /** For the reads that no other one follows. */
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("count-reads").factory());

    public Reads(InstantSource clock, ReadStore store) {
        this.clock = clock;
        this.store = store;
        this.written = new AtomicLong(clock.millis());
        timer.scheduleWithFixedDelay(this::tryToWrite, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether reads of this article wait to be written down. */
    boolean waits(long article) {
        return waiting.containsKey(article);
    }

    void add(long article) {
        waiting.merge(article, 1, Integer::sum);
        long last = written.get();
        long now = clock.millis();
        if (now - last >= PAUSE.toMillis() && written.compareAndSet(last, now)) {
            tryToWrite();
        }
    }

    @Override
    public void close() {
        timer.close();
        write();
    }

    void tryToWrite() {
        try {
            write();
        } catch (RuntimeException unwritten) {
            LOG.warn("Reads could not be written down; they wait for the next time.", unwritten);
        }
    }

    private void write() {
        Instant now = clock.instant();
        Map<Long, Integer> taken = new HashMap<>();
        for (Long article : Set.copyOf(waiting.keySet())) {
            Integer times = waiting.remove(article);
            if (times != null) {
                taken.put(article, times);
            }
        }
        try {
            store.add(taken, now);
        } catch (RuntimeException unwritten) {
            taken.forEach((article, times) -> waiting.merge(article, times, Integer::sum));
            throw unwritten;
        }
    }
}
