package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_ARTICLE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_BODY;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_CORRECTION;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_IMAGE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_LIVE_BLOG;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_SECTION;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_SOURCE;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.piton.articles.ArticleStatus;
import news.piton.articles.ArticleView;
import news.piton.articles.CorrectionKind;
import news.piton.articles.ImageView;
import news.piton.articles.SectionView;
import news.piton.articles.SourceKind;
import news.piton.articles.SourceView;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.article.State;
import news.piton.articles.internal.body.Body;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Which columns make an article, and how a row becomes one. */
final class ArticleColumns {
    /** Whether its live blog takes entries; null where it has none. */
    private static final Field<Boolean> LIVE = DSL.field(DSL.select(DSL.field(ARTICLES_LIVE_BLOG.CLOSED_AT.isNull()))
                    .from(ARTICLES_LIVE_BLOG)
                    .where(ARTICLES_LIVE_BLOG.ARTICLE_ID.eq(ARTICLES_ARTICLE.ID)))
            .as("live");
    /** Whether one of its corrections is a retraction; null where it has none. */
    private static final Field<Boolean> RETRACTED = DSL.field(
                    DSL.select(DSL.boolOr(ARTICLES_CORRECTION.KIND.eq(DSL.inline(CorrectionKind.RETRACTION.name()))))
                            .from(ARTICLES_CORRECTION)
                            .where(ARTICLES_CORRECTION.ARTICLE_ID.eq(ARTICLES_ARTICLE.ID)))
            .as("retracted");

    private final Permalinks permalinks;

    ArticleColumns(Permalinks permalinks) {
        this.permalinks = permalinks;
    }

    /** What everybody may see at a moment. */
    static Condition open(Instant now) {
        return open(DSL.val(now, ARTICLES_ARTICLE.LISTED_AT));
    }

    static Condition open(Field<Instant> now) {
        return open(ARTICLES_ARTICLE.STATE, ARTICLES_ARTICLE.LISTED_AT, ARTICLES_ARTICLE.CLOSES_AT, now);
    }

    /** The same by the columns that repeat an article's state elsewhere. */
    static Condition open(Field<String> state, Field<Instant> listedAt, Field<Instant> closesAt, Instant now) {
        return open(state, listedAt, closesAt, DSL.val(now, listedAt));
    }

    /** @param now a value, or the parameter of a prepared select */
    static Condition open(Field<String> state, Field<Instant> listedAt, Field<Instant> closesAt, Field<Instant> now) {
        return state.eq(DSL.inline("PUBLISHED"))
                .and(listedAt.le(now))
                .and(closesAt.isNull().or(closesAt.gt(now)));
    }

    static Condition retracted(Field<Long> article) {
        return DSL.exists(DSL.selectOne()
                .from(ARTICLES_CORRECTION)
                .where(ARTICLES_CORRECTION.ARTICLE_ID.eq(article))
                .and(ARTICLES_CORRECTION.KIND.eq(DSL.inline(CorrectionKind.RETRACTION.name()))));
    }

    /** Whether a section's articles are news, see {@link SectionView#news}. */
    static Condition news(Field<Long> section) {
        return section.ne(DSL.coalesce(
                DSL.field(DSL.select(ARTICLES_SECTION.ID)
                        .from(ARTICLES_SECTION)
                        .where(ARTICLES_SECTION.SLUG.eq(DSL.inline(SectionView.PAGES)))),
                DSL.inline(0L)));
    }

    static Condition seen(Sight sight, Instant now) {
        return seen(sight, DSL.val(now, ARTICLES_ARTICLE.LISTED_AT));
    }

    /** @param now a value, or the parameter of a prepared select */
    static Condition seen(Sight sight, Field<Instant> now) {
        return switch (sight) {
            case READER -> open(now);
            case STAFF -> DSL.noCondition();
        };
    }

    static List<SelectField<?>> of(ArticleParts wanted) {
        return of(wanted, ARTICLES_ARTICLE.LISTED_AT);
    }

    /** @param place what orders the list */
    static List<SelectField<?>> of(ArticleParts wanted, Field<Instant> place) {
        List<SelectField<?>> columns = new ArrayList<>(List.of(
                ARTICLES_ARTICLE.ID,
                ARTICLES_ARTICLE.SLUG,
                ARTICLES_ARTICLE.HEADLINE,
                ARTICLES_ARTICLE.STANDFIRST,
                ARTICLES_ARTICLE.STATE,
                ARTICLES_ARTICLE.PUBLISHED_AT,
                place.equals(ARTICLES_ARTICLE.LISTED_AT) ? place : place.as(ARTICLES_ARTICLE.LISTED_AT),
                ARTICLES_ARTICLE.CLOSES_AT,
                ARTICLES_ARTICLE.UPDATED_AT,
                ARTICLES_ARTICLE.VERSION,
                ARTICLES_SECTION.ID,
                ARTICLES_SECTION.SLUG,
                ARTICLES_SECTION.NAME,
                ARTICLES_SECTION.VERSION));
        if (wanted.image()) {
            columns.addAll(List.of(ARTICLES_IMAGE.fields()));
        }
        if (wanted.source()) {
            columns.addAll(List.of(ARTICLES_SOURCE.fields()));
        }
        if (wanted.badges()) {
            columns.addAll(List.of(LIVE, RETRACTED));
        }
        if (wanted.body().any()) {
            columns.add(ARTICLES_BODY.WORD_COUNT);
        }
        if (wanted.body().html()) {
            columns.add(ARTICLES_BODY.HTML);
        }
        if (wanted.body().text()) {
            columns.add(ARTICLES_BODY.TEXT);
        }
        return columns;
    }

