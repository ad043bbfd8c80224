package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_ARTICLE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_READS;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import news.piton.core.database.Database;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** How often articles were read, hour by hour. */
public final class ReadStore {
    private static final int BATCH = 500;

    private final Database database;
    private final InstantSource clock;

    public ReadStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds to an hour's counts, in one transaction; by article, so that two nodes do not lock each other out. */
    public void add(Map<Long, Integer> reads, Instant at) {
        List<Long> articles = reads.keySet().stream().sorted().toList();
        if (articles.isEmpty()) {
            return;
        }
        int hour = hour(at);
        database.inTransaction(() -> {
            for (int from = 0; from < articles.size(); from += BATCH) {
                List<Long> some = articles.subList(from, Math.min(articles.size(), from + BATCH));
                database.sql()
                        .insertInto(
                                ARTICLES_READS, ARTICLES_READS.HOUR, ARTICLES_READS.ARTICLE_ID, ARTICLES_READS.TIMES)
                        .valuesOfRows(some.stream()
                                .map(article -> DSL.row(hour, article, reads.get(article)))
                                .toList())
                        .onDuplicateKeyUpdate()
                        .set(
                                ARTICLES_READS.TIMES,
                                ARTICLES_READS.TIMES.plus(
                                        DSL.field("values({0})", Integer.class, ARTICLES_READS.TIMES)))
                        .execute();
            }
        });
    }

    /**
     * The published news, what is retracted aside, that was read most often since a time, the most read first, in one statement over the hours of
     * that span.
     *
     * @param sections where to look; none for everywhere
     */
    public List<Long> mostReadSince(Instant from, List<Long> sections, int most) {
        Condition here = sections.isEmpty() ? DSL.noCondition() : ARTICLES_ARTICLE.SECTION_ID.in(sections);
        return database.sql()
                .select(ARTICLES_READS.ARTICLE_ID)
                .from(ARTICLES_READS
                        .straightJoin(ARTICLES_ARTICLE)
                        .on(ARTICLES_ARTICLE.ID.eq(ARTICLES_READS.ARTICLE_ID)))
                .where(ARTICLES_READS.HOUR.gt(hour(from)))
                .and(ArticleColumns.open(clock.instant()))
                .and(ArticleColumns.news(ARTICLES_ARTICLE.SECTION_ID))
                .andNot(ArticleColumns.retracted(ARTICLES_ARTICLE.ID))
                .and(here)
                .groupBy(ARTICLES_READS.ARTICLE_ID)
                .orderBy(DSL.sum(ARTICLES_READS.TIMES).desc(), ARTICLES_READS.ARTICLE_ID.desc())
                .limit(most)
                .fetch(ARTICLES_READS.ARTICLE_ID);
    }

    /** @return how many counts were dropped, {@code most} at the most */
    public int dropBefore(Instant time, int most) {
        return database.sql()
                .deleteFrom(ARTICLES_READS)
                .where(ARTICLES_READS.HOUR.lt(hour(time)))
                .limit(most)
                .execute();
    }

    private static int hour(Instant time) {
        return (int) Math.floorDiv(time.getEpochSecond(), Duration.ofHours(1).toSeconds());
    }
}
