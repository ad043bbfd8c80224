package news.piton.core.outbox;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The dispatcher at work in the background: one line of deliveries per subscriber, each a virtual thread while it lasts. */
final class Lines {
    private static final Logger LOG = LoggerFactory.getLogger(Lines.class);
    private static final Duration REST = Duration.ofSeconds(1);

    private final Dispatcher dispatcher;
    private final Wakeup wakeup = new Wakeup();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("outbox-", 1).factory());
    private @Nullable Thread loop;
    private volatile boolean stopping;
    private boolean failing;

    Lines(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    Wakeup wakeup() {
        return wakeup;
    }

    void start() {
        loop = Thread.ofVirtual().name("outbox").start(this::run);
    }

    void stop(Duration longest) {
        stopping = true;
        wakeup.call();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(longest.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.warn("Event handlers are still running after {}: {}. They are left behind.", longest, busy);
                workers.shutdownNow();
            }
            if (loop != null) {
                loop.join(longest);
            }
        } catch (InterruptedException hurry) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopping) {
                startLines();
                wakeup.rest(REST);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void startLines() {
        try {
            for (String subscriber : dispatcher.due()) {
                if (!stopping && busy.add(subscriber)) {
                    workers.execute(() -> deliver(subscriber));
                }
            }
            failing = false;
        } catch (RuntimeException failure) {
            if (!stopping && !failing) {
                LOG.error("Events are not delivered at the moment", failure);
            }
            failing = true;
        }
    }

    private void deliver(String subscriber) {
        int attempts = 0;
        try {
            attempts = dispatcher.deliverDue(subscriber, () -> stopping);
        } catch (RuntimeException failure) {
            LOG.error("The deliveries to {} broke off", subscriber, failure);
        } finally {
            busy.remove(subscriber);
            if (attempts > 0) {
                wakeup.call(); // something may have come while the line was closing
            }
        }
    }
}
