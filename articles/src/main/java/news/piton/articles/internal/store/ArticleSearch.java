package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_ARTICLE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_SEARCH;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.search.SearchWords;
import news.piton.core.database.Database;
import news.piton.core.page.Connection;
import news.piton.core.page.Cursor;
import news.piton.core.page.PageRequest;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Finds published articles by their words, best first: by InnoDB's relevance, then the newest. */
public final class ArticleSearch {
    private static final Field<Long> ID = DSL.field(DSL.name("hit", "id"), Long.class);
    private static final Field<Long> SCORE = DSL.field(DSL.name("hit", "score"), Long.class);

    private final Database database;
    private final InstantSource clock;
    private final ArticleColumns columns;

    public ArticleSearch(Database database, InstantSource clock, Permalinks permalinks) {
        this.database = database;
        this.clock = clock;
        this.columns = new ArticleColumns(permalinks);
    }

    /** @param score relevance in millionths, as a whole number so that it can be a cursor's key */
    private record Hit(ReadArticle article, long score) {}

    /** @param words as {@link SearchWords#asked} makes them; none find nothing */
    public Connection<ReadArticle> find(List<String> words, PageRequest page, ArticleParts wanted) {
        if (words.isEmpty()) {
            return Connection.empty();
        }
        Instant now = clock.instant();
        String expression = SearchWords.expression(words);
        List<SelectField<?>> selected = new ArrayList<>(ArticleColumns.of(wanted));
        selected.add(SCORE);
        List<Hit> hits = ArticleColumns.joined(
                        database.sql()
                                .select(selected)
                                .from(hits(expression, page, now))
                                .join(ARTICLES_ARTICLE)
                                .on(ARTICLES_ARTICLE.ID.eq(ID)),
                        wanted)
                .orderBy(page.backward() ? SCORE.asc() : SCORE.desc(), page.backward() ? ID.asc() : ID.desc())
                .fetch(row -> new Hit(columns.read(row, wanted, now), row.get(SCORE)));
        return Connection.of(
                        hits,
                        page,
                        hit -> Cursor.of(hit.score, hit.article.view().id()),
                        () -> count(expression, now))
                .map(Hit::article);
    }

    private static Table<?> hits(String expression, PageRequest page, Instant now) {
        Field<Long> score = DSL.field(
                "cast(round(match ({0}) against ({1} in boolean mode) * 1000000) as signed)",
                Long.class, ARTICLES_SEARCH.WORDS, DSL.val(expression));
        return DSL.select(ARTICLES_ARTICLE.ID.as("id"), score.as("score"))
                .from(ARTICLES_SEARCH)
                .join(ARTICLES_ARTICLE)
                .on(ARTICLES_ARTICLE.ID.eq(ARTICLES_SEARCH.ARTICLE_ID))
                .where(matches(expression))
                .and(ArticleColumns.open(now))
                .and(behind(page, score))
                .orderBy(
                        page.backward()
                                ? DSL.field("score").asc()
                                : DSL.field("score").desc(),
                        page.backward() ? ARTICLES_ARTICLE.ID.asc() : ARTICLES_ARTICLE.ID.desc())
                .limit(page.size() + 1)
                .asTable("hit");
    }

    private int count(String expression, Instant now) {
        return database.sql()
                .fetchCount(
                        ARTICLES_SEARCH.join(ARTICLES_ARTICLE).on(ARTICLES_ARTICLE.ID.eq(ARTICLES_SEARCH.ARTICLE_ID)),
                        matches(expression).and(ArticleColumns.open(now)));
    }

    private static Condition matches(String expression) {
        return DSL.condition("match ({0}) against ({1} in boolean mode)", ARTICLES_SEARCH.WORDS, DSL.val(expression));
    }

    private static Condition behind(PageRequest page, Field<Long> score) {
        Cursor cursor = page.cursor();
        if (cursor == null) {
            return DSL.noCondition();
        }
        long value = cursor.key(0, 2);
        long id = cursor.key(1, 2);
        return page.backward()
                ? score.gt(value).or(score.eq(value).and(ARTICLES_ARTICLE.ID.gt(id)))
                : score.lt(value).or(score.eq(value).and(ARTICLES_ARTICLE.ID.lt(id)));
    }
}
