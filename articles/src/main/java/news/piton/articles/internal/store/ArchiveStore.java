package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_ARTICLE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_AUTHOR;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_IMAGE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_OLD_ADDRESS;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_SECTION;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_SOURCE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAG;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.article.Picture;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.article.State;
import news.piton.articles.internal.article.TagName;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.store.generated.tables.records.ArticlesArticleRecord;
import news.piton.articles.internal.store.generated.tables.records.ArticlesBodyRecord;
import news.piton.articles.internal.store.generated.tables.records.ArticlesImageRecord;
import news.piton.core.database.Database;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Writes new articles many at a time, one round trip for each table, in the caller's transaction. */
public final class ArchiveStore {
    /** In one packet: a larger one fills half a region of a small heap, and sets the collector going each time. */
    private static final int TEXTS = 10;

    private final Database database;
    private final Permalinks permalinks;
    private final OldSlugs oldSlugs;

    public ArchiveStore(Database database, Permalinks permalinks) {
        this.database = database;
        this.permalinks = permalinks;
        this.oldSlugs = new OldSlugs(database);
    }

    /**
     * A new article with all that belongs to it.
     *
     * @param picture the article's {@code image} is its id
     * @param addresses normalised; those that lead somewhere already go on leading there
     */
    public record Whole(
            Article article,
            Body body,
            List<Long> tags,
            List<Long> authors,
            @Nullable Picture picture,
            List<String> addresses) {}

    /** What articles name by a slug, or a source by its name. */
    public enum Named {
        SECTION,
        TAG,
        AUTHOR,
        SOURCE
    }

    /** The ids of those that are called so, or else were before. What is called so stays until the transaction ends. */
    public Map<String, Long> ids(Named kind, Collection<String> names) {
        return switch (kind) {
            case SECTION -> ids(ARTICLES_SECTION.SLUG, ARTICLES_SECTION.ID, OldSlugs.Kind.SECTION, names);
            case TAG -> ids(ARTICLES_TAG.SLUG, ARTICLES_TAG.ID, OldSlugs.Kind.TAG, names);
            case AUTHOR -> ids(ARTICLES_AUTHOR.SLUG, ARTICLES_AUTHOR.ID, OldSlugs.Kind.AUTHOR, names);
            case SOURCE -> sources(names);
        };
    }

    /** One by one, since the column's collation decides what is the same name; there are few. */
    private Map<String, Long> sources(Collection<String> names) {
        Map<String, Long> found = new HashMap<>();
        for (String name : names) {
            database.sql()
                    .select(ARTICLES_SOURCE.ID)
                    .from(ARTICLES_SOURCE)
                    .where(ARTICLES_SOURCE.NAME.eq(name))
                    .fetchOptional(ARTICLES_SOURCE.ID)
                    .ifPresent(id -> found.put(name, id));
        }
        return found;
    }

    private Map<String, Long> ids(
            TableField<?, String> slug, TableField<?, Long> id, OldSlugs.Kind kind, Collection<String> slugs) {
        Map<String, Long> found = new HashMap<>(database.sql()
                .select(slug, id)
                .from(slug.getTable())
                .where(slug.in(slugs))
                .forShare()
                .fetchMap(slug, id));
        List<String> others =
                slugs.stream().filter(one -> !found.containsKey(one)).toList();
        if (!others.isEmpty()) {
            found.putAll(oldSlugs.find(kind, others));
        }
        return found;
    }

    /**
     * A tag whose name means it as well, whatever its slug.
     *
     * @return false when somebody has made a tag of that slug meanwhile
     */
    public boolean addTag(long id, Slug slug, TagName name) {
        boolean made = Duplicates.unless(() -> database.sql()
                .insertInto(ARTICLES_TAG)
                .set(ARTICLES_TAG.ID, id)
                .set(ARTICLES_TAG.SLUG, slug.text())
                .set(ARTICLES_TAG.NAME, name.text())
                .execute());
        if (made && !slug.equals(name.slug())) {
            oldSlugs.lead(OldSlugs.Kind.TAG, name.slug(), id);
        }
        return made;
    }

    /** @return false when another article has a slug of theirs; some of them may be written then, so take that back */
    public boolean write(List<Whole> articles) {
        insert(articles.stream()
                .filter(one -> one.picture != null)
                .map(one -> picture(Objects.requireNonNull(one.article.image()), Objects.requireNonNull(one.picture)))
                .toList());
        if (!Duplicates.unless(
                () -> insert(articles.stream().map(one -> row(one.article)).toList()))) {
            return false;
        }
        articles.forEach(one -> UploadStore.use(database, one.body.html()));
        for (int from = 0; from < articles.size(); from += TEXTS) {
            insert(articles.subList(from, Math.min(articles.size(), from + TEXTS)).stream()
                    .map(ArchiveStore::body)
                    .toList());
        }
        SearchFeed.mark(database, articles.stream().map(one -> one.article.id()).toList());
        insert(articles.stream()
                .flatMap(one -> Links.taggings(one.article, one.tags).stream())
                .toList());
        insert(articles.stream()
                .flatMap(one -> Links.bylines(one.article, one.authors).stream())
                .toList());
        keepAddresses(articles);
        return true;
    }

    /** One statement, sent once for all rows, which have the same columns. */
    private void insert(List<? extends TableRecord<?>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        TableRecord<?> first = rows.getFirst();
        List<Field<?>> columns =
                Stream.of(first.fields()).filter(first::touched).toList();
        database.sql()
                .batch(database.sql()
                        .insertInto(first.getTable())
                        .columns(columns)
                        .values(new @Nullable Object[columns.size()]))
                .bind(rows.stream()
                        .map(row -> columns.stream().map(row::get).toArray())
                        .toArray(Object[][]::new))
                .execute();
    }

    private ArticlesImageRecord picture(long id, Picture picture) {
        String url = permalinks.stored(picture.url().uri());
        UploadStore.use(database, url);
        var row = new ArticlesImageRecord();
        row.setId(id);
        row.setUrl(url);
        row.setWidth(picture.width());
        row.setHeight(picture.height());
        row.setAlt(picture.alt());
        row.set(ARTICLES_IMAGE.CAPTION, picture.caption());
        row.set(ARTICLES_IMAGE.CREDIT, picture.credit());
        return row;
    }

    private static ArticlesArticleRecord row(Article article) {
        var row = ArticleStore.row(article);
        row.setId(article.id());
        row.setCreatedAt(article.createdAt());
        Instant due = article.state() instanceof State.Published(Instant at, var before, Instant until)
                ? (at.isAfter(article.updatedAt()) ? at : until)
                : null;
        row.set(ARTICLES_ARTICLE.DUE_AT, due);
        return row;
    }

    private static ArticlesBodyRecord body(Whole one) {
        var row = new ArticlesBodyRecord();
        row.setArticleId(one.article.id());
        row.setHtml(one.body.html());
        row.setText(one.body.text());
        row.setWordCount(one.body.wordCount());
        return row;
    }

    private void keepAddresses(List<Whole> articles) {
        var t = ARTICLES_OLD_ADDRESS;
        var rows = articles.stream()
                .flatMap(one -> one.addresses.stream().map(path -> DSL.row(path, one.article.id())))
                .toList();
        if (!rows.isEmpty()) {
            database.sql()
                    .insertInto(t, t.PATH, t.ARTICLE_ID)
                    .valuesOfRows(rows)
                    .onDuplicateKeyIgnore()
                    .execute();
        }
    }
}
