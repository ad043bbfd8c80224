package news.piton.articles.internal.store;

import static news.piton.articles.internal.store.generated.Tables.ARTICLES_TRANSITION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import news.piton.articles.ArticleStatus;
import news.piton.articles.internal.history.Step;
import news.piton.core.database.Database;
import news.piton.core.page.Connection;
import news.piton.core.page.Cursor;
import news.piton.core.page.PageRequest;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/** The steps of articles. */
public final class HistoryStore {
    private static final int AT_ONCE = 50;
    private static final String LIST = "list";

    private final Database database;

    public HistoryStore(Database database) {
        this.database = database;
    }

    /** Adds a step. In the transaction that takes it and has locked the article, so that no two get one place. */
    public void add(long article, Step step) {
        var t = ARTICLES_TRANSITION;
        Step.Actor by = step.by();
        ArticleStatus from = step.from();
        Duration late = step.lateBy();
        database.sql()
                .insertInto(
                        t,
                        t.ARTICLE_ID,
                        t.POSITION,
                        t.KIND,
                        t.AT,
                        t.ACTOR_ID,
                        t.ACTOR_NAME,
                        t.FROM_STATUS,
                        t.TO_STATUS,
                        t.NOTE,
                        t.MOMENT,
                        t.LATE_MS,
                        t.VERSION)
                .select(select(
                                val(article),
                                coalesce(max(t.POSITION), 0).plus(1),
                                val(step.kind().name()),
                                val(step.at(), t.AT),
                                val(by == null ? null : by.id(), t.ACTOR_ID),
                                val(by == null ? null : by.name(), t.ACTOR_NAME),
                                val(from == null ? null : from.name(), t.FROM_STATUS),
                                val(step.to().name()),
                                val(step.note(), t.NOTE),
                                val(step.moment(), t.MOMENT),
                                val(late == null ? null : late.toMillis(), t.LATE_MS),
                                val(step.version()))
                        .from(t)
                        .where(t.ARTICLE_ID.eq(article)))
                .execute();
    }

    /** @param position counts the steps of the article from 1 */
    public record Placed(long article, int position, Step step) {}

    /** A page of one article's steps. */
    public record Request(long article, PageRequest page, boolean counted) {}

    /** Newest first; one statement for every fifty articles, and one more where lengths are wanted. */
    public Map<Request, Connection<Step>> pages(Collection<Request> requests) {
        Map<Request, Connection<Step>> pages = new HashMap<>();
        List<Request> all = List.copyOf(requests);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            some(all.subList(from, Math.min(all.size(), from + AT_ONCE)), pages);
        }
        return pages;
    }

    private void some(List<Request> requests, Map<Request, Connection<Step>> pages) {
        Map<Integer, List<Placed>> found = IntStream.range(0, requests.size())
                .mapToObj(number -> rows(requests.get(number), number))
                .reduce(Select::unionAll)
                .map(all ->
                        database.sql().fetch(all).intoGroups(row -> row.get(LIST, Integer.class), HistoryStore::placed))
                .orElseGet(Map::of);
        Map<Long, Integer> lengths = lengths(
                requests.stream().filter(Request::counted).map(Request::article).toList());
        for (int number = 0; number < requests.size(); number++) {
            Request request = requests.get(number);
            List<Placed> rows = new ArrayList<>(found.getOrDefault(number, List.of()));
            Comparator<Placed> oldestFirst = Comparator.comparing(Placed::position);
            rows.sort(request.page.backward() ? oldestFirst : oldestFirst.reversed());
            pages.put(
                    request,
                    Connection.of(
                                    rows,
                                    request.page,
                                    placed -> Cursor.of(placed.position),
                                    () -> lengths.getOrDefault(request.article, 0))
                            .map(Placed::step));
        }
    }

    private static Select<Record> rows(Request request, int number) {
        var t = ARTICLES_TRANSITION;
        boolean backward = request.page.backward();
        List<SelectField<?>> columns = new ArrayList<>(List.of(t.fields()));
        columns.add(DSL.inline(number).as(LIST));
        return DSL.select(columns)
                .from(t)
                .where(t.ARTICLE_ID.eq(request.article))
                .and(behind(request.page))
                .orderBy(backward ? t.POSITION.asc() : t.POSITION.desc())
                .limit(DSL.inline(request.page.size() + 1));
    }

    private static Condition behind(PageRequest page) {
        Cursor cursor = page.cursor();
        if (cursor == null) {
            return DSL.noCondition();
        }
        int last = Math.clamp(cursor.key(0, 1), 0, Integer.MAX_VALUE);
        return page.backward() ? ARTICLES_TRANSITION.POSITION.gt(last) : ARTICLES_TRANSITION.POSITION.lt(last);
    }

    /** The places of an article's steps have no gaps, so that the last one is their number. */
    private Map<Long, Integer> lengths(List<Long> articles) {
        var t = ARTICLES_TRANSITION;
        return articles.isEmpty()
                ? Map.of()
                : database.sql()
                        .select(t.ARTICLE_ID, max(t.POSITION))
                        .from(t)
                        .where(t.ARTICLE_ID.in(articles))
                        .groupBy(t.ARTICLE_ID)
                        .fetchMap(t.ARTICLE_ID, row -> row.value2());
    }

    static Placed placed(Record row) {
        var t = ARTICLES_TRANSITION;
        Long actor = row.get(t.ACTOR_ID);
        String from = row.get(t.FROM_STATUS);
        Long late = row.get(t.LATE_MS);
        return new Placed(
                row.get(t.ARTICLE_ID),
                row.get(t.POSITION),
                new Step(
                        Step.Kind.valueOf(row.get(t.KIND)),
                        row.get(t.AT),
                        actor == null ? null : new Step.Actor(actor, row.get(t.ACTOR_NAME)),
                        from == null ? null : ArticleStatus.valueOf(from),
                        ArticleStatus.valueOf(row.get(t.TO_STATUS)),
                        row.get(t.NOTE),
                        row.get(t.MOMENT),
                        late == null ? null : Duration.ofMillis(late),
                        row.get(t.VERSION)));
    }
}
