package news.piton.sharing.internal.visits;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import news.piton.core.job.Job;
import news.piton.sharing.internal.linking.Channel;
import news.piton.sharing.internal.store.VisitStore;
import news.piton.sharing.internal.store.VisitStore.Link;

/**
 * Counts visits without making anybody wait: they add up in memory and one statement writes them down every few seconds, and
 * when the server stops. A crash loses some seconds of counting; a failed statement loses nothing.
 */
public final class CountVisits implements Job.Work, AutoCloseable {
    public static final Duration PAUSE = Duration.ofSeconds(15);

    private final VisitStore store;
    private final Map<Link, Integer> waiting = new ConcurrentHashMap<>();

    public CountVisits(VisitStore store) {
        this.store = store;
    }

    /**
     * Counts one visit, if it is a person's.
     *
     * @param userAgent what the client calls itself; empty when it does not
     * @param purpose why it asks (header Sec-Purpose); empty when it does not say
     */
    public void visited(long articleId, Channel channel, String userAgent, String purpose) {
        if (Readers.isOne(userAgent, purpose)) {
            waiting.merge(new Link(articleId, channel.name()), 1, Integer::sum);
        }
    }

    /** Writes down what has come together. */
    @Override
    public void run(Job.Stop stop) {
        write();
    }

    @Override
    public void close() {
        write();
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
