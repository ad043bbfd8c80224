package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_ARTICLE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_AUTHOR;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_OLD_ADDRESS;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_OLD_SLUG;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_PENDING;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_RENDITION;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_SECTION;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAG;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_UPLOAD;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.piton.articles.internal.article.State;
import news.piton.articles.internal.media.ImageFormat;
import news.piton.articles.internal.media.MediaAddress;
import news.piton.core.database.Database;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads what the check-list of an article asks about the rest of the paper. Each method is one statement. */
public final class CheckReads {
    private static final Field<String> OLD_PATH = DSL.field(DSL.name("old_path"), String.class);

    private static final List<String> KINDS =
            Stream.of(OldSlugs.Kind.values()).map(Enum::name).toList();

    private final Database database;

    public CheckReads(Database database) {
        this.database = database;
    }

    /**
     * An article that an address may lead to.
     *
     * @param oldPath the earlier address that leads to it; null when it was found by what names it today
     */
    public record Target(
            long article,
            String slug,
            State.@Nullable Published open,
            @Nullable String oldPath) {

        /** Whether readers find it there at a moment. */
        public boolean openAt(Instant moment) {
            return open != null && open.open(moment);
        }
    }

    /** The articles of these slugs and ids, and those that were once found at these paths. */
    public List<Target> targets(Collection<String> slugs, Collection<Long> ids, Collection<String> paths) {
        var t = ARTICLES_ARTICLE;
        Select<Record> today =
                columns(DSL.inline((String) null), t.SLUG.in(slugs).or(t.ID.in(ids)), false);
        Select<Record> before = columns(ARTICLES_OLD_ADDRESS.PATH, ARTICLES_OLD_ADDRESS.PATH.in(paths), true);
        return database.sql().fetch(today.unionAll(before)).map(CheckReads::target);
    }

    private static Select<Record> columns(Field<String> path, Condition which, boolean old) {
        var t = ARTICLES_ARTICLE;
        var from = DSL.select(List.of(t.ID, t.SLUG, t.STATE, t.PUBLISHED_AT, t.CLOSES_AT, path.as(OLD_PATH)))
                .from(old ? ARTICLES_OLD_ADDRESS.join(t).on(t.ID.eq(ARTICLES_OLD_ADDRESS.ARTICLE_ID)) : t);
        return from.where(which);
    }

    private static Target target(Record row) {
        var t = ARTICLES_ARTICLE;
        Instant publishedAt = row.get(t.PUBLISHED_AT);
        boolean published = row.get(t.STATE).equals("PUBLISHED");
        return new Target(
                row.get(t.ID),
                row.get(t.SLUG),
                published ? new State.Published(publishedAt, null, row.get(t.CLOSES_AT)) : null,
                row.get(OLD_PATH));
    }

    /** A page that lists the articles of a section, a tag or an author. */
    public record Listing(OldSlugs.Kind kind, String slug) {}

    /** Those of these that there are, by what they are called in addresses today or were before. */
    public Set<Listing> listings(Collection<Listing> asked) {
        Set<String> slugs = asked.stream().map(Listing::slug).collect(Collectors.toSet());
        var old = ARTICLES_OLD_SLUG;
        return database
                .sql()
                .fetch(named(OldSlugs.Kind.SECTION, ARTICLES_SECTION, ARTICLES_SECTION.SLUG, slugs)
                        .unionAll(named(OldSlugs.Kind.TAG, ARTICLES_TAG, ARTICLES_TAG.SLUG, slugs))
                        .unionAll(named(OldSlugs.Kind.AUTHOR, ARTICLES_AUTHOR, ARTICLES_AUTHOR.SLUG, slugs))
                        .unionAll(DSL.select(old.KIND, old.SLUG)
                                .from(old)
                                .where(old.KIND.in(KINDS))
                                .and(old.SLUG.in(slugs))))
                .stream()
                .map(row -> new Listing(leading(OldSlugs.Kind.valueOf(row.value1())), row.value2()))
                .collect(Collectors.toSet());
    }

    private static Select<Record2<String, String>> named(
            OldSlugs.Kind kind, Table<?> table, Field<String> slug, Set<String> slugs) {
        return DSL.select(DSL.inline(kind.name()), slug).from(table).where(slug.in(slugs));
    }

    private static OldSlugs.Kind leading(OldSlugs.Kind kind) {
        return switch (kind) {
            case SECTION, TAG, AUTHOR -> kind;
            case TERM -> OldSlugs.Kind.TAG;
            case LOGIN -> OldSlugs.Kind.AUTHOR;
        };
    }

    /** All files of the uploaded images of these names. */
    public Set<MediaAddress> files(Collection<String> names) {
        return database
                .sql()
                .select(ARTICLES_UPLOAD.NAME, ARTICLES_UPLOAD.FORMAT, ARTICLES_RENDITION.WIDTH)
                .from(ARTICLES_UPLOAD)
                .join(ARTICLES_RENDITION)
                .on(ARTICLES_RENDITION.UPLOAD_ID.eq(ARTICLES_UPLOAD.ID))
                .where(ARTICLES_UPLOAD.NAME.in(names))
                .fetch(row -> new MediaAddress(row.value1(), row.value3(), ImageFormat.valueOf(row.value2())))
                .stream()
                .collect(Collectors.toSet());
    }

    /** Those of these articles of which a revision waits for approval. */
    public Set<Long> waiting(Collection<Long> articles) {
        return database.sql()
                .select(ARTICLES_PENDING.ARTICLE_ID)
                .from(ARTICLES_PENDING)
                .where(ARTICLES_PENDING.ARTICLE_ID.in(articles))
                .fetchSet(ARTICLES_PENDING.ARTICLE_ID);
    }

    /** Those of these articles whose section shows readers no other one. */
    public Set<Long> alone(Collection<Long> articles, Instant now) {
        var t = ARTICLES_ARTICLE;
        var other = ARTICLES_ARTICLE.as("other");
        return database.sql()
                .select(t.ID)
                .from(t)
                .where(t.ID.in(articles))
                .andNotExists(DSL.selectOne()
                        .from(other)
                        .where(other.SECTION_ID.eq(t.SECTION_ID))
                        .and(other.ID.ne(t.ID))
                        .and(ArticleColumns.open(other.STATE, other.LISTED_AT, other.CLOSES_AT, now)))
                .fetchSet(t.ID);
    }
}
