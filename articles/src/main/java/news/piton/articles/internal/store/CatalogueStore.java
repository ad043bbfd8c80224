package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_ARTICLE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_AUTHOR;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_BYLINE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_SECTION;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_SOURCE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAG;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAGGING;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import news.piton.articles.AuthorView;
import news.piton.articles.SectionView;
import news.piton.articles.SourceKind;
import news.piton.articles.SourceView;
import news.piton.articles.TagView;
import news.piton.articles.internal.article.TagName;
import news.piton.core.database.Database;
import news.piton.core.id.GlobalId;
import news.piton.core.id.Ids;
import org.jooq.Condition;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** Sections, tags, authors and sources. */
public final class CatalogueStore {
    private final Database database;
    private final Ids ids;
    private final OldSlugs oldSlugs;

    public CatalogueStore(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
        this.oldSlugs = new OldSlugs(database);
    }

    public List<SectionView> sections() {
        return sections(DSL.noCondition());
    }

    public Map<Long, SectionView> sections(Set<Long> wanted) {
        return sections(ARTICLES_SECTION.ID.in(wanted)).stream()
                .collect(Collectors.toMap(SectionView::id, section -> section));
    }

    /** By its slug, or else by an earlier one, which takes more statements. So do tags and authors. */
    public Optional<SectionView> section(String slug) {
        return sections(ARTICLES_SECTION.SLUG.eq(slug)).stream()
                .findFirst()
                .or(() -> moved(OldSlugs.Kind.SECTION, slug, id -> sections(Set.of(id))));
    }

    private <V> Optional<V> moved(OldSlugs.Kind kind, String slug, LongFunction<Map<Long, V>> read) {
        OptionalLong id = oldSlugs.find(kind, slug);
        return id.isPresent() ? Optional.ofNullable(read.apply(id.getAsLong()).get(id.getAsLong())) : Optional.empty();
    }

