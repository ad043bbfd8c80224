package news.piton.articles.internal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import news.piton.articles.internal.store.SearchFeed;
import news.piton.articles.internal.store.SearchFeed.Mark;
import org.apache.lucene.document.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets this node's index follow the database. Each search first takes in what was committed before it began, on whichever node:
 * one look at an index range of the newest changes; of more than {@value #MOST_AT_A_LOOK}, such as those of an author's new name,
 * the newest, and the next searches more. Transactions commit in another order than their changes are noted in, so a
 * look goes back half a minute; what took longer is found by the comparison of everything, newest first, at each start.
 */
public final class KeepSearchIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeepSearchIndex.class);
    private static final Duration LOOK_BACK = Duration.ofSeconds(30);
    private static final int AT_ONCE = 200;
    private static final int COMPARED_AT_ONCE = 1_000;
    /** Some seconds' work, which a search waits for. */
    private static final int MOST_AT_A_LOOK = 5_000;
    /** What a crash may undo, and the next start does again. */
    private static final int UNCOMMITTED = 10_000;
    /** How long the first searches wait, all of them together. A small paper is compared by then; of a large one, the newest are. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SearchFeed feed;
    private final SearchIndex index;
    private final ReentrantLock looking = new ReentrantLock();
    private final Map<Long, Instant> taken = new HashMap<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    /** Done when everything is compared, or the patience is over. */
    private final CompletableFuture<Boolean> waitedFor = new CompletableFuture<>();
    /** What looks have taken in while everything is compared: they know it as it is, and the comparison as it was. */
    private final Set<Long> ahead = new HashSet<>();

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
        if (asked.compareAndSet(false, true)) {
            waitedFor.completeOnTimeout(true, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
        waitedFor.join();
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
                .sorted(Comparator.comparing(Mark::changedAt).reversed())
                .limit(MOST_AT_A_LOOK)
                .toList();
        if (!fresh.isEmpty()) {
            for (List<Mark> piece : pieces(fresh)) {
                put(documents(piece));
            }
            index.refresh();
            for (Mark mark : fresh) {
                taken.put(mark.article(), mark.changedAt());
                if (comparing.isAlive()) {
                    ahead.add(mark.article());
                }
            }
        }
        if (fresh.size() == MOST_AT_A_LOOK) {
            return; // the next look begins where this one did
        }
        lastLook = changes.at();
        taken.values().removeIf(lastLook.minus(LOOK_BACK)::isAfter);
    }

    private static List<List<Mark>> pieces(List<Mark> marks) {
        return marks.stream().gather(Gatherers.windowFixed(AT_ONCE)).toList();
    }

    private Map<Long, Document> documents(List<Mark> marks) {
        Map<Long, Instant> changed = marks.stream().collect(Collectors.toMap(Mark::article, Mark::changedAt));
        return SearchIndex.documents(feed.texts(changed.keySet()), changed);
    }

    private void put(Map<Long, Document> documents) throws IOException {
        index.put(documents);
        uncommitted += documents.size();
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
                for (List<Mark> piece : pieces(index.unknown(marks))) {
                    put += piece.size();
                    putUnlessAhead(documents(piece));
                }
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
            waitedFor.complete(true);
        }
    }

    /** Searches wait for this, and not for what makes the documents. */
    private void putUnlessAhead(Map<Long, Document> documents) throws IOException {
        looking.lock();
        try {
            documents.keySet().removeAll(ahead);
            put(documents);
            index.refresh();
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
