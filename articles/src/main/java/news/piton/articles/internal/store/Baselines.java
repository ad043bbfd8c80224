package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_ARTICLE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_BYLINE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_IMAGE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_REVISION;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAG;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAGGING;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.piton.articles.RevisionAction;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.article.WebAddress;
import news.piton.articles.internal.revising.Revision;
import news.piton.core.database.Database;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The one revision of articles of which nothing was saved since they came in, as imports leave them: it is made of the
 * article's own row and has its number, and is written down only when the article first changes.
 */
final class Baselines {
    private final Database database;
    private final Permalinks permalinks;

    Baselines(Database database, Permalinks permalinks) {
        this.database = database;
        this.permalinks = permalinks;
    }

    /** By article; those that have revisions are left out. Three statements, and none for no articles. */
    Map<Long, Revision> of(Collection<Long> articles) {
        if (articles.isEmpty()) {
            return Map.of();
        }
        var article = ARTICLES_ARTICLE;
        List<Record> rows = database.sql()
                .select(article.fields())
                .select(ARTICLES_IMAGE.fields())
                .from(article)
                .leftJoin(ARTICLES_IMAGE)
                .on(ARTICLES_IMAGE.ID.eq(article.IMAGE_ID))
                .where(article.ID.in(articles))
                .and(DSL.notExists(
                        DSL.selectOne().from(ARTICLES_REVISION).where(ARTICLES_REVISION.ARTICLE_ID.eq(article.ID))))
                .fetch();
        if (rows.isEmpty()) {
            return Map.of();
        }
        List<Long> untold = rows.stream().map(row -> row.get(article.ID)).toList();
        Map<Long, List<String>> tags = tags(untold);
        Map<Long, List<Long>> authors = authors(untold);
        Map<Long, Revision> baselines = new HashMap<>();
        rows.forEach(row -> {
            long id = row.get(article.ID);
            baselines.put(id, baseline(row, tags.getOrDefault(id, List.of()), authors.getOrDefault(id, List.of())));
        });
        return baselines;
    }

    private Revision baseline(Record row, List<String> tags, List<Long> authors) {
        var article = ARTICLES_ARTICLE;
        long id = row.get(article.ID);
        return new Revision(
                id,
                id,
                row.get(article.VERSION),
                RevisionAction.WRITTEN,
                false,
                row.get(article.UPDATED_AT),
                null,
                null,
                null,
                row.get(article.SLUG),
                row.get(article.HEADLINE),
                row.get(article.STANDFIRST),
                row.get(article.SECTION_ID),
                row.get(article.SOURCE_ID),
                tags,
                authors,
                picture(row),
                id);
    }

    private @Nullable Picture picture(Record row) {
        var image = ARTICLES_IMAGE;
        return row.get(image.ID) == null
                ? null
                : new Picture(
                        new WebAddress(permalinks.absolute(row.get(image.URL))),
                        row.get(image.WIDTH),
                        row.get(image.HEIGHT),
                        row.get(image.ALT),
                        row.get(image.CAPTION),
                        row.get(image.CREDIT));
    }

    private Map<Long, List<String>> tags(List<Long> articles) {
        return database.sql()
                .select(ARTICLES_TAGGING.ARTICLE_ID, ARTICLES_TAG.NAME)
                .from(ARTICLES_TAGGING)
                .join(ARTICLES_TAG)
                .on(ARTICLES_TAG.ID.eq(ARTICLES_TAGGING.TAG_ID))
                .where(ARTICLES_TAGGING.ARTICLE_ID.in(articles))
                .orderBy(ARTICLES_TAGGING.ARTICLE_ID, ARTICLES_TAGGING.POSITION)
                .fetchGroups(ARTICLES_TAGGING.ARTICLE_ID, ARTICLES_TAG.NAME);
    }

    private Map<Long, List<Long>> authors(List<Long> articles) {
        return database.sql()
                .select(ARTICLES_BYLINE.ARTICLE_ID, ARTICLES_BYLINE.AUTHOR_ID)
                .from(ARTICLES_BYLINE)
                .where(ARTICLES_BYLINE.ARTICLE_ID.in(articles))
                .orderBy(ARTICLES_BYLINE.ARTICLE_ID, ARTICLES_BYLINE.POSITION)
                .fetchGroups(ARTICLES_BYLINE.ARTICLE_ID, ARTICLES_BYLINE.AUTHOR_ID);
    }
}
