package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_ARTICLE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_AUTHOR;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_BODY;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_BYLINE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_CHANGE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_IMAGE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_LIVE_ENTRY;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAG;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAGGING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import news.piton.core.database.Database;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What a search index has to know of articles, and which have changed since it last looked. */
public final class SearchFeed {
    private static final Field<Instant> NOW = DSL.field("utc_timestamp(6)", ARTICLES_CHANGE.CHANGED_AT.getDataType());

    private static final long NO_ARTICLE = 0;

    private final Database database;

    public SearchFeed(Database database) {
        this.database = database;
    }

    /** @param changedAt the epoch for an article that has not been written since changes are noted */
    public record Mark(long article, Instant changedAt) {}

    public record Changes(List<Mark> marks, Instant at) {}

    /**
     * What an article is found by.
     *
     * @param entries what each entry of its live blog says, the oldest first
     * @param caption what stands under its main picture
     * @param published whether readers may see it from {@code listedAt} to {@code closesAt}
     */
    public record Text(
            long article,
            String headline,
            @Nullable String standfirst,
            String body,
            List<String> entries,
            @Nullable String caption,
            boolean published,
            Instant listedAt,
            @Nullable Instant closesAt,
            long section,
            @Nullable Long source,
            List<Named> tags,
            List<Named> authors) {}

    /** A tag or an author, and what it is called. */
    public record Named(long id, String name) {}

    /** Notes that articles are written in this transaction. */
    static void mark(Database database, Collection<Long> articles) {
        if (articles.isEmpty()) {
            return;
        }
        // inlined: a statement cannot have thousands of parameters at a fair price
        database.sql()
                .insertInto(ARTICLES_CHANGE, ARTICLES_CHANGE.ARTICLE_ID, ARTICLES_CHANGE.CHANGED_AT)
                .valuesOfRows(articles.stream()
                        .map(article -> DSL.row(DSL.inline(article), NOW))
                        .toList())
                .onDuplicateKeyUpdate()
                .set(ARTICLES_CHANGE.CHANGED_AT, NOW)
                .execute();
    }

    /** Notes that all articles that carry a tag are written in this transaction. */
    static void markTagged(Database database, long tag) {
        mark(database, ARTICLES_TAGGING.ARTICLE_ID, ARTICLES_TAGGING.TAG_ID.eq(tag));
    }

    /** Notes that all articles under an author's name are written in this transaction. */
    static void markBylined(Database database, long author) {
        mark(database, ARTICLES_BYLINE.ARTICLE_ID, ARTICLES_BYLINE.AUTHOR_ID.eq(author));
    }

    private static void mark(Database database, TableField<?, Long> articles, Condition which) {
        database.sql()
                .insertInto(ARTICLES_CHANGE, ARTICLES_CHANGE.ARTICLE_ID, ARTICLES_CHANGE.CHANGED_AT)
                .select(DSL.select(articles, NOW).from(articles.getTable()).where(which))
                .onDuplicateKeyUpdate()
                .set(ARTICLES_CHANGE.CHANGED_AT, NOW)
                .execute();
    }

    /** The time by the clock that changes are noted by. */
    public Instant now() {
        return database.sql().select(NOW).fetchSingle(NOW);
    }

    /** What was noted since a time, in one statement; {@code at} is the time when that was asked. */
    public Changes since(Instant time) {
        List<Mark> marks = new ArrayList<>();
        Instant[] at = {time};
        database.sql()
                .select(ARTICLES_CHANGE.ARTICLE_ID, ARTICLES_CHANGE.CHANGED_AT)
                .from(ARTICLES_CHANGE)
                .where(ARTICLES_CHANGE.CHANGED_AT.ge(time))
                .unionAll(DSL.select(DSL.inline(NO_ARTICLE), NOW))
                .forEach(row -> {
                    if (row.value1() == NO_ARTICLE) {
                        at[0] = row.value2();
                    } else {
                        marks.add(new Mark(row.value1(), row.value2()));
                    }
                });
        return new Changes(marks, at[0]);
    }

    /** All articles, the last made first; those before an id. */
    public List<Mark> before(long article, int most) {
        return database.sql()
                .select(ARTICLES_ARTICLE.ID, ARTICLES_CHANGE.CHANGED_AT)
                .from(ARTICLES_ARTICLE)
                .leftJoin(ARTICLES_CHANGE)
                .on(ARTICLES_CHANGE.ARTICLE_ID.eq(ARTICLES_ARTICLE.ID))
                .where(ARTICLES_ARTICLE.ID.lt(article))
                .orderBy(ARTICLES_ARTICLE.ID.desc())
                .limit(most)
                .fetch(SearchFeed::mark);
    }

