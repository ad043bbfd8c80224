package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_AUTHOR;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_SECTION;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_SOURCE;

import java.util.OptionalInt;
import java.util.OptionalLong;
import news.piton.articles.SourceKind;
import news.piton.articles.internal.article.Change;
import news.piton.articles.internal.article.Slug;
import news.piton.articles.internal.article.WebAddress;
import news.piton.core.database.Database;
import news.piton.core.id.Ids;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Writes sections, authors and sources, in the caller's transaction. Adding comes back empty, and changing with false, when
 * a unique name is taken.
 */
public final class CatalogueWrites {
    private final Database database;
    private final Ids ids;
    private final SectionTree sections;

    public CatalogueWrites(Database database, Ids ids, SectionTree sections) {
        this.database = database;
        this.ids = ids;
        this.sections = sections;
    }

    /** @param position null to put it behind all others */
    public OptionalLong addSection(Slug slug, String name, @Nullable Integer position) {
        var t = ARTICLES_SECTION;
        var row = database.sql().newRecord(t);
        row.setId(ids.next());
        row.setSlug(slug.text());
        row.setName(name);
        row.setPosition(position == null ? last() + 1 : position);
        row.setVersion(1);
        database.afterCommit(sections::forget);
        return added(row, row.getId());
    }

    private int last() {
        var t = ARTICLES_SECTION;
        Integer last =
                database.sql().select(DSL.max(t.POSITION)).from(t).fetchSingle().value1();
        return last == null ? -1 : last;
    }

    public OptionalLong addAuthor(Slug slug, String name, @Nullable String bio) {
        var row = database.sql().newRecord(ARTICLES_AUTHOR);
        row.setId(ids.next());
        row.setSlug(slug.text());
        row.setName(name);
        row.set(ARTICLES_AUTHOR.BIO, bio);
        row.setVersion(1);
        return added(row, row.getId());
    }

    public OptionalLong addSource(String name, SourceKind kind, @Nullable WebAddress url) {
        var row = database.sql().newRecord(ARTICLES_SOURCE);
        row.setId(ids.next());
        row.setName(name);
        row.setKind(kind.name());
        row.set(ARTICLES_SOURCE.URL, url == null ? null : url.uri().toString());
        row.setVersion(1);
        return added(row, row.getId());
    }

    private static OptionalLong added(UpdatableRecord<?> row, long id) {
        return Duplicates.unless(row::insert) ? OptionalLong.of(id) : OptionalLong.empty();
    }

    /** Locks a section and tells its version; empty when there is none. */
    public OptionalInt lockSection(long id) {
        return lock(ARTICLES_SECTION, ARTICLES_SECTION.ID, ARTICLES_SECTION.VERSION, id);
    }

    public OptionalInt lockAuthor(long id) {
        return lock(ARTICLES_AUTHOR, ARTICLES_AUTHOR.ID, ARTICLES_AUTHOR.VERSION, id);
    }

    public OptionalInt lockSource(long id) {
        return lock(ARTICLES_SOURCE, ARTICLES_SOURCE.ID, ARTICLES_SOURCE.VERSION, id);
    }

    private OptionalInt lock(Table<?> table, Field<Long> key, Field<Integer> version, long id) {
        return database.sql()
                .select(version)
                .from(table)
                .where(key.eq(id))
                .forUpdate()
                .fetchOptional(version)
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    public boolean changeSection(long id, Change<String> name, Change<Slug> slug, Change<Integer> position) {
        var t = ARTICLES_SECTION;
        var row = database.sql().newRecord(t);
        set(row, t.NAME, name);
        set(row, t.SLUG, slug.map(Slug::text));
        set(row, t.POSITION, position);
        database.afterCommit(sections::forget);
        return changed(t, row, t.ID, t.VERSION, id);
    }

    /** The section's parent; empty when it stands by itself. */
    public OptionalLong parent(long section) {
        var t = ARTICLES_SECTION;
        return database.sql().select(t.PARENT_ID).from(t).where(t.ID.eq(section)).fetchOptional(t.PARENT_ID).stream()
                .mapToLong(Long::longValue)
                .findAny();
    }

    /** How many stand below it, as of this moment, whatever the transaction has read before. */
    public int children(long section) {
        var t = ARTICLES_SECTION;
        return database.sql()
                .select(t.ID)
                .from(t)
                .where(t.PARENT_ID.eq(section))
                .forUpdate()
                .fetch()
                .size();
    }

    /** @param parent null to let it stand by itself */
    public void place(long section, @Nullable Long parent) {
        var t = ARTICLES_SECTION;
        database.afterCommit(sections::forget);
        database.sql()
                .update(t)
                .set(t.PARENT_ID, parent)
                .where(t.ID.eq(section))
                .execute();
    }

    public boolean changeAuthor(long id, Change<String> name, Change<Slug> slug, Change<String> bio) {
        var t = ARTICLES_AUTHOR;
        var row = database.sql().newRecord(t);
        set(row, t.NAME, name);
        set(row, t.SLUG, slug.map(Slug::text));
        set(row, t.BIO, bio);
        return changed(t, row, t.ID, t.VERSION, id);
    }

    /** Lets search find the author's articles by the new name. */
    public void markRenamed(long author) {
        SearchFeed.markBylined(database, author);
    }

    public boolean changeSource(long id, Change<String> name, Change<SourceKind> kind, Change<WebAddress> url) {
        var t = ARTICLES_SOURCE;
        var row = database.sql().newRecord(t);
        set(row, t.NAME, name);
        set(row, t.KIND, kind.map(SourceKind::name));
        set(row, t.URL, url.map(address -> address.uri().toString()));
        return changed(t, row, t.ID, t.VERSION, id);
    }

    private static <T> void set(Record row, Field<T> column, Change<T> change) {
        if (change.given()) {
            row.set(column, change.value());
        }
    }

    private boolean changed(Table<?> table, Record row, Field<Long> key, Field<Integer> version, long id) {
        return Duplicates.unless(() -> database.sql()
                .update(table)
                .set(version, version.plus(1))
                .set(row)
                .where(key.eq(id))
                .execute());
    }
}
