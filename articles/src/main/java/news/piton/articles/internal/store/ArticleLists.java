package news.piton.articles.internal.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import news.piton.articles.internal.article.Permalinks;
import news.piton.articles.internal.store.ArticleFilter.Name;
import news.piton.core.database.Database;
import news.piton.core.database.PreparedSelect;
import news.piton.core.page.Connection;
import news.piton.core.page.Cursor;
import news.piton.core.page.PageRequest;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/**
 * Pages of articles, newest first; of featured ones, the last featured first. Each page is one range of an index, so that a
 * page far down costs what the first one does. Many pages, one for each section say, make one statement for every fifty, and
 * one for their lengths where those are wanted. A section with children is several ranges, one for each of them, merged.
 */
public final class ArticleLists {
    private static final int AT_ONCE = 50;
    private static final String LIST = "list";
    private static final Comparator<ReadArticle> NEWEST_FIRST = Comparator.comparing(ReadArticle::listedAt)
            .thenComparing(article -> article.view().id())
            .reversed();

    private final PreparedSelect<Shape> pages;
    private final PreparedSelect<List<ArticleList>> counts;
    private final SectionTree sections;
    private final InstantSource clock;
    private final ArticleColumns columns;

    public ArticleLists(Database database, InstantSource clock, Permalinks permalinks, SectionTree sections) {
        this.pages = database.prepared();
        this.counts = database.prepared();
        this.clock = clock;
        this.sections = sections;
        this.columns = new ArticleColumns(permalinks);
    }

    /** Each article with all that any of the lists wants. */
    public Map<ArticleList, Connection<ReadArticle>> pages(Collection<ArticleList> asked) {
        Map<ArticleList, Connection<ReadArticle>> pages = new HashMap<>();
        List<ArticleList> all = List.copyOf(asked);
        ArticleParts wanted = all.stream().map(ArticleList::wanted).reduce(ArticleParts.FEWEST, ArticleParts::and);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            pages.putAll(some(all.subList(from, Math.min(all.size(), from + AT_ONCE)), wanted));
        }
        return pages;
    }

    private Map<ArticleList, Connection<ReadArticle>> some(List<ArticleList> asked, ArticleParts wanted) {
        Instant now = clock.instant();
        List<ArticleList> lists = asked.stream().map(this::whole).toList();
        Map<Integer, List<ReadArticle>> rows = rows(lists, wanted, now);
        Map<ArticleList, Integer> counts =
                counts(lists.stream().filter(ArticleList::counted).toList(), now);
        Map<ArticleList, Connection<ReadArticle>> pages = new HashMap<>();
        for (int i = 0; i < lists.size(); i++) {
            ArticleList list = lists.get(i);
            List<ReadArticle> found = rows.getOrDefault(i, List.of());
            pages.put(
                    asked.get(i),
                    Connection.of(
                            list.page().backward() ? found.reversed() : found,
                            list.page(),
                            article ->
                                    Cursor.of(article.listedAt(), article.view().id()),
                            () -> counts.containsKey(list)
                                    ? counts.get(list)
                                    : counts(List.of(list), now).getOrDefault(list, 0)));
        }
        return pages;
    }

    private record Shape(List<Strand> strands, ArticleParts wanted) {}

    /** A range of an index that is a list, or a part of it: {@code list} is the list's number. */
    private record Strand(int list, ArticleList part) {}

    private Map<Integer, List<ReadArticle>> rows(List<ArticleList> lists, ArticleParts wanted, Instant now) {
        List<Strand> strands = strands(lists);
        List<ArticleList> parts = strands.stream().map(Strand::part).toList();
        Map<Integer, List<ReadArticle>> found = pages.fetch(
                        new Shape(
                                strands.stream()
                                        .map(strand -> new Strand(strand.list, strand.part.shape()))
                                        .toList(),
                                wanted),
                        () -> IntStream.range(0, strands.size())
                                .mapToObj(number -> rows(strands.get(number), number, wanted))
                                .reduce(Select::unionAll)
                                .orElseThrow(),
                        values(parts, now))
                .intoGroups(row -> row.get(LIST, Integer.class), row -> columns.read(row, wanted, now));
        found.replaceAll((number, rows) -> merged(rows, lists.get(number).page()));
        return found;
    }

    private List<Strand> strands(List<ArticleList> lists) {
        List<Strand> strands = new ArrayList<>();
        for (int number = 0; number < lists.size(); number++) {
            ArticleList list = lists.get(number);
            if (list.filter().section() instanceof Name.Family(List<Long> family)
                    && list.filter().tag() == null
                    && list.filter().author() == null
                    && !list.filter().featured()) {
                for (Long section : family) {
                    strands.add(new Strand(number, list.in(new Name.Id(section))));
                }
            } else {
                strands.add(new Strand(number, list));
            }
        }
        return strands;
    }

    /** In the order of the list, and no more than one strand would have given. */
    private static List<ReadArticle> merged(List<ReadArticle> rows, PageRequest page) {
        List<ReadArticle> sorted = new ArrayList<>(rows);
        sorted.sort(NEWEST_FIRST);
        int most = page.size() + 1;
        if (sorted.size() <= most) {
            return sorted;
        }
        return page.backward() ? sorted.subList(sorted.size() - most, sorted.size()) : sorted.subList(0, most);
    }

    /** The same lists, those of sections with children naming them all. */
    private ArticleList whole(ArticleList list) {
        Name section = list.filter().section();
        List<Long> family = section == null ? List.of() : sections.family(section);
        return family.isEmpty() ? list : list.in(new Name.Family(family));
    }

    private static Select<Record> rows(Strand strand, int number, ArticleParts wanted) {
        ArticleList list = strand.part;
        Places places = Places.of(list.filter(), number);
        boolean backward = list.page().backward();
        List<SelectField<?>> selected = new ArrayList<>(ArticleColumns.of(wanted, places.place()));
        selected.add(DSL.inline(strand.list).as(LIST));
        return ArticleColumns.joined(DSL.select(selected).from(places.articles()), wanted)
                .where(places.condition())
                .and(places.behind(list.page()))
                .orderBy(
                        backward ? places.place().asc() : places.place().desc(),
                        backward ? places.id().asc() : places.id().desc())
                .limit(DSL.param("limit" + number, list.page().size() + 1));
    }

    private static List<ArticleList> shapes(List<ArticleList> lists) {
        return lists.stream().map(ArticleList::shape).toList();
    }

    private static Map<String, Object> values(List<ArticleList> lists, Instant now) {
        Map<String, Object> values = new HashMap<>(Map.of("now", now));
        for (int number = 0; number < lists.size(); number++) {
            values.putAll(lists.get(number).values(number));
        }
        return values;
    }

    private Map<ArticleList, Integer> counts(List<ArticleList> lists, Instant now) {
        if (lists.isEmpty()) {
            return Map.of();
        }
        return counts.fetch(
                        shapes(lists),
                        () -> IntStream.range(0, lists.size())
                                .mapToObj(number ->
                                        count(Places.of(lists.get(number).filter(), number), number))
                                .reduce(Select::unionAll)
                                .orElseThrow(),
                        values(lists, now))
                .intoMap(row -> lists.get(row.get(0, Integer.class)), row -> row.get(1, Integer.class));
    }

    private static Select<Record2<Integer, Integer>> count(Places places, int number) {
        return DSL.select(DSL.inline(number), DSL.count()).from(places.table()).where(places.condition());
    }
}
