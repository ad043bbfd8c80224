package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_ARTICLE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAGGING;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.piton.articles.ArticleView;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.store.generated.tables.ArticlesArticle;
import news.piton.core.database.Database;
import news.piton.core.database.PreparedSelect;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * News near an article, without what is retracted. Only the newest of each of its tags and of its section are looked at, each found in an index
 * range, so that the cost does not grow with the paper's age.
 */
public final class RelatedReads {
    private static final int LOOKED_AT = 20;
    private static final int TAGS = 6;
    private static final int AT_ONCE = 25;
    private static final Field<Integer> ORIGIN = DSL.field(DSL.name("near", "origin"), Integer.class);
    private static final Field<Long> ID = DSL.field(DSL.name("near", "id"), Long.class);
    private static final Field<Integer> SHARED = DSL.field(DSL.name("near", "shared"), Integer.class);

    private final PreparedSelect<List<Integer>> near;
    private final InstantSource clock;
    private final ArticleColumns columns;

    public RelatedReads(Database database, InstantSource clock, Permalinks permalinks) {
        this.near = database.prepared();
        this.clock = clock;
        this.columns = new ArticleColumns(permalinks);
    }

    /** @param most how many at the most, 1 to {@value #LOOKED_AT} */
    public record Request(long article, long section, int most) {}

    public Map<Request, List<ArticleView>> near(Collection<Request> requests) {
        Map<Request, List<ArticleView>> found = new HashMap<>();
        List<Request> all = List.copyOf(requests);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            found.putAll(some(all.subList(from, Math.min(all.size(), from + AT_ONCE))));
        }
        return found;
    }

    private Map<Request, List<ArticleView>> some(List<Request> requests) {
        Instant now = clock.instant();
        Map<String, Object> values = new HashMap<>(Map.of("now", now));
        for (int origin = 0; origin < requests.size(); origin++) {
            values.put("article" + origin, requests.get(origin).article);
            values.put("section" + origin, requests.get(origin).section);
        }
        Map<Integer, List<ArticleView>> views = near.fetch(
                        requests.stream().map(Request::most).toList(), () -> select(requests), values)
                .intoGroups(ORIGIN, row -> columns.view(row, now));
        Map<Request, List<ArticleView>> found = new HashMap<>();
        for (int origin = 0; origin < requests.size(); origin++) {
            Request request = requests.get(origin);
            found.put(
                    request,
                    views.getOrDefault(origin, List.of()).stream()
                            .limit(request.most)
                            .toList());
        }
        return found;
    }

    private static Select<?> select(List<Request> requests) {
        Table<?> near = IntStream.range(0, requests.size())
                .mapToObj(origin -> candidates(origin, requests.get(origin).most))
                .reduce(Select::unionAll)
                .orElseThrow()
                .asTable("near");
        List<SelectField<?>> selected = ArticleColumns.of(ArticleParts.VIEW);
        selected.add(ORIGIN);
        return ArticleColumns.joined(
                        DSL.select(selected).from(near).join(ARTICLES_ARTICLE).on(ARTICLES_ARTICLE.ID.eq(ID)),
                        ArticleParts.VIEW)
                .orderBy(SHARED.desc(), ARTICLES_ARTICLE.LISTED_AT.desc(), ARTICLES_ARTICLE.ID.desc());
    }

    /** The nearest of one article, with how many of the tags they share. */
    private static Select<Record3<Integer, Long, Integer>> candidates(int origin, int most) {
        Field<Long> id = DSL.field(DSL.name("seen", "id"), Long.class);
        Field<Integer> weight = DSL.field(DSL.name("seen", "weight"), Integer.class);
        Table<?> seen = Stream.concat(
                        IntStream.range(0, TAGS).mapToObj(position -> tagged(origin, position)),
                        Stream.of(inSection(origin)))
                .reduce(Select::unionAll)
                .orElseThrow()
                .asTable("seen");
        Field<Integer> shared = DSL.sum(weight).cast(Integer.class);
        ArticlesArticle place = ARTICLES_ARTICLE.as("place");
        return DSL.select(DSL.inline(origin).as("origin"), id.as("id"), shared.as("shared"))
                .from(seen.straightJoin(place).on(place.ID.eq(id)))
                .where(id.ne(article(origin)))
                .and(ArticleColumns.news(place.SECTION_ID))
                .andNot(ArticleColumns.retracted(place.ID))
                .groupBy(id)
                .orderBy(shared.desc(), id.desc())
                .limit(DSL.inline(most));
    }

    private static Param<Long> article(int origin) {
        return DSL.param("article" + origin, Long.class);
    }

    private static Select<Record2<Long, Integer>> tagged(int origin, int position) {
        var own = ARTICLES_TAGGING.as("own");
        var link = ARTICLES_TAGGING;
        return DSL.select(link.ARTICLE_ID.as("id"), DSL.inline(1).as("weight"))
                .from(link)
                .where(link.TAG_ID.eq(DSL.select(own.TAG_ID)
                        .from(own)
                        .where(own.ARTICLE_ID.eq(article(origin)))
                        .and(own.POSITION.eq(DSL.inline((short) position)))))
                .and(ArticleColumns.open(link.STATE, link.LISTED_AT, link.CLOSES_AT, PreparedSelect.time("now")))
                .orderBy(link.LISTED_AT.desc(), link.ARTICLE_ID.desc())
                .limit(DSL.inline(LOOKED_AT + 1));
    }

    private static Select<Record2<Long, Integer>> inSection(int origin) {
        return DSL.select(ARTICLES_ARTICLE.ID.as("id"), DSL.inline(0).as("weight"))
                .from(ARTICLES_ARTICLE)
                .where(ARTICLES_ARTICLE.SECTION_ID.eq(DSL.param("section" + origin, Long.class)))
                .and(ArticleColumns.open(PreparedSelect.time("now")))
                .orderBy(ARTICLES_ARTICLE.LISTED_AT.desc(), ARTICLES_ARTICLE.ID.desc())
                .limit(DSL.inline(LOOKED_AT + 1));
    }
}