    /**
     * Joins to the article what {@link #of} selects. Left joins throughout, the section's too, which no article lacks: MariaDB
     * then begins at the article, and its index, and never at the section.
     */
    static SelectJoinStep<Record> joined(SelectJoinStep<Record> article, ArticleParts wanted) {
        SelectJoinStep<Record> all =
                article.leftJoin(ARTICLES_SECTION).on(ARTICLES_SECTION.ID.eq(ARTICLES_ARTICLE.SECTION_ID));
        if (wanted.image()) {
            all = all.leftJoin(ARTICLES_IMAGE).on(ARTICLES_IMAGE.ID.eq(ARTICLES_ARTICLE.IMAGE_ID));
        }
        if (wanted.source()) {
            all = all.leftJoin(ARTICLES_SOURCE).on(ARTICLES_SOURCE.ID.eq(ARTICLES_ARTICLE.SOURCE_ID));
        }
        return wanted.body().any()
                ? all.leftJoin(ARTICLES_BODY).on(ARTICLES_BODY.ARTICLE_ID.eq(ARTICLES_ARTICLE.ID))
                : all;
    }

    ReadArticle read(Record row, ArticleParts wanted, Instant now) {
        return new ReadArticle(
                view(row, wanted, now),
                row.get(ARTICLES_ARTICLE.LISTED_AT),
                wanted.body().any() ? body(row, wanted.body()) : null,
                !wanted.badges() || row.get(LIVE) != null,
                !wanted.badges() || row.get(RETRACTED) != null);
    }

    /** An article of {@link ArticleParts#VIEW}. */
    ArticleView view(Record row, Instant now) {
        return view(row, ArticleParts.VIEW, now);
    }

    private ArticleView view(Record row, ArticleParts read, Instant now) {
        long id = row.get(ARTICLES_ARTICLE.ID);
        String slug = row.get(ARTICLES_ARTICLE.SLUG);
        Instant publishedAt = row.get(ARTICLES_ARTICLE.PUBLISHED_AT);
        return new ArticleView(
                id,
                slug,
                permalinks.url(id, slug, publishedAt),
                row.get(ARTICLES_ARTICLE.HEADLINE),
                row.get(ARTICLES_ARTICLE.STANDFIRST),
                status(row, now),
                publishedAt,
                updatedAt(row.get(ARTICLES_ARTICLE.UPDATED_AT), publishedAt, now),
                row.get(ARTICLES_ARTICLE.VERSION),
                new SectionView(
                        row.get(ARTICLES_SECTION.ID),
                        row.get(ARTICLES_SECTION.SLUG),
                        row.get(ARTICLES_SECTION.NAME),
                        row.get(ARTICLES_SECTION.VERSION)),
                read.image() ? image(row) : null,
                read.source() ? source(row) : null,
                read.badges() && Boolean.TRUE.equals(row.get(LIVE)),
                read.badges() && Boolean.TRUE.equals(row.get(RETRACTED)));
    }

    /** Nothing is written when a scheduled article opens, and yet that is a change that readers see. */
    private static Instant updatedAt(Instant stored, @Nullable Instant publishedAt, Instant now) {
        return publishedAt != null && publishedAt.isAfter(stored) && !publishedAt.isAfter(now) ? publishedAt : stored;
    }

    private static ArticleStatus status(Record row, Instant now) {
        ArticleStatus stored = ArticleStatus.valueOf(row.get(ARTICLES_ARTICLE.STATE));
        if (stored != ArticleStatus.PUBLISHED) {
            return stored;
        }
        Instant closesAt = row.get(ARTICLES_ARTICLE.CLOSES_AT);
        return new State.Published(row.get(ARTICLES_ARTICLE.PUBLISHED_AT), null, closesAt).status(now);
    }

    private static Body body(Record row, BodyParts parts) {
        return new Body(
                parts.html() ? row.get(ARTICLES_BODY.HTML) : "",
                parts.text() ? row.get(ARTICLES_BODY.TEXT) : "",
                row.get(ARTICLES_BODY.WORD_COUNT));
    }

    @Nullable
    ImageView image(Record row) {
        Long id = row.get(ARTICLES_IMAGE.ID);
        return id == null
                ? null
                : new ImageView(
                        id,
                        permalinks.absolute(row.get(ARTICLES_IMAGE.URL)),
                        row.get(ARTICLES_IMAGE.WIDTH),
                        row.get(ARTICLES_IMAGE.HEIGHT),
                        row.get(ARTICLES_IMAGE.ALT),
                        row.get(ARTICLES_IMAGE.CAPTION),
                        row.get(ARTICLES_IMAGE.CREDIT),
                        null);
    }

    static @Nullable SourceView source(Record row) {
        Long id = row.get(ARTICLES_SOURCE.ID);
        if (id == null) {
            return null;
        }
        String url = row.get(ARTICLES_SOURCE.URL);
        return new SourceView(
                id,
                row.get(ARTICLES_SOURCE.NAME),
                SourceKind.valueOf(row.get(ARTICLES_SOURCE.KIND)),
                url == null ? null : URI.create(url),
                row.get(ARTICLES_SOURCE.VERSION));
    }
}
