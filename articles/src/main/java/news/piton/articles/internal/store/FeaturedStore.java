package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_FEATURED;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import news.piton.core.database.Database;

/** Which articles are featured, and since when. Whoever writes has locked the article, or is making it. */
public final class FeaturedStore {
    private final Database database;

    public FeaturedStore(Database database) {
        this.database = database;
    }

    /** From that time on; an article that is featured already is so from then on. */
    public void begin(long article, Instant at) {
        database.sql()
                .insertInto(ARTICLES_FEATURED)
                .set(ARTICLES_FEATURED.ARTICLE_ID, article)
                .set(ARTICLES_FEATURED.FEATURED_AT, at)
                .onDuplicateKeyUpdate()
                .set(ARTICLES_FEATURED.FEATURED_AT, at)
                .execute();
    }

    /** @return whether it was featured */
    public boolean end(long article) {
        return database.sql()
                        .deleteFrom(ARTICLES_FEATURED)
                        .where(ARTICLES_FEATURED.ARTICLE_ID.eq(article))
                        .execute()
                > 0;
    }

    /** Since when those of these articles are that are featured. */
    public Map<Long, Instant> since(Collection<Long> articles) {
        return database.sql()
                .select(ARTICLES_FEATURED.ARTICLE_ID, ARTICLES_FEATURED.FEATURED_AT)
                .from(ARTICLES_FEATURED)
                .where(ARTICLES_FEATURED.ARTICLE_ID.in(articles))
                .fetchMap(ARTICLES_FEATURED.ARTICLE_ID, ARTICLES_FEATURED.FEATURED_AT);
    }
}
