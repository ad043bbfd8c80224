package news.piton.articles.internal.counting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import news.piton.articles.internal.store.ArticleParts;
import news.piton.articles.internal.store.ArticleReads;
import news.piton.articles.internal.store.Sight;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.guard.ClientAddress;
import news.piton.core.guard.Guard;
import news.piton.core.guard.RateLimit;
import news.piton.core.id.GlobalId;
import news.piton.core.job.Tally;

/**
 * Takes word from a reader's page that it is being read. Whoever wants an article to look popular is held back by how much one
 * address may say; many readers may share one, so the limits are wide. The addresses are in this node's memory for as long as
 * the limits need them, and nowhere else.
 */
public final class CountRead {
    private static final RateLimit PER_CLIENT = new RateLimit("articles.reads-client", 120, Duration.ofMinutes(10));
    /** How often one article counts for one address. */
    private static final int SAME = 5;

    private static final Duration SAME_WITHIN = Duration.ofMinutes(30);
    /** A few megabytes; beyond it the addresses that have been silent longest are forgotten. */
    private static final int MOST_REMEMBERED = 50_000;

    private final Database database;
    private final Guard guard;
    private final ArticleReads articles;
    private final Tally<Long> reads;
    private final Cache<Reader, AtomicInteger> readers;

    public CountRead(Database database, Guard guard, InstantSource clock, ArticleReads articles, Tally<Long> reads) {
        this.database = database;
        this.guard = guard;
        this.articles = articles;
        this.reads = reads;
        this.readers = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfterWrite(SAME_WITHIN)
                .build();
    }

    private record Reader(ClientAddress address, long article) {}

    /** @param counted false when this address has said so often enough of this article */
    public record Counted(boolean counted) {}

    /**
     * Counts one read of a published article.
     *
     * @return NOT_FOUND when readers see no such article
     * @throws news.piton.core.fault.Fault RATE_LIMITED when this client says too much
     */
    public Outcome<Counted> count(String articleId, ClientAddress client) {
        guard.spend(PER_CLIENT, client.text());
        OptionalLong id = GlobalId.number("Article", articleId);
        if (id.isEmpty() || !isPublished(id.getAsLong())) {
            return Outcome.refused(UserError.at("id", "NOT_FOUND", "There is no published article with this id."));
        }
        AtomicInteger times = readers.get(new Reader(client, id.getAsLong()), fresh -> new AtomicInteger());
        boolean counts = times.get() < SAME;
        if (counts) {
            database.afterCommit(() -> {
                times.incrementAndGet();
                reads.add(id.getAsLong());
            });
        }
        return Outcome.done(new Counted(counts));
    }

    /** What waits to be written down was looked up some seconds ago. */
    private boolean isPublished(long id) {
        return reads.waits(id)
                || articles.byId(id, ArticleParts.FEWEST, Sight.READER).isPresent();
    }
}
