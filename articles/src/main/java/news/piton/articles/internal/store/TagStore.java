package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAG;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAGGING;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAG_MERGE;

import java.util.List;
import java.util.Optional;
import news.piton.articles.TagView;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.article.TagName;
import news.piton.core.database.Database;
import news.piton.core.page.Connection;
import news.piton.core.page.Cursor;
import news.piton.core.page.PageRequest;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Looks after tags. Writes are in the caller's transaction. */
public final class TagStore {
    private static final int AT_ONCE = 5_000;

    private final Database database;

    public TagStore(Database database) {
        this.database = database;
    }

    /** The tag, locked until the transaction ends. */
    public Optional<TagView> lock(long id) {
        return database.sql()
                .select(ARTICLES_TAG.ID, ARTICLES_TAG.SLUG, ARTICLES_TAG.NAME, ARTICLES_TAG.VERSION)
                .from(ARTICLES_TAG)
                .where(ARTICLES_TAG.ID.eq(id))
                .forUpdate()
                .fetchOptional(row -> new TagView(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /**
     * Newest first, by the ids, which are in the order of time.
     *
     * @param beginning what the slug begins with; null for all
     */
    public Connection<TagView> page(PageRequest request, @Nullable Slug beginning) {
        var t = ARTICLES_TAG;
        Condition named = beginning == null ? DSL.noCondition() : t.SLUG.startsWith(beginning.text());
        Cursor place = request.cursor();
        Condition behind = place == null
                ? DSL.noCondition()
                : request.backward() ? t.ID.gt(place.key(0, 1)) : t.ID.lt(place.key(0, 1));
        List<TagView> rows = database.sql()
                .select(t.ID, t.SLUG, t.NAME, t.VERSION)
                .from(t)
                .where(named)
                .and(behind)
                .orderBy(request.backward() ? t.ID.asc() : t.ID.desc())
                .limit(request.size() + 1)
                .fetch(row -> new TagView(row.value1(), row.value2(), row.value3(), row.value4()));
        return Connection.of(
                rows, request, tag -> Cursor.of(tag.id()), () -> database.sql().fetchCount(t, named));
    }

    /** Lets search find the tag's articles by its new name. */
    public void markRenamed(long id) {
        SearchFeed.markTagged(database, id);
    }

    /** @return false when another tag has the slug */
    public boolean change(long id, TagName name, Slug slug) {
        var t = ARTICLES_TAG;
        return Duplicates.unless(() -> database.sql()
                .update(t)
                .set(t.NAME, name.text())
                .set(t.SLUG, slug.text())
                .set(t.VERSION, t.VERSION.plus(1))
                .where(t.ID.eq(id))
                .execute());
    }

    /**
     * Gives some thousand of a tag's articles to another tag, each once.
     *
     * @return whether none is left
     */
    public boolean moveSome(long from, long into) {
        var link = ARTICLES_TAGGING;
        List<Long> some = database.sql()
                .select(link.ARTICLE_ID)
                .from(link)
                .where(link.TAG_ID.eq(from))
                .limit(AT_ONCE)
                .forUpdate()
                .fetch(link.ARTICLE_ID);
        move(some, from, into);
        return some.size() < AT_ONCE;
    }

    /** Drops a tag that no article carries any more, and lets what was to become part of it become part of the other one. */
    public void drop(long from, long into) {
        var merge = ARTICLES_TAG_MERGE;
        database.sql()
                .update(merge)
                .set(merge.INTO_ID, into)
                .where(merge.INTO_ID.eq(from))
                .execute();
        database.sql().deleteFrom(ARTICLES_TAG).where(ARTICLES_TAG.ID.eq(from)).execute();
        database.sql()
                .update(ARTICLES_TAG)
                .set(ARTICLES_TAG.VERSION, ARTICLES_TAG.VERSION.plus(1))
                .where(ARTICLES_TAG.ID.eq(into))
                .execute();
    }

    /** A tag that is becoming part of another one. */
    public record Merge(long from, long into) {}

    /** Notes that the rest of a tag's articles is to be moved. */
    public void keep(Merge merge) {
        var t = ARTICLES_TAG_MERGE;
        database.sql()
                .insertInto(t)
                .set(t.FROM_ID, merge.from)
                .set(t.INTO_ID, merge.into)
                .onDuplicateKeyUpdate()
                .set(t.INTO_ID, merge.into)
                .execute();
    }

    /** What this tag is becoming part of; empty for most. */
    public Optional<Merge> merging(long from) {
        return merge(ARTICLES_TAG_MERGE.FROM_ID.eq(from));
    }

    /** One of those that are not done. */
    public Optional<Merge> unfinished() {
        return merge(DSL.noCondition());
    }

    private Optional<Merge> merge(Condition which) {
        var t = ARTICLES_TAG_MERGE;
        return database.sql()
                .select(t.FROM_ID, t.INTO_ID)
                .from(t)
                .where(which)
                .orderBy(t.FROM_ID)
                .limit(1)
                .fetchOptional(row -> new Merge(row.value1(), row.value2()));
    }

    private void move(List<Long> articles, long from, long into) {
        if (articles.isEmpty()) {
            return;
        }
        SearchFeed.mark(database, articles);
        var link = ARTICLES_TAGGING;
        var both = link.as("twin");
        List<Long> carryBoth = database.sql()
                .select(both.ARTICLE_ID)
                .from(both)
                .where(both.TAG_ID.eq(into))
                .and(inlined(both.ARTICLE_ID, articles))
                .fetch(both.ARTICLE_ID);
        if (!carryBoth.isEmpty()) {
            database.sql()
                    .deleteFrom(link)
                    .where(link.TAG_ID.eq(from))
                    .and(inlined(link.ARTICLE_ID, carryBoth))
                    .execute();
        }
        database.sql()
                .update(link)
                .set(link.TAG_ID, into)
                .where(link.TAG_ID.eq(from))
                .and(inlined(link.ARTICLE_ID, articles))
                .execute();
    }

    /** Numbers as they are: a statement cannot have thousands of parameters at a fair price. */
    private static Condition inlined(Field<Long> column, List<Long> ids) {
        return column.in(ids.stream().map(DSL::inline).toList());
    }
}