    private static Mark mark(Record row) {
        Instant changed = row.get(ARTICLES_CHANGE.CHANGED_AT);
        return new Mark(row.get(0, Long.class), changed == null ? Instant.EPOCH : changed);
    }

    /** In four statements. */
    public List<Text> texts(Collection<Long> articles) {
        var tags = database.sql()
                .select(ARTICLES_TAGGING.ARTICLE_ID, ARTICLES_TAG.ID, ARTICLES_TAG.NAME)
                .from(ARTICLES_TAGGING)
                .join(ARTICLES_TAG)
                .on(ARTICLES_TAG.ID.eq(ARTICLES_TAGGING.TAG_ID))
                .where(ARTICLES_TAGGING.ARTICLE_ID.in(articles))
                .fetchGroups(row -> row.value1(), row -> new Named(row.value2(), row.value3()));
        var authors = database.sql()
                .select(ARTICLES_BYLINE.ARTICLE_ID, ARTICLES_AUTHOR.ID, ARTICLES_AUTHOR.NAME)
                .from(ARTICLES_BYLINE)
                .join(ARTICLES_AUTHOR)
                .on(ARTICLES_AUTHOR.ID.eq(ARTICLES_BYLINE.AUTHOR_ID))
                .where(ARTICLES_BYLINE.ARTICLE_ID.in(articles))
                .fetchGroups(row -> row.value1(), row -> new Named(row.value2(), row.value3()));
        var entries = database.sql()
                .select(
                        ARTICLES_LIVE_ENTRY.ARTICLE_ID,
                        DSL.concat(
                                        DSL.coalesce(ARTICLES_LIVE_ENTRY.HEADLINE, ""),
                                        DSL.inline("\n"),
                                        ARTICLES_LIVE_ENTRY.TEXT)
                                .as("said"))
                .from(ARTICLES_LIVE_ENTRY)
                .where(ARTICLES_LIVE_ENTRY.ARTICLE_ID.in(articles))
                .and(ARTICLES_LIVE_ENTRY.SHOWN.eq(LiveStore.SHOWN))
                .orderBy(ARTICLES_LIVE_ENTRY.ENTERED_AT, ARTICLES_LIVE_ENTRY.ID)
                .fetchGroups(row -> row.value1(), row -> row.value2());
        return database.sql()
                .select(
                        ARTICLES_ARTICLE.ID,
                        ARTICLES_ARTICLE.HEADLINE,
                        ARTICLES_ARTICLE.STANDFIRST,
                        ARTICLES_ARTICLE.STATE,
                        ARTICLES_ARTICLE.LISTED_AT,
                        ARTICLES_ARTICLE.CLOSES_AT,
                        ARTICLES_ARTICLE.SECTION_ID,
                        ARTICLES_ARTICLE.SOURCE_ID,
                        ARTICLES_BODY.TEXT,
                        ARTICLES_IMAGE.CAPTION)
                .from(ARTICLES_ARTICLE)
                .leftJoin(ARTICLES_BODY)
                .on(ARTICLES_BODY.ARTICLE_ID.eq(ARTICLES_ARTICLE.ID))
                .leftJoin(ARTICLES_IMAGE)
                .on(ARTICLES_IMAGE.ID.eq(ARTICLES_ARTICLE.IMAGE_ID))
                .where(ARTICLES_ARTICLE.ID.in(articles))
                .fetch(row -> text(row, entries, tags, authors));
    }

    private static Text text(
            Record row, Map<Long, List<String>> entries, Map<Long, List<Named>> tags, Map<Long, List<Named>> authors) {
        long id = row.get(ARTICLES_ARTICLE.ID);
        String body = row.get(ARTICLES_BODY.TEXT);
        return new Text(
                id,
                row.get(ARTICLES_ARTICLE.HEADLINE),
                row.get(ARTICLES_ARTICLE.STANDFIRST),
                body == null ? "" : body,
                entries.getOrDefault(id, List.of()),
                row.get(ARTICLES_IMAGE.CAPTION),
                row.get(ARTICLES_ARTICLE.STATE).equals("PUBLISHED"),
                row.get(ARTICLES_ARTICLE.LISTED_AT),
                row.get(ARTICLES_ARTICLE.CLOSES_AT),
                row.get(ARTICLES_ARTICLE.SECTION_ID),
                row.get(ARTICLES_ARTICLE.SOURCE_ID),
                tags.getOrDefault(id, List.of()),
                authors.getOrDefault(id, List.of()));
    }
}
