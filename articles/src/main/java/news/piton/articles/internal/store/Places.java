package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_ARTICLE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_AUTHOR;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_BYLINE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_FEATURED;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_SECTION;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAG;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAGGING;
import static news.piton.core.database.PreparedSelect.time;
import static org.jooq.impl.DSL.param;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.piton.articles.ArticleStatus;
import news.piton.articles.internal.store.ArticleFilter.Name;
import news.piton.articles.internal.store.OldSlugs.Kind;
import news.piton.core.page.Cursor;
import news.piton.core.page.PageRequest;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Where a list's articles are found and in which order: the table whose index holds them newest first. A tag's and an
 * author's list run over their link tables, which repeat the article's state and place for that; a list of featured ones over
 * those, which are few; all others over the articles themselves.
 *
 * @param place what orders the list, with the id behind it
 */
record Places(
        Table<?> table,
        Field<Long> id,
        Field<String> state,
        Field<Instant> listedAt,
        Field<Instant> closesAt,
        Field<Instant> place,
        Condition condition,
        int number) {

    /** @param number of the list among those of one statement, which ends the names of its parameters */
    static Places of(ArticleFilter filter, int number) {
        Places start = start(filter, number);
        List<Condition> all = new ArrayList<>(List.of(start.condition, start.states(filter.statuses())));
        if (filter.section() != null) {
            all.add(named(
                    ARTICLES_ARTICLE.SECTION_ID,
                    filter.section(),
                    "section" + number,
                    ARTICLES_SECTION.ID,
                    ARTICLES_SECTION.SLUG,
                    Kind.SECTION));
        }
        if (filter.source() != null) {
            all.add(ARTICLES_ARTICLE.SOURCE_ID.eq(param("source" + number, filter.source())));
        }
        if (filter.from() != null) {
            all.add(start.listedAt.ge(time("from" + number)));
        }
        if (filter.before() != null) {
            all.add(start.listedAt.lt(time("before" + number)));
        }
        if (filter.news()) {
            all.add(ArticleColumns.news(ARTICLES_ARTICLE.SECTION_ID));
        }
        boolean needsArticle =
                filter.section() != null || filter.source() != null || filter.news() || filter.featured();
        Table<?> table = needsArticle ? start.articles() : start.table;
        return new Places(
                table, start.id, start.state, start.listedAt, start.closesAt, start.place, DSL.and(all), number);
    }

    /** The places with their articles. */
    Table<?> articles() {
        return table == ARTICLES_TAGGING || table == ARTICLES_BYLINE || table == ARTICLES_FEATURED
                ? table.straightJoin(ARTICLES_ARTICLE).on(ARTICLES_ARTICLE.ID.eq(id))
                : table;
    }

    private static Places start(ArticleFilter filter, int number) {
        Name tag = filter.tag();
        Name author = filter.author();
        var article = ARTICLES_ARTICLE;
        if (filter.featured()) {
            var chosen = ARTICLES_FEATURED;
            return new Places(
                    chosen,
                    chosen.ARTICLE_ID,
                    article.STATE,
                    article.LISTED_AT,
                    article.CLOSES_AT,
                    chosen.FEATURED_AT,
                    alsoTagged(chosen.ARTICLE_ID, tag, number).and(alsoBy(chosen.ARTICLE_ID, author, number)),
                    number);
        }
        if (tag != null) {
            var link = ARTICLES_TAGGING;
            return new Places(
                    link,
                    link.ARTICLE_ID,
                    link.STATE,
                    link.LISTED_AT,
                    link.CLOSES_AT,
                    link.LISTED_AT,
                    tagged(tag, number).and(alsoBy(link.ARTICLE_ID, author, number)),
                    number);
        }
        if (author != null) {
            var link = ARTICLES_BYLINE;
            return new Places(
                    link,
                    link.ARTICLE_ID,
                    link.STATE,
                    link.LISTED_AT,
                    link.CLOSES_AT,
                    link.LISTED_AT,
                    by(author, number),
                    number);
        }
        return new Places(
                article,
                article.ID,
                article.STATE,
                article.LISTED_AT,
                article.CLOSES_AT,
                article.LISTED_AT,
                DSL.noCondition(),
                number);
    }

    private static Condition alsoTagged(Field<Long> article, @Nullable Name tag, int number) {
        var link = ARTICLES_TAGGING;
        return tag == null
                ? DSL.noCondition()
                : DSL.exists(DSL.selectOne()
                        .from(link)
                        .where(link.ARTICLE_ID.eq(article))
                        .and(tagged(tag, number)));
    }

    private static Condition alsoBy(Field<Long> article, @Nullable Name author, int number) {
        var link = ARTICLES_BYLINE;
        return author == null
                ? DSL.noCondition()
                : DSL.exists(DSL.selectOne()
                        .from(link)
                        .where(link.ARTICLE_ID.eq(article))
                        .and(by(author, number)));
    }

    private static Condition tagged(Name tag, int number) {
        return named(
                ARTICLES_TAGGING.TAG_ID, tag, "tag" + number, ARTICLES_TAG.ID, ARTICLES_TAG.SLUG, Kind.TAG, Kind.TERM);
    }

    private static Condition by(Name author, int number) {
        return named(
                ARTICLES_BYLINE.AUTHOR_ID,
                author,
                "author" + number,
                ARTICLES_AUTHOR.ID,
                ARTICLES_AUTHOR.SLUG,
                Kind.AUTHOR,
                Kind.LOGIN);
    }

    /** @param kinds what else to take a slug for, one after the other, when nothing has it now */
    private static Condition named(
            Field<Long> column,
            Name name,
            String parameter,
            TableField<?, Long> id,
            Field<String> slug,
            Kind... kinds) {
        return switch (name) {
            case Name.Id(long number) -> column.eq(param(parameter, number));
            case Name.Slug(String text) -> {
                Param<String> wanted = param(parameter, text);
                Field<Long> now = DSL.field(DSL.select(id).from(id.getTable()).where(slug.eq(wanted)));
                Field<?>[] before = Stream.of(kinds)
                        .map(kind -> OldSlugs.entry(kind, wanted))
                        .toArray(Field[]::new);
                yield column.eq(DSL.coalesce(now, before));
            }
            case Name.Family(List<Long> sections) ->
                column.in(IntStream.range(0, sections.size())
                        .mapToObj(i -> param(parameter + "of" + i, sections.get(i)))
                        .toList());
        };
    }

    /** What lies behind a page's cursor, written so that the index can begin there. */
    Condition behind(PageRequest page) {
        Cursor cursor = page.cursor();
        if (cursor == null) {
            return DSL.noCondition();
        }
        Param<Instant> time = time("time" + number);
        Param<Long> last = param("id" + number, cursor.key(1, 2));
        return page.backward()
                ? place.ge(time).and(place.gt(time).or(id.gt(last)))
                : place.le(time).and(place.lt(time).or(id.lt(last)));
    }

    private Condition states(Set<ArticleStatus> statuses) {
        return DSL.or(statuses.stream()
                .map(status -> switch (status) {
                    case PUBLISHED -> ArticleColumns.open(state, listedAt, closesAt, time("now"));
                    case SCHEDULED -> state.eq(DSL.inline("PUBLISHED")).and(listedAt.gt(time("now")));
                    case UNPUBLISHED -> state.eq(DSL.inline("UNPUBLISHED")).or(over());
                    case DRAFT, IN_REVIEW -> state.eq(DSL.inline(status.name()));
                })
                .toList());
    }

    /** Taken back by time, and not yet found so by the job that writes it down; few at any moment, and due. */
    private Condition over() {
        Condition over = state.eq(DSL.inline("PUBLISHED")).and(closesAt.le(time("now")));
        return table == ARTICLES_ARTICLE ? over.and(ARTICLES_ARTICLE.DUE_AT.le(time("now"))) : over;
    }
}
