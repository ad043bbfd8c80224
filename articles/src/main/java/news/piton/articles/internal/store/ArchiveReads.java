package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_ARTICLE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_AUTHOR;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_BYLINE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAG;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAGGING;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import news.piton.articles.AuthorView;
import news.piton.articles.TagView;
import news.piton.core.database.Database;
import news.piton.core.page.Connection;
import news.piton.core.page.Cursor;
import news.piton.core.page.PageRequest;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What the whole paper holds, as far as readers see it. Each method is one statement. */
public final class ArchiveReads {
    private static final int MOST_SPANS = 10_000;
    private static final Duration MONTHS_KEPT = Duration.ofMinutes(1);
    private static final DateTimeFormatter BEGIN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH");

    private final Database database;
    private final InstantSource clock;
    private final LoadingCache<Length, List<Span>> whole;

    public ArchiveReads(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.whole = Caffeine.newBuilder()
                .maximumSize(Length.values().length)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfterWrite(MONTHS_KEPT)
                .build(length -> spans(length, null, null));
    }

    /** How long a span of time is. */
    public enum Length {
        MONTH("%Y-%m-01 00", ChronoUnit.MONTHS),
        DAY("%Y-%m-%d 00", ChronoUnit.DAYS),
        HOUR("%Y-%m-%d %H", ChronoUnit.HOURS);

        private final String begin;
        private final ChronoUnit unit;

        Length(String begin, ChronoUnit unit) {
            this.begin = begin;
            this.unit = unit;
        }

        private Span span(String begin, int count) {
            LocalDateTime from = LocalDateTime.parse(begin, BEGIN);
            return new Span(from.toInstant(ZoneOffset.UTC), from.plus(1, unit).toInstant(ZoneOffset.UTC), count);
        }
    }

    /** From inclusive, until exclusive, in UTC. */
    public record Span(Instant from, Instant until, int count) {}

    /** The months of the whole paper, as they were up to a minute ago: one walk for all who ask. */
    public List<Span> months() {
        return whole.get(Length.MONTH);
    }

    public List<Span> spans(Length length, @Nullable Instant from, @Nullable Instant before) {
        var t = ARTICLES_ARTICLE;
        Field<String> begin = DSL.field("date_format({0}, {1})", String.class, t.LISTED_AT, DSL.inline(length.begin));
        return database.sql()
                .select(begin, DSL.count())
                .from(t)
                .where(ArticleColumns.open(clock.instant()))
                .and(from == null ? DSL.noCondition() : t.LISTED_AT.ge(from))
                .and(before == null ? DSL.noCondition() : t.LISTED_AT.lt(before))
                .groupBy(begin)
                .orderBy(begin)
                .limit(MOST_SPANS)
                .fetch(row -> length.span(row.value1(), row.value2()));
    }

    public Connection<TagView> tags(PageRequest page) {
        var link = ARTICLES_TAGGING;
        Condition used = DSL.exists(DSL.selectOne()
                .from(link)
                .where(link.TAG_ID.eq(ARTICLES_TAG.ID))
                .and(ArticleColumns.open(link.STATE, link.LISTED_AT, link.CLOSES_AT, clock.instant())));
        List<TagView> rows = database.sql()
                .select(ARTICLES_TAG.ID, ARTICLES_TAG.SLUG, ARTICLES_TAG.NAME, ARTICLES_TAG.VERSION)
                .from(ARTICLES_TAG)
                .where(used)
                .and(behind(ARTICLES_TAG.ID, page))
                .orderBy(order(ARTICLES_TAG.ID, page))
                .limit(page.size() + 1)
                .fetch(row -> new TagView(row.value1(), row.value2(), row.value3(), row.value4()));
        return Connection.of(
                rows, page, tag -> Cursor.of(tag.id()), () -> database.sql().fetchCount(ARTICLES_TAG, used));
    }

    public Connection<AuthorView> authors(PageRequest page) {
        var t = ARTICLES_AUTHOR;
        var link = ARTICLES_BYLINE;
        Condition used = DSL.exists(DSL.selectOne()
                .from(link)
                .where(link.AUTHOR_ID.eq(t.ID))
                .and(ArticleColumns.open(link.STATE, link.LISTED_AT, link.CLOSES_AT, clock.instant())));
        List<AuthorView> rows = database.sql()
                .select(t.ID, t.SLUG, t.NAME, t.BIO, t.VERSION)
                .from(t)
                .where(used)
                .and(behind(t.ID, page))
                .orderBy(order(t.ID, page))
                .limit(page.size() + 1)
                .fetch(row -> new AuthorView(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
        return Connection.of(
                rows,
                page,
                author -> Cursor.of(author.id()),
                () -> database.sql().fetchCount(t, used));
    }

    private static Condition behind(Field<Long> id, PageRequest page) {
        Cursor cursor = page.cursor();
        if (cursor == null) {
            return DSL.noCondition();
        }
        long last = cursor.key(0, 1);
        return page.backward() ? id.lt(last) : id.gt(last);
    }

    private static OrderField<Long> order(Field<Long> id, PageRequest page) {
        return page.backward() ? id.desc() : id.asc();
    }
}
