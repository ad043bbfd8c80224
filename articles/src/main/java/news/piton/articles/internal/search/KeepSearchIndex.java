package news.piton.articles.internal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import news.piton.articles.internal.store.SearchFeed;
import news.piton.articles.internal.store.SearchFeed.Mark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets this node's index follow the database. Each search first takes in what was committed before it began, on whichever node:
 * one look at an index range of the newest changes. Transactions commit in another order than their changes are noted in, so a
 * look goes back half a minute; what took longer is found by the comparison of everything, newest first, at each start.
 */
public final class KeepSearchIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeepSearchIndex.class);
    private static final Duration LOOK_BACK = Duration.ofSeconds(30);
    private static final int AT_ONCE = 200;
    private static final int COMPARED_AT_ONCE = 1_000;
    /** What a crash may undo, and the next start does again. */
    private static final int UNCOMMITTED = 10_000;
    /** A small paper is compared by then; of a large one, the newest articles are. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SearchFeed feed;
    private final SearchIndex index;
    private final ReentrantLock looking = new ReentrantLock();
    private final Map<Long, Instant> taken = new HashMap<>();
    private final CountDownLatch compared = new CountDownLatch(1);
    private final Thread comparing;
    private volatile boolean stopping;
    private final AtomicLong looks = new AtomicLong();
    private Instant lastLook;
    private int uncommitted;

    /** Begins to compare in the background. */
    public KeepSearchIndex(SearchFeed feed, SearchIndex index) {
        this.feed = feed;
        this.index = index;
        this.lastLook = feed.now();
        this.comparing =
                Thread.ofPlatform().daemon().name("compare-search-index").start(this::compare);
    }

    /** Returns when what was committed before this call can be found. */
    void takeIn() {
        try {
            compared.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        long begun = looks.get();
        looking.lock();
        try {
            if (looks.get() == begun) { // else somebody has begun to look since this was called
                look();
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The search index cannot be written", unwritable);
        } finally {
            looking.unlock();
        }
    }

    private void look() throws IOException {
        looks.incrementAndGet();
        SearchFeed.Changes changes = feed.since(lastLook.minus(LOOK_BACK));
        List<Mark> fresh = changes.marks().stream()
                .filter(mark -> !mark.changedAt().equals(taken.get(mark.article())))
                .toList();
        if (!fresh.isEmpty()) {
            put(fresh);
            fresh.forEach(mark -> taken.put(mark.article(), mark.changedAt()));
        }
        lastLook = changes.at();
        taken.values().removeIf(lastLook.minus(LOOK_BACK)::isAfter);
    }

    private void put(Collection<Mark> marks) throws IOException {
        List<Mark> all = List.copyOf(marks);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            Map<Long, Instant> changed = all.subList(from, Math.min(all.size(), from + AT_ONCE)).stream()
                    .collect(Collectors.toMap(Mark::article, Mark::changedAt));
            index.put(feed.texts(changed.keySet()), changed);
        }
        index.refresh();
        uncommitted += all.size();
        if (uncommitted >= UNCOMMITTED) {
            uncommitted = 0;
            index.commit();
        }
    }

    private void compare() {
        long last = Long.MAX_VALUE;
        int put = 0;
        try {
            while (!stopping) {
                List<Mark> marks = feed.before(last, COMPARED_AT_ONCE);
                if (marks.isEmpty()) {
                    break;
                }
                last = marks.getLast().article();
                put += putUnknown(marks);
            }
            if (put >= COMPARED_AT_ONCE) {
                LOG.info("The search index has taken in {} articles", put);
            }
        } catch (IOException | RuntimeException failed) {
            if (!stopping) {
                LOG.error(
                        "The search index could not be compared with the articles; it will be at the next start",
                        failed);
            }
        } finally {
            compared.countDown();
        }
    }

    private int putUnknown(List<Mark> marks) throws IOException {
        looking.lock();
        try {
            List<Mark> unknown = index.unknown(marks);
            if (!unknown.isEmpty()) {
                put(unknown);
            }
            return unknown.size();
        } finally {
            looking.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        stopping = true;
        try {
            comparing.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        index.close();
    }
}
