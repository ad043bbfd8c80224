package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_OLD_SLUG;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import news.piton.articles.internal.article.Slug;
import news.piton.core.database.Database;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What sections, tags and authors were called in addresses before. Writes are in the caller's transaction. */
public final class OldSlugs {
    private final Database database;

    public OldSlugs(Database database) {
        this.database = database;
    }

    /** What has slugs that may change. */
    public enum Kind {
        SECTION,
        TAG,
        AUTHOR,
        /** What addresses of an imported site called an author; leads readers, and names nobody in a byline. */
        LOGIN,
        /** What addresses of an imported site called a tag; leads readers, and is no name that stands for it. */
        TERM
    }

    /** Lets a slug lead to an entry from now on, wherever it has led before. */
    public void lead(Kind kind, Slug slug, long entry) {
        var t = ARTICLES_OLD_SLUG;
        database.sql()
                .insertInto(t)
                .set(t.KIND, kind.name())
                .set(t.SLUG, slug.text())
                .set(t.ENTRY_ID, entry)
                .onDuplicateKeyUpdate()
                .set(t.ENTRY_ID, entry)
                .execute();
    }

    /** Lets slugs lead to entries, but for those that lead somewhere already. */
    public void keep(Kind kind, SortedMap<String, Long> slugs) {
        var t = ARTICLES_OLD_SLUG;
        if (!slugs.isEmpty()) {
            database.sql()
                    .insertInto(t, t.KIND, t.SLUG, t.ENTRY_ID)
                    .valuesOfRows(slugs.entrySet().stream()
                            .map(one -> DSL.row(kind.name(), one.getKey(), one.getValue()))
                            .toList())
                    .onDuplicateKeyIgnore()
                    .execute();
        }
    }

    /** Lets all slugs that led to one entry lead to another. */
    public void redirect(Kind kind, long from, long into) {
        var t = ARTICLES_OLD_SLUG;
        database.sql()
                .update(t)
                .set(t.ENTRY_ID, into)
                .where(t.KIND.eq(kind.name()))
                .and(t.ENTRY_ID.eq(from))
                .execute();
    }

    public OptionalLong find(Kind kind, String slug) {
        Long entry = find(kind, List.of(slug)).get(slug);
        return entry == null ? OptionalLong.empty() : OptionalLong.of(entry);
    }

    /** Where a slug leads, as part of a statement. */
    static Field<Long> entry(Kind kind, Field<String> slug) {
        var t = ARTICLES_OLD_SLUG;
        return DSL.field(DSL.select(t.ENTRY_ID)
                .from(t)
                .where(t.KIND.eq(DSL.inline(kind.name())))
                .and(t.SLUG.eq(slug)));
    }

    /** Where these slugs lead. */
    Map<String, Long> find(Kind kind, Collection<String> slugs) {
        var t = ARTICLES_OLD_SLUG;
        return database.sql()
                .select(t.SLUG, t.ENTRY_ID)
                .from(t)
                .where(t.KIND.eq(kind.name()))
                .and(t.SLUG.in(slugs))
                .fetchMap(t.SLUG, t.ENTRY_ID);
    }
}
