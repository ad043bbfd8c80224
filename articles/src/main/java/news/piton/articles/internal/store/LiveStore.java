package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_ARTICLE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_LIVE_BLOG;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_LIVE_ENTRY;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.store.generated.tables.ArticlesLiveEntry;
import news.piton.articles.internal.store.generated.tables.records.ArticlesLiveEntryRecord;
import news.piton.core.database.Database;
import news.piton.core.database.PreparedSelect;
import news.piton.core.page.Connection;
import news.piton.core.page.Cursor;
import news.piton.core.page.PageRequest;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Keeps live blogs and their entries. Writes are in the caller's transaction; each read is one statement. */
public final class LiveStore {
    static final byte SHOWN = 1;
    private static final byte REMOVED = 0;
    private static final ArticlesLiveEntry ENTRY = ARTICLES_LIVE_ENTRY;
    private static final String PAGE = "page";
    /** Sorted again in memory: a union keeps no order. */
    private static final Comparator<LiveEntry> UPWARD =
            Comparator.comparing(LiveEntry::at).thenComparing(LiveEntry::id);

    private final Database database;
    private final InstantSource clock;
    private final PreparedSelect<Integer> blogs;

    public LiveStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.blogs = database.prepared();
    }

    /** Begins a live blog, or opens it again. */
    public void open(long article, Instant now) {
        var t = ARTICLES_LIVE_BLOG;
        database.sql()
                .insertInto(t)
                .set(t.ARTICLE_ID, article)
                .set(t.STARTED_AT, now)
                .onDuplicateKeyUpdate()
                .setNull(t.CLOSED_AT)
                .execute();
    }

    public void close(long article, Instant now) {
        var t = ARTICLES_LIVE_BLOG;
        database.sql()
                .update(t)
                .set(t.CLOSED_AT, now)
                .where(t.ARTICLE_ID.eq(article))
                .execute();
    }

    public Optional<LiveBlog> ofArticle(long article) {
        return Optional.ofNullable(ofArticles(Set.of(article)).get(article));
    }

    public Map<Long, LiveBlog> ofArticles(Collection<Long> articles) {
        var t = ARTICLES_LIVE_BLOG;
        return blogs.fetch(
                        articles.size(),
                        () -> database.sql()
                                .select(t.ARTICLE_ID, t.STARTED_AT, t.CLOSED_AT)
                                .from(t)
                                .where(t.ARTICLE_ID.in(PreparedSelect.ids(articles))),
                        PreparedSelect.valuesOf(articles))
                .intoMap(
                        t.ARTICLE_ID,
                        row -> new LiveBlog(row.get(t.ARTICLE_ID), row.get(t.STARTED_AT), row.get(t.CLOSED_AT)));
    }

    public void add(LiveEntry entry) {
        UploadStore.use(database, entry.body().html());
        var row = row(entry);
        row.setId(entry.id());
        row.setArticleId(entry.articleId());
        row.setShown(SHOWN);
        row.setPostedBy(entry.postedBy());
        database.sql().insertInto(ENTRY).set(row).execute();
    }

    /** What it said before stays among its earlier wordings. */
    public void change(LiveEntry entry, Instant now) {
        UploadStore.use(database, entry.body().html());
        LiveWordings.keep(database, entry.id(), now);
        database.sql()
                .update(ENTRY)
                .set(row(entry))
                .where(ENTRY.ID.eq(entry.id()))
                .execute();
    }

    /** Takes an entry away, or puts it back as it was. */
    public void show(LiveEntry entry) {
        database.sql()
                .update(ENTRY)
                .set(ENTRY.SHOWN, entry.removed() ? REMOVED : SHOWN)
                .set(ENTRY.REMOVED_AT, entry.removedAt())
                .set(ENTRY.REMOVED_BY, entry.removedBy())
                .set(ENTRY.VERSION, entry.version())
                .where(ENTRY.ID.eq(entry.id()))
                .execute();
    }

    /** The entry, locked until the transaction ends; empty when it is removed, or when it is not and should be. */
    public Optional<LiveEntry> lock(long id, boolean removed) {
        return database.sql()
                .selectFrom(ENTRY)
                .where(ENTRY.ID.eq(id))
                .and(ENTRY.SHOWN.eq(removed ? REMOVED : SHOWN))
                .forUpdate()
                .fetchOptional(LiveStore::entry);
    }

    /** Those of them that this sight may see: readers what stands on published articles, staff what was removed, too. */
    public Map<Long, LiveEntry> entries(Collection<Long> ids, Sight sight) {
        return database.sql()
                .select(ENTRY.fields())
                .from(ENTRY)
                .join(ARTICLES_ARTICLE)
                .on(ARTICLES_ARTICLE.ID.eq(ENTRY.ARTICLE_ID))
                .where(ENTRY.ID.in(ids))
                .and(sight == Sight.STAFF ? DSL.noCondition() : ENTRY.SHOWN.eq(SHOWN))
                .and(ArticleColumns.seen(sight, clock.instant()))
                .fetchMap(ENTRY.ID, row -> entry(row.into(ENTRY)));
    }

    /** A page of one live blog's entries, asked for, or of those that were removed. */
    public record Request(long article, PageRequest page, boolean oldestFirst, boolean removed, boolean counted) {
        private byte shown() {
            return removed ? REMOVED : SHOWN;
        }

        /** Whether the statement walks up in time. */
        private boolean upward() {
            return page.backward() != oldestFirst;
        }
    }

    /** All of them in one statement, each one range of the index, and one more where lengths are wanted. */
    public Map<Request, Connection<LiveEntry>> pages(Collection<Request> asked) {
        List<Request> requests = List.copyOf(asked);
        if (requests.isEmpty()) {
            return Map.of();
        }
        Map<Integer, List<LiveEntry>> rows = IntStream.range(0, requests.size())
                .mapToObj(number -> select(requests.get(number), number))
                .reduce(Select::unionAll)
                .orElseThrow()
                .fetch()
                .intoGroups(row -> row.get(PAGE, Integer.class), row -> entry(row.into(ENTRY)));
        Map<Whole, Integer> lengths = lengths(
                requests.stream().filter(Request::counted).map(Whole::of).collect(Collectors.toSet()));
        Map<Request, Connection<LiveEntry>> pages = new HashMap<>();
        for (int number = 0; number < requests.size(); number++) {
            Request request = requests.get(number);
            List<LiveEntry> page = rows.getOrDefault(number, List.of()).stream()
                    .sorted(request.upward() ? UPWARD : UPWARD.reversed())
                    .toList();
            pages.put(
                    request,
                    Connection.of(
                            page,
                            request.page,
                            entry -> Cursor.of(entry.at(), entry.id()),
                            () -> lengths.getOrDefault(Whole.of(request), 0)));
        }
        return pages;
    }

    private Select<Record> select(Request request, int number) {
        boolean upward = request.upward();
        return database.sql()
                .select(ENTRY.fields())
                .select(DSL.inline(number).as(PAGE))
                .from(ENTRY)
                .where(ENTRY.ARTICLE_ID.eq(request.article))
                .and(ENTRY.SHOWN.eq(request.shown()))
                .and(behind(request.page.cursor(), upward))
                .orderBy(
                        upward ? ENTRY.ENTERED_AT.asc() : ENTRY.ENTERED_AT.desc(),
                        upward ? ENTRY.ID.asc() : ENTRY.ID.desc())
                .limit(request.page.size() + 1);
    }

    /** All that a list has of which a page is asked for. */
    private record Whole(long article, byte shown) {
        static Whole of(Request request) {
            return new Whole(request.article, request.shown());
        }
    }

    private Map<Whole, Integer> lengths(Set<Whole> lists) {
        return lists.isEmpty()
                ? Map.of()
                : database.sql()
                        .select(ENTRY.ARTICLE_ID, ENTRY.SHOWN, DSL.count())
                        .from(ENTRY)
                        .where(ENTRY.ARTICLE_ID.in(
                                lists.stream().map(Whole::article).toList()))
                        .groupBy(ENTRY.ARTICLE_ID, ENTRY.SHOWN)
                        .fetchMap(row -> new Whole(row.value1(), row.value2()), row -> row.value3());
    }

    private static Condition behind(@Nullable Cursor cursor, boolean upward) {
        if (cursor == null) {
            return DSL.noCondition();
        }
        Instant at = cursor.time();
        long last = cursor.key(1, 2);
        var time = ENTRY.ENTERED_AT;
        return upward
                ? time.ge(at).and(time.gt(at).or(ENTRY.ID.gt(last)))
                : time.le(at).and(time.lt(at).or(ENTRY.ID.lt(last)));
    }

    private static ArticlesLiveEntryRecord row(LiveEntry entry) {
        var row = new ArticlesLiveEntryRecord();
        row.set(ENTRY.HEADLINE, entry.headline());
        row.setHtml(entry.body().html());
        row.setText(entry.body().text());
        row.setWordCount(entry.body().wordCount());
        row.setEnteredAt(entry.at());
        row.set(ENTRY.EDITED_AT, entry.editedAt());
        row.set(ENTRY.EDITED_BY, entry.editedBy());
        row.setVersion(entry.version());
        return row;
    }

    static LiveEntry entry(ArticlesLiveEntryRecord row) {
        return new LiveEntry(
                row.getId(),
                row.getArticleId(),
                row.getHeadline(),
                new Body(row.getHtml(), row.getText(), row.getWordCount()),
                row.getEnteredAt(),
                row.getPostedBy(),
                row.getEditedAt(),
                row.getEditedBy(),
                row.getRemovedAt(),
                row.getRemovedBy(),
                row.getVersion());
    }
}
