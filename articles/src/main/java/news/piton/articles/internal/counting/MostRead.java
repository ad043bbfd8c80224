package news.piton.articles.internal.counting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import news.piton.articles.ArticleView;
import news.piton.articles.internal.store.ArticleReads;
import news.piton.articles.internal.store.ReadStore;
import news.piton.articles.internal.store.SectionTree;
import news.piton.articles.internal.store.Sight;
import news.piton.core.job.Tally;
import org.jspecify.annotations.Nullable;

/** What was read most in the last day, counted at most once a minute; what has been unpublished or retracted since is left out at once. */
public final class MostRead {
    /** How many a client may ask for. */
    public static final int MOST = 50;

    private static final Duration SPAN = Duration.ofHours(24);
    private static final Duration COUNTED_EVERY = Duration.ofMinutes(1);
    /** What may be unpublished within that minute has others behind it. */
    private static final int SPARE = 10;

    private static final int SECTIONS = 200;

    private final InstantSource clock;
    private final Tally<Long> reads;
    private final ReadStore store;
    private final ArticleReads articles;
    private final SectionTree sections;
    /** By the sections that were looked at; none for the whole paper. */
    private final Cache<List<Long>, List<Long>> counted;

    public MostRead(
            InstantSource clock, Tally<Long> reads, ReadStore store, ArticleReads articles, SectionTree sections) {
        this.clock = clock;
        this.reads = reads;
        this.store = store;
        this.articles = articles;
        this.sections = sections;
        this.counted = Caffeine.newBuilder()
                .maximumSize(SECTIONS)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfterWrite(COUNTED_EVERY)
                .build();
    }

    /**
     * The most read first.
     *
     * @param section a section's slug, now or earlier, for what stands in it and its children; null for the whole paper
     * @param most 1 to {@value #MOST}
     */
    public List<ArticleView> of(@Nullable String section, int most) {
        List<Long> among = section == null ? List.of() : sections.ids(section);
        if (section != null && among.isEmpty()) {
            return List.of();
        }
        List<Long> ids = counted.get(among, this::count);
        Map<Long, ArticleView> found =
                articles.byIds(new LinkedHashSet<>(ids.subList(0, Math.min(ids.size(), most + SPARE))), Sight.READER);
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(ArticleView::tellable)
                .limit(most)
                .toList();
    }

    private List<Long> count(List<Long> among) {
        reads.tryToWrite(); // what this node knows counts at once
        return store.mostReadSince(clock.instant().minus(SPAN), among, MOST + SPARE);
    }
}
