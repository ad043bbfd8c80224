package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_BODY;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_PENDING;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_REVISION;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_REVISION_BODY;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.piton.articles.RevisionAction;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.revising.Revision;
import news.piton.core.database.Database;
import news.piton.core.page.Connection;
import news.piton.core.page.Cursor;
import news.piton.core.page.PageRequest;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Reads revisions, for the eyes of staff. Each method is one statement for every fifty of what it is asked for, and three
 * more where articles have no revision yet.
 */
public final class RevisionReads {
    private static final int AT_ONCE = 50;
    private static final String ASKED = "asked";
    private static final Comparator<Revision> NEWEST_FIRST =
            Comparator.comparing(Revision::number).reversed();
    private static final Condition STOOD = ARTICLES_REVISION.ACTION.ne(RevisionAction.PROPOSED.name());

    private final Database database;
    private final RevisionRows rows;
    private final Baselines baselines;

    public RevisionReads(Database database, Permalinks permalinks) {
        this.database = database;
        this.rows = new RevisionRows(permalinks);
        this.baselines = new Baselines(database, permalinks);
    }

    /** An article's text at a version. */
    public record At(long article, int version) {}

    /**
     * A page of an article's revisions, newest first.
     *
     * @param version the article's, so that a save within an operation is seen
     * @param counted whether the length of the whole list is wanted
     */
    public record Asked(long article, int version, PageRequest page, boolean counted) {}

    public Map<Long, Revision> byIds(Collection<Long> ids) {
        Map<Long, Revision> found = new HashMap<>(database.sql()
                .select(RevisionRows.COLUMNS)
                .from(RevisionRows.TABLE)
                .where(ARTICLES_REVISION.ID.in(ids))
                .fetchMap(ARTICLES_REVISION.ID, rows::read));
        found.putAll(
                baselines.of(ids.stream().filter(id -> !found.containsKey(id)).toList()));
        return found;
    }

    /** What waits for approval, by article. */
    public Map<Long, Revision> pending(Collection<Long> articles) {
        return database.sql()
                .select(RevisionRows.COLUMNS)
                .from(RevisionRows.TABLE)
                .where(ARTICLES_PENDING.ARTICLE_ID.in(articles))
                .fetchMap(ARTICLES_REVISION.ARTICLE_ID, rows::read);
    }

    /** The revision that made each article's text as it is now, by article. */
    public Map<Long, Revision> current(Collection<Long> articles) {
        return orFirst(
                articles,
                article -> article,
                article -> ARTICLES_REVISION.ARTICLE_ID.eq(article).and(STOOD));
    }

    /** The newest text of each article, whether it waits or not, as it was with a version. */
    public Map<At, Revision> asOf(Collection<At> asked) {
        return orFirst(
                asked,
                At::article,
                at -> ARTICLES_REVISION.ARTICLE_ID.eq(at.article).and(ARTICLES_REVISION.NUMBER.le(at.version)));
    }

    /** Texts by where they are kept; one that is not written down yet is the article's own. */
    public Map<Long, Body> bodies(Collection<Long> places) {
        var t = ARTICLES_REVISION_BODY;
        Map<Long, Body> found = new HashMap<>(database.sql()
                .select(t.ID, t.HTML, t.TEXT, t.WORD_COUNT)
                .from(t)
                .where(t.ID.in(places))
                .fetchMap(t.ID, row -> new Body(row.value2(), row.value3(), row.value4())));
        List<Long> own = places.stream().filter(id -> !found.containsKey(id)).toList();
        if (!own.isEmpty()) {
            var b = ARTICLES_BODY;
            found.putAll(database.sql()
                    .select(b.ARTICLE_ID, b.HTML, b.TEXT, b.WORD_COUNT)
                    .from(b)
                    .where(b.ARTICLE_ID.in(own))
                    .fetchMap(b.ARTICLE_ID, row -> new Body(row.value2(), row.value3(), row.value4())));
        }
        return found;
    }

    public Map<Asked, Connection<Revision>> pages(Collection<Asked> asked) {
        Map<Asked, List<Revision>> found =
                each(asked, page -> ARTICLES_REVISION.ARTICLE_ID.eq(page.article), Asked::page, 1);
        Map<Long, Revision> untold = baselines.of(asked.stream()
                .filter(page -> !found.containsKey(page))
                .map(Asked::article)
                .collect(Collectors.toSet()));
        Map<Long, Integer> lengths = lengths(
                asked.stream().filter(Asked::counted).map(Asked::article).collect(Collectors.toSet()));
        return asked.stream()
                .collect(Collectors.toMap(
                        page -> page,
                        page -> connection(
                                page,
                                found.getOrDefault(page, List.of()),
                                untold.get(page.article),
                                lengths.getOrDefault(page.article, 0))));
    }