    private List<SectionView> sections(Condition which) {
        var t = ARTICLES_SECTION;
        return database.sql()
                .select(t.ID, t.SLUG, t.NAME, t.VERSION)
                .from(t)
                .where(which)
                .orderBy(t.POSITION, t.NAME, t.ID)
                .fetch(row -> new SectionView(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** Tags that this sight may see: readers those that a published article carries. */
    public Map<Long, TagView> tags(Set<Long> wanted, Sight sight, Instant now) {
        return tags(ARTICLES_TAG.ID.in(wanted), sight, now).stream().collect(Collectors.toMap(TagView::id, tag -> tag));
    }

    public Map<Long, TagView> tags(Set<Long> wanted) {
        return tags(ARTICLES_TAG.ID.in(wanted), TagView::id);
    }

    public Optional<TagView> tag(String slug, Sight sight, Instant now) {
        return tags(ARTICLES_TAG.SLUG.eq(slug), sight, now).stream()
                .findFirst()
                .or(() -> moved(OldSlugs.Kind.TAG, slug, id -> tags(Set.of(id), sight, now)))
                .or(() -> moved(OldSlugs.Kind.TERM, slug, id -> tags(Set.of(id), sight, now)));
    }

    private List<TagView> tags(Condition which, Sight sight, Instant now) {
        var link = ARTICLES_TAGGING;
        Condition used = DSL.exists(DSL.selectOne()
                .from(link)
                .where(link.TAG_ID.eq(ARTICLES_TAG.ID))
                .and(ArticleColumns.open(link.STATE, link.LISTED_AT, link.CLOSES_AT, now)));
        return database.sql()
                .select(ARTICLES_TAG.ID, ARTICLES_TAG.SLUG, ARTICLES_TAG.NAME, ARTICLES_TAG.VERSION)
                .from(ARTICLES_TAG)
                .where(which)
                .and(sight == Sight.STAFF ? DSL.noCondition() : used)
                .fetch(row -> new TagView(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** The tags of these names, earlier ones too, in their order and each once; those that are new are made. */
    public List<Long> tagsNamed(Collection<TagName> names) {
        Map<String, Long> known = new HashMap<>();
        tagsNow(names).forEach((slug, tag) -> known.put(slug, tag.id()));
        return names.stream()
                .map(name -> known.computeIfAbsent(name.slug().text(), slug -> make(slug, name)))
                .distinct()
                .toList();
    }

    /** Each of these tags once and in their order, by the name that it has in the paper where it is, or was, known. */
    public List<TagName> spelled(Collection<TagName> names) {
        Map<String, TagView> known = tagsNow(names);
        Map<String, TagName> spelled = new LinkedHashMap<>();
        for (TagName name : names) {
            TagView tag = known.get(name.slug().text());
            spelled.putIfAbsent(
                    tag == null ? name.slug().text() : tag.slug(), tag == null ? name : TagName.stored(tag.name()));
        }
        return List.copyOf(spelled.values());
    }

    /** What tags of these names, or else of these earlier ones, are now: by the slugs of the names. */
    private Map<String, TagView> tagsNow(Collection<TagName> names) {
        Set<String> slugs = names.stream().map(name -> name.slug().text()).collect(Collectors.toSet());
        if (slugs.isEmpty()) {
            return Map.of();
        }
        Map<String, TagView> now = new HashMap<>(tags(ARTICLES_TAG.SLUG.in(slugs), TagView::slug));
        slugs.removeAll(now.keySet());
        Map<String, Long> moved = slugs.isEmpty() ? Map.of() : oldSlugs.find(OldSlugs.Kind.TAG, slugs);
        if (!moved.isEmpty()) {
            Map<Long, TagView> found = tags(ARTICLES_TAG.ID.in(moved.values()), TagView::id);
            moved.forEach((slug, id) -> now.computeIfAbsent(slug, old -> found.get(id)));
        }
        return now;
    }

    private <K> Map<K, TagView> tags(Condition which, Function<TagView, K> key) {
        var t = ARTICLES_TAG;
        return database
                .sql()
                .select(t.ID, t.SLUG, t.NAME, t.VERSION)
                .from(t)
                .where(which)
                .fetch(row -> new TagView(row.value1(), row.value2(), row.value3(), row.value4()))
                .stream()
                .collect(Collectors.toMap(key, tag -> tag));
    }

    private long make(String slug, TagName name) {
        var t = ARTICLES_TAG;
        long id = ids.next();
        boolean made = Duplicates.unless(() -> database.sql()
                .insertInto(t)
                .set(t.ID, id)
                .set(t.SLUG, slug)
                .set(t.NAME, name.text())
                .execute());
        return made
                ? id
                : Objects.requireNonNull(database.sql()
                        .select(t.ID)
                        .from(t)
                        .where(t.SLUG.eq(slug))
                        .forUpdate()
                        .fetchSingle(t.ID));
    }

    public List<AuthorView> authors() {
        return authors(DSL.noCondition());
    }

    public Map<Long, AuthorView> authors(Set<Long> wanted) {
        return authors(ARTICLES_AUTHOR.ID.in(wanted)).stream()
                .collect(Collectors.toMap(AuthorView::id, author -> author));
    }

    /** Authors that this sight may see: readers those under whose name something is published. */
    public Map<Long, AuthorView> authors(Set<Long> wanted, Sight sight, Instant now) {
        return authors(ARTICLES_AUTHOR.ID.in(wanted).and(known(sight, now))).stream()
                .collect(Collectors.toMap(AuthorView::id, author -> author));
    }

    public Optional<AuthorView> author(String slug, Sight sight, Instant now) {
        return authors(ARTICLES_AUTHOR.SLUG.eq(slug).and(known(sight, now))).stream()
                .findFirst()
                .or(() -> moved(OldSlugs.Kind.AUTHOR, slug, id -> authors(Set.of(id), sight, now)))
                .or(() -> moved(OldSlugs.Kind.LOGIN, slug, id -> authors(Set.of(id), sight, now)));
    }

    private static Condition known(Sight sight, Instant now) {
        var link = ARTICLES_BYLINE;
        return switch (sight) {
            case READER ->
                DSL.exists(DSL.selectOne()
                        .from(link)
                        .where(link.AUTHOR_ID.eq(ARTICLES_AUTHOR.ID))
                        .and(ArticleColumns.open(link.STATE, link.LISTED_AT, link.CLOSES_AT, now)));
            case STAFF -> DSL.noCondition();
        };
    }

    /**
     * The authors of these slugs or names, by what they were called. A slug comes before a name, and a name that several have
     * means nobody. One statement, which leaves it to the column's collation what is the same name.
     */
    public Map<String, Long> authorsCalled(Set<String> slugsOrNames) {
        var t = ARTICLES_AUTHOR;
        Map<String, Map<String, Long>> found = new HashMap<>();
        slugsOrNames.stream()
                .<Select<Record3<String, String, Long>>>map(called -> database.sql()
                        .select(DSL.val(called), t.SLUG, t.ID)
                        .from(t)
                        .where(t.SLUG.eq(called).or(t.NAME.eq(called))))
                .reduce(Select::unionAll)
                .ifPresent(all -> all.fetch()
                        .forEach(row -> found.computeIfAbsent(row.value1(), called -> new HashMap<>())
                                .put(row.value2(), row.value3())));
        Map<String, Long> ids = new HashMap<>();
        found.forEach((called, bySlug) -> {
            Long id = bySlug.get(called);
            if (id == null && bySlug.size() == 1) {
                id = bySlug.values().iterator().next();
            }
            if (id != null) {
                ids.put(called, id);
            }
        });
        return ids;
    }

    private List<AuthorView> authors(Condition which) {
        var t = ARTICLES_AUTHOR;
        return database.sql()
                .select(t.ID, t.SLUG, t.NAME, t.BIO, t.VERSION)
                .from(t)
                .where(which)
                .orderBy(t.NAME, t.ID)
                .fetch(row -> new AuthorView(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    public List<SourceView> sources() {
        return sources(DSL.noCondition());
    }

    public List<SourceView> agencies() {
        return sources(ARTICLES_SOURCE.KIND.eq(SourceKind.AGENCY.name()));
    }

    public Map<Long, SourceView> sources(Set<Long> wanted) {
        return sources(ARTICLES_SOURCE.ID.in(wanted)).stream()
                .collect(Collectors.toMap(SourceView::id, source -> source));
    }

    /** Sources that this sight may see: readers those that a published article names. */
    public Map<Long, SourceView> sources(Set<Long> wanted, Sight sight, Instant now) {
        var t = ARTICLES_ARTICLE;
        Condition named = DSL.exists(DSL.selectOne()
                .from(t)
                .where(t.SOURCE_ID.eq(ARTICLES_SOURCE.ID))
                .and(ArticleColumns.open(now)));
        return sources(ARTICLES_SOURCE.ID.in(wanted).and(sight == Sight.STAFF ? DSL.noCondition() : named)).stream()
                .collect(Collectors.toMap(SourceView::id, source -> source));
    }

    /** By global id or by name. */
    public Optional<SourceView> sourceCalled(String idOrName) {
        OptionalLong id = GlobalId.number("Source", idOrName);
        Condition which = id.isPresent() ? ARTICLES_SOURCE.ID.eq(id.getAsLong()) : ARTICLES_SOURCE.NAME.eq(idOrName);
        return sources(which).stream().findFirst();
    }

    private List<SourceView> sources(Condition which) {
        return database.sql()
                .selectFrom(ARTICLES_SOURCE)
                .where(which)
                .orderBy(ARTICLES_SOURCE.NAME, ARTICLES_SOURCE.ID)
                .fetch(row -> Objects.requireNonNull(ArticleColumns.source(row)));
    }
}
