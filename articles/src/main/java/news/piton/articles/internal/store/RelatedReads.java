package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_ARTICLE;
import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TAGGING;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.piton.articles.ArticleView;
import news.piton.core.database.Database;
import news.piton.core.database.PreparedSelect;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record3;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * News near an article. Only the newest of each of its tags and of its section are looked at, each found in an index range, so that
 * the cost does not grow with the paper's age. That look costs more than all else on an article's page, and what it finds
 * hardly changes: this node takes another one after a minute, or when the article has been edited. What is withdrawn or
 * retracted meanwhile is left out at once.
 */
public final class RelatedReads {
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;
    private static final int LOOKED_AT = 20;
    /** More than are asked for, in place of those that cannot be shown any more. */
    private static final int SPARE = 4;

    private static final int TAGS = 6;
    private static final int AT_ONCE = 25;
    private static final Field<Integer> ORIGIN = DSL.field(DSL.name("near", "origin"), Integer.class);
    private static final Field<Long> ID = DSL.field(DSL.name("near", "id"), Long.class);
    private static final Field<Integer> SHARED = DSL.field(DSL.name("near", "shared"), Integer.class);
    private static final Field<Instant> LISTED_AT =
            DSL.field(DSL.name("near", "listed_at"), ARTICLES_ARTICLE.LISTED_AT.getDataType());

    private final PreparedSelect<Integer> near;
    private final ArticleReads reads;
    private final InstantSource clock;
    private final Cache<Place, List<Long>> known;

    public RelatedReads(Database database, InstantSource clock, ArticleReads reads) {
        this.near = database.prepared();
        this.clock = clock;
        this.reads = reads;
        this.known = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(GOOD_FOR)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .build();
    }

    /** An article as it was at one of its versions. */
    private record Place(long article, int version, long section) {}

    /** @param most how many at the most, 1 to {@value #LOOKED_AT} */
    public record Request(long article, int version, long section, int most) {
        public static Request of(ArticleView article, int most) {
            return new Request(
                    article.id(), article.version(), article.section().id(), most);
        }

        private Place place() {
            return new Place(article, version, section);
        }
    }

    /** One statement, and one more for up to {@value #AT_ONCE} articles around which nobody has looked lately. */
    public Map<Request, List<ArticleView>> near(Collection<Request> requests) {
        Map<Place, List<Long>> ids =
                known.getAll(requests.stream().map(Request::place).toList(), this::look);
        Map<Request, List<Long>> wanted = requests.stream()
                .collect(Collectors.toMap(
                        request -> request,
                        request -> Objects.requireNonNull(ids.get(request.place())).stream()
                                .limit(request.most + SPARE)
                                .toList()));
        Map<Long, ReadArticle> articles = reads.published(
                wanted.values().stream().flatMap(List::stream).collect(Collectors.toSet()), ArticleParts.VIEW);
        Map<Request, List<ArticleView>> found = new HashMap<>();
        wanted.forEach((request, near) -> found.put(
                request,
                near.stream()
                        .map(articles::get)
                        .filter(Objects::nonNull)
                        .map(ReadArticle::view)
                        .filter(ArticleView::tellable)
                        .limit(request.most)
                        .toList()));
        return found;
    }

    private Map<Place, List<Long>> look(Set<? extends Place> around) {
        Map<Place, List<Long>> found = new HashMap<>();
        List<Place> all = List.copyOf(around);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Place> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            Map<String, Object> values = new HashMap<>(Map.of("now", clock.instant()));
            for (int origin = 0; origin < some.size(); origin++) {
                values.put("article" + origin, some.get(origin).article);
                values.put("section" + origin, some.get(origin).section);
            }
            Map<Integer, List<Long>> ids =
                    near.fetch(some.size(), () -> select(some.size()), values).intoGroups(ORIGIN, ID);
            for (int origin = 0; origin < some.size(); origin++) {
                found.put(some.get(origin), ids.getOrDefault(origin, List.of()));
            }
        }
        return found;
    }

    private static Select<?> select(int origins) {
        Table<?> near = IntStream.range(0, origins)
                .mapToObj(RelatedReads::candidates)
                .reduce(Select::unionAll)
                .orElseThrow()
                .asTable("near");
        return DSL.select(ORIGIN, ID).from(near).orderBy(SHARED.desc(), LISTED_AT.desc(), ID.desc());
    }

    /** The nearest of one article, with how many of the tags they share. */
    private static Select<Record4<Integer, Long, Integer, Instant>> candidates(int origin) {
        Field<Long> id = DSL.field(DSL.name("seen", "id"), Long.class);
        Field<Integer> weight = DSL.field(DSL.name("seen", "weight"), Integer.class);
        Field<Instant> listedAt = DSL.max(DSL.field(DSL.name("seen", "listed_at"), LISTED_AT.getDataType()));
        Table<?> seen = Stream.concat(
                        IntStream.range(0, TAGS).mapToObj(position -> tagged(origin, position)),
                        Stream.of(inSection(origin)))
                .reduce(Select::unionAll)
                .orElseThrow()
                .asTable("seen");
        Field<Integer> shared = DSL.sum(weight).cast(Integer.class);
        return DSL.select(DSL.inline(origin).as("origin"), id.as("id"), shared.as("shared"), listedAt.as("listed_at"))
                .from(seen)
                .where(id.ne(article(origin)))
                .groupBy(id)
                .orderBy(shared.desc(), listedAt.desc(), id.desc())
                .limit(DSL.inline(LOOKED_AT + SPARE));
    }

    private static Param<Long> article(int origin) {
        return DSL.param("article" + origin, Long.class);
    }

    private static Select<Record3<Long, Integer, Instant>> tagged(int origin, int position) {
        var own = ARTICLES_TAGGING.as("own");
        var link = ARTICLES_TAGGING;
        return DSL.select(link.ARTICLE_ID.as("id"), DSL.inline(1).as("weight"), link.LISTED_AT.as("listed_at"))
                .from(link)
                .where(link.TAG_ID.eq(DSL.select(own.TAG_ID)
                        .from(own)
                        .where(own.ARTICLE_ID.eq(article(origin)))
                        .and(own.POSITION.eq(DSL.inline((short) position)))))
                .and(ArticleColumns.open(link.STATE, link.LISTED_AT, link.CLOSES_AT, PreparedSelect.time("now")))
                .orderBy(link.LISTED_AT.desc(), link.ARTICLE_ID.desc())
                .limit(DSL.inline(LOOKED_AT + 1));
    }

    private static Select<Record3<Long, Integer, Instant>> inSection(int origin) {
        var t = ARTICLES_ARTICLE;
        return DSL.select(t.ID.as("id"), DSL.inline(0).as("weight"), t.LISTED_AT.as("listed_at"))
                .from(t)
                .where(t.SECTION_ID.eq(DSL.param("section" + origin, Long.class)))
                .and(ArticleColumns.open(PreparedSelect.time("now")))
                .orderBy(t.LISTED_AT.desc(), t.ID.desc())
                .limit(DSL.inline(LOOKED_AT + 1));
    }
}
