package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_ARTICLE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_EMBARGO;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import news.piton.core.database.Database;
import org.jspecify.annotations.Nullable;

/** Until when articles may not be published. Whoever reads in order to decide has locked the article, as whoever writes has. */
public final class EmbargoStore {
    private final Database database;

    public EmbargoStore(Database database) {
        this.database = database;
    }

    public Optional<Instant> end(long article) {
        return database.sql()
                .select(ARTICLES_EMBARGO.ENDS_AT)
                .from(ARTICLES_EMBARGO)
                .where(ARTICLES_EMBARGO.ARTICLE_ID.eq(article))
                .fetchOptional(ARTICLES_EMBARGO.ENDS_AT);
    }

    /** @param end null to lift it */
    public void set(long article, @Nullable Instant end) {
        if (end == null) {
            database.sql()
                    .deleteFrom(ARTICLES_EMBARGO)
                    .where(ARTICLES_EMBARGO.ARTICLE_ID.eq(article))
                    .execute();
            return;
        }
        database.sql()
                .insertInto(ARTICLES_EMBARGO)
                .set(ARTICLES_EMBARGO.ARTICLE_ID, article)
                .set(ARTICLES_EMBARGO.ENDS_AT, end)
                .onDuplicateKeyUpdate()
                .set(ARTICLES_EMBARGO.ENDS_AT, end)
                .execute();
    }

    /**
     * What is set for an article beside its publication.
     *
     * @param unpublishAt from when on readers cannot read it any more
     * @param embargoUntil until when nobody can publish it
     */
    public record Plans(
            @Nullable Instant unpublishAt, @Nullable Instant embargoUntil) {}

    public Map<Long, Plans> plans(Collection<Long> articles) {
        return database.sql()
                .select(ARTICLES_ARTICLE.ID, ARTICLES_ARTICLE.CLOSES_AT, ARTICLES_EMBARGO.ENDS_AT)
                .from(ARTICLES_ARTICLE)
                .leftJoin(ARTICLES_EMBARGO)
                .on(ARTICLES_EMBARGO.ARTICLE_ID.eq(ARTICLES_ARTICLE.ID))
                .where(ARTICLES_ARTICLE.ID.in(articles))
                .fetchMap(ARTICLES_ARTICLE.ID, row -> new Plans(row.value2(), row.value3()));
    }
}
