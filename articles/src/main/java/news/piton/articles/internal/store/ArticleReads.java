package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_ARTICLE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_AUTHOR;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_BODY;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_BYLINE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_OLD_ADDRESS;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAG;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAGGING;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import news.piton.articles.ArticleView;
import news.piton.articles.AuthorView;
import news.piton.articles.TagView;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.body.Body;
import news.piton.core.database.Database;
import news.piton.core.database.PreparedSelect;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Reads articles by what names them. Each method is one statement unless it says otherwise. */
public final class ArticleReads {
    private final Database database;
    private final PreparedSelect<Shape> articles;
    private final PreparedSelect<Integer> tags;
    private final PreparedSelect<Integer> authors;
    private final InstantSource clock;
    private final Permalinks permalinks;
    private final ArticleColumns columns;

    public ArticleReads(Database database, InstantSource clock, Permalinks permalinks) {
        this.database = database;
        this.articles = database.prepared();
        this.tags = database.prepared();
        this.authors = database.prepared();
        this.clock = clock;
        this.permalinks = permalinks;
        this.columns = new ArticleColumns(permalinks);
    }

    public Map<Long, ArticleView> byIds(Set<Long> ids, Sight sight) {
        Map<Long, ArticleView> found = new HashMap<>();
        if (!ids.isEmpty()) {
            read(
                            By.IDS,
                            ARTICLES_ARTICLE.ID.in(PreparedSelect.ids(ids)),
                            PreparedSelect.valuesOf(ids),
                            ArticleParts.VIEW,
                            sight)
                    .forEach(article -> found.put(article.view().id(), article.view()));
        }
        return found;
    }

    /** Those of some articles that readers may see, with more of them than their views show. */
    public Map<Long, ReadArticle> published(Set<Long> ids, ArticleParts wanted) {
        Map<Long, ReadArticle> found = new HashMap<>();
        if (!ids.isEmpty()) {
            read(
                            By.IDS,
                            ARTICLES_ARTICLE.ID.in(PreparedSelect.ids(ids)),
                            PreparedSelect.valuesOf(ids),
                            wanted,
                            Sight.READER)
                    .forEach(article -> found.put(article.view().id(), article));
        }
        return found;
    }

    public Optional<ReadArticle> byId(long id, ArticleParts wanted, Sight sight) {
        return one(By.ID, ARTICLES_ARTICLE.ID.eq(DSL.param("id", id)), Map.of("id", id), wanted, sight);
    }

    public Optional<ReadArticle> bySlug(String slug, ArticleParts wanted, Sight sight) {
        return one(By.SLUG, ARTICLES_ARTICLE.SLUG.eq(DSL.param("slug", slug)), Map.of("slug", slug), wanted, sight);
    }

    /**
     * By today's permalink, or else by an earlier address, which takes a second statement. The address that an article had as
     * a draft goes on leading to it; so does a permalink with another day, which an earlier time zone or date of publication
     * may have made, unless it has been another article's.
     */
    public Optional<ReadArticle> byPath(String address, ArticleParts wanted, Sight sight) {
        String path = Permalinks.normalised(address);
        if (path == null) {
            return Optional.empty();
        }
        OptionalLong draft = Permalinks.draft(path);
        if (draft.isPresent()) {
            return byId(draft.getAsLong(), wanted, sight);
        }
        Condition moved = ARTICLES_ARTICLE.ID.in(DSL.select(ARTICLES_OLD_ADDRESS.ARTICLE_ID)
                .from(ARTICLES_OLD_ADDRESS)
                .where(ARTICLES_OLD_ADDRESS.PATH.eq(DSL.param("path", path))));
        Optional<ReadArticle> named = bySlug(path.substring(path.lastIndexOf('/') + 1), wanted, sight);
        return named.filter(article -> permalinks
                        .path(
                                article.view().id(),
                                article.view().slug(),
                                article.view().publishedAt())
                        .equals(path))
                .or(() -> one(By.OLD_PATH, moved, Map.of("path", path), wanted, sight))
                .or(() -> named.filter(article -> Permalinks.dated(path) && !isOld(path)));
    }

    /** Whether an article has had this address, be it one that this caller may not see. */
    private boolean isOld(String path) {
        return database.sql().fetchExists(ARTICLES_OLD_ADDRESS, ARTICLES_OLD_ADDRESS.PATH.eq(path));
    }

    private enum By {
        ID,
        IDS,
        SLUG,
        OLD_PATH
    }

    private record Shape(By by, int values, ArticleParts wanted, Sight sight) {}

    private Optional<ReadArticle> one(By by, Condition which, Map<String, ?> values, ArticleParts wanted, Sight sight) {
        return read(by, which, values, wanted, sight).stream().findFirst();
    }

    private List<ReadArticle> read(By by, Condition which, Map<String, ?> values, ArticleParts wanted, Sight sight) {
        Instant now = clock.instant();
        Map<String, Object> all = new HashMap<>(values);
        all.put("now", now);
        return articles.fetch(
                        new Shape(by, values.size(), wanted, sight),
                        () -> ArticleColumns.joined(
                                        DSL.select(ArticleColumns.of(wanted)).from(ARTICLES_ARTICLE), wanted)
                                .where(which)
                                .and(ArticleColumns.seen(sight, PreparedSelect.time("now"))),
                        all)
                .map(row -> columns.read(row, wanted, now));
    }

