package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_ARTICLE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_BODY;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_BYLINE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_IMAGE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_OLD_ADDRESS;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAGGING;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import news.piton.articles.ImageView;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.article.WebAddress;
import news.piton.articles.internal.body.Body;
import news.piton.core.database.Database;

/** Writes what belongs to an article: text, tags, byline, picture, old addresses. In the caller's transaction. */
public final class PartStore {
    private final Database database;
    private final Permalinks permalinks;
    private final ArticleColumns columns;

    public PartStore(Database database, Permalinks permalinks) {
        this.database = database;
        this.permalinks = permalinks;
        this.columns = new ArticleColumns(permalinks);
    }

    public Body body(long article) {
        return database.sql()
                .select(ARTICLES_BODY.HTML, ARTICLES_BODY.TEXT, ARTICLES_BODY.WORD_COUNT)
                .from(ARTICLES_BODY)
                .where(ARTICLES_BODY.ARTICLE_ID.eq(article))
                .fetchSingle(row -> new Body(row.value1(), row.value2(), row.value3()));
    }

    public void writeBody(long article, Body body) {
        UploadStore.use(database, body.html());
        database.sql()
                .insertInto(ARTICLES_BODY)
                .set(ARTICLES_BODY.ARTICLE_ID, article)
                .set(ARTICLES_BODY.HTML, body.html())
                .set(ARTICLES_BODY.TEXT, body.text())
                .set(ARTICLES_BODY.WORD_COUNT, body.wordCount())
                .onDuplicateKeyUpdate()
                .set(ARTICLES_BODY.HTML, body.html())
                .set(ARTICLES_BODY.TEXT, body.text())
                .set(ARTICLES_BODY.WORD_COUNT, body.wordCount())
                .execute();
    }

    public void tag(Article article, List<Long> tags) {
        var link = ARTICLES_TAGGING;
        database.sql().deleteFrom(link).where(link.ARTICLE_ID.eq(article.id())).execute();
        if (!tags.isEmpty()) {
            database.sql()
                    .insertInto(link)
                    .columns(link.fields())
                    .valuesOfRecords(Links.taggings(article, tags))
                    .execute();
        }
    }

    public void sign(Article article, List<Long> authors) {
        var link = ARTICLES_BYLINE;
        database.sql().deleteFrom(link).where(link.ARTICLE_ID.eq(article.id())).execute();
        if (!authors.isEmpty()) {
            database.sql()
                    .insertInto(link)
                    .columns(link.fields())
                    .valuesOfRecords(Links.bylines(article, authors))
                    .execute();
        }
    }

    /** The authors of an article, in the order of its byline. */
    public List<Long> authors(long article) {
        return database.sql()
                .select(ARTICLES_BYLINE.AUTHOR_ID)
                .from(ARTICLES_BYLINE)
                .where(ARTICLES_BYLINE.ARTICLE_ID.eq(article))
                .orderBy(ARTICLES_BYLINE.POSITION)
                .fetch(ARTICLES_BYLINE.AUTHOR_ID);
    }

    public Picture picture(long id) {
        var image = ARTICLES_IMAGE;
        return database.sql()
                .selectFrom(image)
                .where(image.ID.eq(id))
                .fetchSingle(row -> new Picture(
                        new WebAddress(permalinks.absolute(row.getUrl())),
                        row.getWidth(),
                        row.getHeight(),
                        row.getAlt(),
                        row.getCaption(),
                        row.getCredit()));
    }

    public void writePicture(long id, Picture picture) {
        String url = permalinks.stored(picture.url().uri());
        UploadStore.use(database, url);
        var image = ARTICLES_IMAGE;
        var row = database.sql().newRecord(image);
        row.setId(id);
        row.setUrl(url);
        row.setWidth(picture.width());
        row.setHeight(picture.height());
        row.setAlt(picture.alt());
        row.set(image.CAPTION, picture.caption());
        row.set(image.CREDIT, picture.credit());
        database.sql()
                .insertInto(image)
                .set(row)
                .onDuplicateKeyUpdate()
                .set(row)
                .execute();
    }

    public void dropPicture(long id) {
        database.sql()
                .deleteFrom(ARTICLES_IMAGE)
                .where(ARTICLES_IMAGE.ID.eq(id))
                .execute();
    }

    /** Pictures, by id, of articles that this sight may see. */
    public Map<Long, ImageView> pictures(Set<Long> ids, Sight sight, Instant now) {
        return database.sql()
                .select(ARTICLES_IMAGE.fields())
                .from(ARTICLES_IMAGE)
                .join(ARTICLES_ARTICLE)
                .on(ARTICLES_ARTICLE.IMAGE_ID.eq(ARTICLES_IMAGE.ID))
                .where(ARTICLES_IMAGE.ID.in(ids))
                .and(ArticleColumns.seen(sight, now))
                .fetchMap(ARTICLES_IMAGE.ID, row -> Objects.requireNonNull(columns.image(row)));
    }

    /** Lets the address that an article has had until now go on leading to it, whoever had that address before. */
    public void leaveAddress(String path, long article) {
        database.sql()
                .insertInto(ARTICLES_OLD_ADDRESS)
                .set(ARTICLES_OLD_ADDRESS.PATH, path)
                .set(ARTICLES_OLD_ADDRESS.ARTICLE_ID, article)
                .onDuplicateKeyUpdate()
                .set(ARTICLES_OLD_ADDRESS.ARTICLE_ID, article)
                .execute();
    }
}
