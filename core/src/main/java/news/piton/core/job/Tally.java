package news.piton.core.job;

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
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what happens too often to be written down each time: the counts add up in memory, and are written down together every
 * few seconds and when the server stops. A crash loses some seconds of counting; a writing that failed loses nothing. Each node
 * writes down its own: what waits in its memory no other can know of, so a {@link Job}, which runs on one, would not do.
 *
 * @param <K> what is counted apart
 */
public final class Tally<K> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tally.class);

    private final String name;
    private final Duration pause;
    private final InstantSource clock;
    private final Consumer<Map<K, Integer>> store;
    /** When writing was last begun, in milliseconds since the epoch. */
    private final AtomicLong written;

    private final Map<K, Integer> waiting = new ConcurrentHashMap<>();
    /** For the counts that no other one follows. */
    private final ScheduledExecutorService timer;

    /**
     * @param name what is counted, in the plural, for logs and the thread
     * @param pause counts wait no longer than that
     * @param store writes down what was added up, all of it or, when it throws, none
     */
    public Tally(String name, Duration pause, InstantSource clock, Consumer<Map<K, Integer>> store) {
        this.name = name;
        this.pause = pause;
        this.clock = clock;
        this.store = store;
        this.written = new AtomicLong(clock.millis());
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("count-" + name).factory());
        timer.scheduleWithFixedDelay(this::tryToWrite, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Counts one; never fails. */
    public void add(K counted) {
        waiting.merge(counted, 1, Integer::sum);
        long last = written.get();
        long now = clock.millis();
        if (now - last >= pause.toMillis() && written.compareAndSet(last, now)) {
            tryToWrite();
        }
    }

    /** Whether some of these wait to be written down. */
    public boolean waits(K counted) {
        return waiting.containsKey(counted);
    }

    /** Writes down what waits, before it is its time; what cannot be written goes on waiting. */
    public void tryToWrite() {
        try {
            write();
        } catch (RuntimeException unwritten) {
            LOG.warn("The {} could not be written down; they wait for the next time.", name, unwritten);
        }
    }

    @Override
    public void close() {
        timer.close();
        write();
    }

    private void write() {
        Map<K, Integer> taken = new HashMap<>();
        for (K counted : Set.copyOf(waiting.keySet())) {
            Integer times = waiting.remove(counted);
            if (times != null) {
                taken.put(counted, times);
            }
        }
        if (taken.isEmpty()) {
            return;
        }
        try {
            store.accept(taken);
        } catch (RuntimeException unwritten) {
            taken.forEach((counted, times) -> waiting.merge(counted, times, Integer::sum));
            throw unwritten;
        }
    }
}