    /** From inclusive, to exclusive, newest first; published news that is not retracted. */
    public List<ArticleView> newsBetween(Instant from, Instant to, int most) {
        Instant now = clock.instant();
        return ArticleColumns.joined(
                        database.sql()
                                .select(ArticleColumns.of(ArticleParts.VIEW))
                                .from(ARTICLES_ARTICLE),
                        ArticleParts.VIEW)
                .where(ArticleColumns.open(now))
                .and(ARTICLES_ARTICLE.LISTED_AT.ge(from))
                .and(ARTICLES_ARTICLE.LISTED_AT.lt(to))
                .and(ArticleColumns.news(ARTICLES_ARTICLE.SECTION_ID))
                .andNot(ArticleColumns.retracted(ARTICLES_ARTICLE.ID))
                .orderBy(ARTICLES_ARTICLE.LISTED_AT.desc(), ARTICLES_ARTICLE.ID.desc())
                .limit(most)
                .fetch(row -> columns.view(row, now));
    }

    /** How the texts of published articles begin, at least {@code length} characters where they have them. */
    public Map<Long, String> openings(Set<Long> ids, int length) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database.sql()
                .select(ARTICLES_BODY.ARTICLE_ID, DSL.left(ARTICLES_BODY.TEXT, length))
                .from(ARTICLES_BODY)
                .join(ARTICLES_ARTICLE)
                .on(ARTICLES_ARTICLE.ID.eq(ARTICLES_BODY.ARTICLE_ID))
                .where(ARTICLES_BODY.ARTICLE_ID.in(ids))
                .and(ArticleColumns.open(clock.instant()))
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    public Map<Long, Body> bodies(Collection<Long> articles) {
        return database.sql()
                .select(ARTICLES_BODY.ARTICLE_ID, ARTICLES_BODY.HTML, ARTICLES_BODY.TEXT, ARTICLES_BODY.WORD_COUNT)
                .from(ARTICLES_BODY)
                .where(ARTICLES_BODY.ARTICLE_ID.in(articles))
                .fetchMap(ARTICLES_BODY.ARTICLE_ID, row -> new Body(row.value2(), row.value3(), row.value4()));
    }

    public Map<Long, List<TagView>> tags(Collection<Long> articles) {
        return tags.fetch(
                        articles.size(),
                        () -> DSL.select(
                                        ARTICLES_TAGGING.ARTICLE_ID,
                                        ARTICLES_TAG.ID,
                                        ARTICLES_TAG.SLUG,
                                        ARTICLES_TAG.NAME,
                                        ARTICLES_TAG.VERSION)
                                .from(ARTICLES_TAGGING)
                                .join(ARTICLES_TAG)
                                .on(ARTICLES_TAG.ID.eq(ARTICLES_TAGGING.TAG_ID))
                                .where(ARTICLES_TAGGING.ARTICLE_ID.in(PreparedSelect.ids(articles)))
                                .orderBy(ARTICLES_TAGGING.ARTICLE_ID, ARTICLES_TAGGING.POSITION),
                        PreparedSelect.valuesOf(articles))
                .intoGroups(
                        ARTICLES_TAGGING.ARTICLE_ID,
                        row -> new TagView(
                                row.get(ARTICLES_TAG.ID),
                                row.get(ARTICLES_TAG.SLUG),
                                row.get(ARTICLES_TAG.NAME),
                                row.get(ARTICLES_TAG.VERSION)));
    }

    public Map<Long, List<AuthorView>> authors(Collection<Long> articles) {
        return authors.fetch(
                        articles.size(),
                        () -> DSL.select(
                                        ARTICLES_BYLINE.ARTICLE_ID,
                                        ARTICLES_AUTHOR.ID,
                                        ARTICLES_AUTHOR.SLUG,
                                        ARTICLES_AUTHOR.NAME,
                                        ARTICLES_AUTHOR.BIO,
                                        ARTICLES_AUTHOR.VERSION)
                                .from(ARTICLES_BYLINE)
                                .join(ARTICLES_AUTHOR)
                                .on(ARTICLES_AUTHOR.ID.eq(ARTICLES_BYLINE.AUTHOR_ID))
                                .where(ARTICLES_BYLINE.ARTICLE_ID.in(PreparedSelect.ids(articles)))
                                .orderBy(ARTICLES_BYLINE.ARTICLE_ID, ARTICLES_BYLINE.POSITION),
                        PreparedSelect.valuesOf(articles))
                .intoGroups(
                        ARTICLES_BYLINE.ARTICLE_ID,
                        row -> new AuthorView(
                                row.get(ARTICLES_AUTHOR.ID),
                                row.get(ARTICLES_AUTHOR.SLUG),
                                row.get(ARTICLES_AUTHOR.NAME),
                                row.get(ARTICLES_AUTHOR.BIO),
                                row.get(ARTICLES_AUTHOR.VERSION)));
    }
}
