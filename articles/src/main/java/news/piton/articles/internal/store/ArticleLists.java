package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_ARTICLE;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import news.piton.articles.internal.article.Permalinks;
import news.piton.core.database.Database;
import news.piton.core.page.Connection;
import news.piton.core.page.Cursor;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Pages of articles, newest first. Each page is found in one index range of ids, and only then are its articles read; so a
 * page far down costs what the first one does. Many pages, one for each section say, still make one statement.
 */
public final class ArticleLists {
    private static final int AT_ONCE = 50;
    private static final Field<Integer> LIST = DSL.field(DSL.name("page", "list"), Integer.class);
    private static final Field<Long> ID = DSL.field(DSL.name("page", "id"), Long.class);

    private final Database database;
    private final InstantSource clock;
    private final ArticleColumns columns;

    public ArticleLists(Database database, InstantSource clock, Permalinks permalinks) {
        this.database = database;
        this.clock = clock;
        this.columns = new ArticleColumns(permalinks);
    }

    public Map<ArticleList, Connection<ReadArticle>> pages(Collection<ArticleList> asked) {
        Map<ArticleList, Connection<ReadArticle>> pages = new HashMap<>();
        List<ArticleList> all = List.copyOf(asked);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            pages.putAll(some(all.subList(from, Math.min(all.size(), from + AT_ONCE))));
        }
        return pages;
    }

    private Map<ArticleList, Connection<ReadArticle>> some(List<ArticleList> lists) {
        Instant now = clock.instant();
        Map<Integer, List<ReadArticle>> rows = rows(lists, now);
        Map<Integer, Integer> counts = counts(lists, now);
        Map<ArticleList, Connection<ReadArticle>> pages = new HashMap<>();
        for (int i = 0; i < lists.size(); i++) {
            ArticleList list = lists.get(i);
            int number = i;
            List<ReadArticle> found = rows.getOrDefault(i, List.of());
            pages.put(
                    list,
                    Connection.of(
                            list.page().backward() ? found.reversed() : found,
                            list.page(),
                            article ->
                                    Cursor.of(article.listedAt(), article.view().id()),
                            () -> list.counted()
                                    ? counts.getOrDefault(number, 0)
                                    : counts(List.of(counted(list)), now).getOrDefault(0, 0)));
        }
        return pages;
    }

    private static ArticleList counted(ArticleList list) {
        return new ArticleList(list.filter(), list.page(), list.wanted(), true);
    }

    private Map<Integer, List<ReadArticle>> rows(List<ArticleList> lists, Instant now) {
        Wanted wanted = lists.stream().map(ArticleList::wanted).reduce(Wanted.NOTHING, Wanted::and);
        Table<?> page = IntStream.range(0, lists.size())
                .mapToObj(number -> ids(lists.get(number), number, now))
                .reduce(Select::unionAll)
                .orElseThrow()
                .asTable("page");
        List<SelectField<?>> selected = new ArrayList<>(ArticleColumns.of(wanted));
        selected.add(LIST);
        return ArticleColumns.joined(
                        database.sql()
                                .select(selected)
                                .from(page)
                                .join(ARTICLES_ARTICLE)
                                .on(ARTICLES_ARTICLE.ID.eq(ID)),
                        wanted)
                .orderBy(ARTICLES_ARTICLE.LISTED_AT.desc(), ARTICLES_ARTICLE.ID.desc())
                .fetchGroups(LIST, row -> columns.read(row, wanted, now));
    }

    private static Select<Record2<Integer, Long>> ids(ArticleList list, int number, Instant now) {
        Places places = Places.of(list.filter(), now);
        boolean backward = list.page().backward();
        return DSL.select(DSL.inline(number).as("list"), places.id().as("id"))
                .from(places.table())
                .where(places.condition())
                .and(places.behind(list.page()))
                .orderBy(
                        backward ? places.listedAt().asc() : places.listedAt().desc(),
                        backward ? places.id().asc() : places.id().desc())
                .limit(DSL.inline(list.page().size() + 1));
    }

    /** How long the lists are, by their number; only those that are to be counted. */
    private Map<Integer, Integer> counts(List<ArticleList> lists, Instant now) {
        return IntStream.range(0, lists.size())
                .filter(number -> lists.get(number).counted())
                .mapToObj(number -> count(Places.of(lists.get(number).filter(), now), number))
                .reduce(Select::unionAll)
                .map(all -> database.sql().fetch(all).intoMap(Record2::value1, Record2::value2))
                .orElse(Map.of());
    }

    private static Select<Record2<Integer, Integer>> count(Places places, int number) {
        return DSL.select(DSL.inline(number), DSL.count()).from(places.table()).where(places.condition());
    }
}