    private Map<Long, Integer> lengths(Set<Long> articles) {
        var t = ARTICLES_REVISION;
        return articles.isEmpty()
                ? Map.of()
                : database.sql()
                        .select(t.ARTICLE_ID, DSL.count())
                        .from(t)
                        .where(t.ARTICLE_ID.in(articles))
                        .groupBy(t.ARTICLE_ID)
                        .fetchMap(t.ARTICLE_ID, row -> row.value2());
    }

    private static Connection<Revision> connection(
            Asked asked, List<Revision> found, @Nullable Revision untold, int length) {
        if (untold != null) {
            List<Revision> only = asked.page.cursor() == null ? List.of(untold) : List.of();
            return Connection.of(only, asked.page, revision -> Cursor.of(revision.number()), () -> 1);
        }
        return Connection.of(found, asked.page, revision -> Cursor.of(revision.number()), () -> length);
    }

    /** What waits for approval in the whole paper; what has waited longest comes first. */
    public Connection<Revision> waiting(PageRequest page) {
        Cursor cursor = page.cursor();
        var id = ARTICLES_PENDING.REVISION_ID;
        Condition behind = cursor == null
                ? DSL.noCondition()
                : page.backward() ? id.lt(cursor.key(0, 1)) : id.gt(cursor.key(0, 1));
        return Connection.of(
                database.sql()
                        .select(RevisionRows.COLUMNS)
                        .from(ARTICLES_PENDING)
                        .join(ARTICLES_REVISION)
                        .on(ARTICLES_REVISION.ID.eq(id))
                        .where(behind)
                        .orderBy(page.backward() ? id.desc() : id.asc())
                        .limit(page.size() + 1)
                        .fetch(rows::read),
                page,
                revision -> Cursor.of(revision.id()),
                () -> database.sql().fetchCount(ARTICLES_PENDING));
    }

    /** The newest of each, or with a place those behind it, by what was asked for; no entry where there is none. */
    private <K> Map<K, List<Revision>> each(
            Collection<K> keys, Function<K, Condition> which, Function<K, PageRequest> page, int more) {
        Map<K, List<Revision>> found = new HashMap<>();
        List<K> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<K> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            IntStream.range(0, some.size())
                    .mapToObj(i -> select(i, which.apply(some.get(i)), page.apply(some.get(i)), more))
                    .reduce(Select::unionAll)
                    .orElseThrow()
                    .fetch()
                    .intoGroups(row -> some.get(row.get(ASKED, Integer.class)), rows::read)
                    .forEach((key, revisions) -> {
                        revisions.sort(NEWEST_FIRST);
                        found.put(key, page.apply(key).backward() ? revisions.reversed() : revisions);
                    });
        }
        return found;
    }

    private Select<Record> select(int asked, Condition which, PageRequest page, int more) {
        Cursor cursor = page.cursor();
        var number = ARTICLES_REVISION.NUMBER;
        Condition behind = DSL.noCondition();
        if (cursor != null) {
            int place = (int) cursor.key(0, 1);
            behind = page.backward() ? number.gt(place) : number.lt(place);
        }
        return database.sql()
                .select(RevisionRows.COLUMNS)
                .select(DSL.inline(asked).as(ASKED))
                .from(RevisionRows.TABLE)
                .where(which)
                .and(behind)
                .orderBy(page.backward() ? number.asc() : number.desc())
                .limit(page.size() + more);
    }

    private <K> Map<K, Revision> orFirst(Collection<K> keys, Function<K, Long> article, Function<K, Condition> which) {
        Map<K, Revision> found = new HashMap<>();
        each(keys, which, key -> PageRequest.first(1), 0).forEach((key, some) -> found.put(key, some.getFirst()));
        Set<Long> missing = keys.stream()
                .filter(key -> !found.containsKey(key))
                .map(article)
                .collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            Map<Long, Revision> first = byIds(missing);
            keys.forEach(key -> {
                Revision earliest = first.get(article.apply(key));
                if (earliest != null) {
                    found.putIfAbsent(key, earliest);
                }
            });
        }
        return found;
    }
}
