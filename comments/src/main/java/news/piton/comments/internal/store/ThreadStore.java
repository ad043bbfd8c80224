package news.piton.comments.internal.store;

import static news.piton.comments.internal.store.generated.Tables.COMMENTS_COMMENT;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.param;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import news.piton.comments.CommentStatus;
import news.piton.comments.CommentView;
import news.piton.comments.internal.thread.Branch;
import news.piton.core.database.Database;
import news.piton.core.database.PreparedSelect;
import news.piton.core.page.Connection;
import news.piton.core.page.Cursor;
import news.piton.core.page.PageRequest;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Lists of comments, in the order in which they were posted. */
public final class ThreadStore {
    private static final int AT_ONCE = 50;
    private static final String BRANCH = "branch";
    private final Database database;
    private final PreparedSelect<List<Branch>> branches;
    private final PreparedSelect<PageRequest> queue;

    public ThreadStore(Database database) {
        this.database = database;
        this.branches = database.prepared();
        this.queue = database.prepared();
    }

    /**
     * What readers see, for any number of branches: one statement for every {@value #AT_ONCE}, which reads no more rows than it
     * returns, and one more for their lengths where those are asked for.
     */
    public Map<Branch, Connection<CommentView>> branches(Set<Branch> asked) {
        List<Branch> all = List.copyOf(asked);
        Map<Branch, Connection<CommentView>> pages = new HashMap<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            pages.putAll(some(all.subList(from, Math.min(all.size(), from + AT_ONCE))));
        }
        return pages;
    }

    private Map<Branch, Connection<CommentView>> some(List<Branch> branches) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < branches.size(); i++) {
            values.putAll(values(branches.get(i), i));
        }
        Map<Integer, List<CommentView>> rows = this.branches
                .fetch(branches.stream().map(Branch::shape).toList(), () -> union(branches), values)
                .intoGroups(row -> row.get(BRANCH, Integer.class), CommentRows::view);
        Counts counts = new Counts(branches);
        Map<Branch, Connection<CommentView>> pages = new HashMap<>();
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            List<CommentView> found = rows.getOrDefault(i, List.of());
            pages.put(branch, connection(found, branch.page(), () -> counts.of(branch)));
        }
        return pages;
    }

    /** All comments of one status. */
    public Connection<CommentView> queue(CommentStatus status, PageRequest page) {
        Condition inQueue = COMMENTS_COMMENT.STATUS.eq(status.name());
        Map<String, Object> values = values(page, 0);
        values.put("status", status.name());
        List<CommentView> rows = queue.fetch(
                        page.shape(),
                        () -> page(0, COMMENTS_COMMENT.STATUS.eq(param("status", status.name())), page),
                        values)
                .map(CommentRows::view);
        return connection(rows, page, () -> database.sql().fetchCount(COMMENTS_COMMENT, inQueue));
    }

    /** What {@link #page} compares with, by the names of its parameters. */
    private static Map<String, Object> values(Branch branch, int number) {
        Map<String, Object> values = values(branch.page(), number);
        values.put("article" + number, branch.articleId());
        if (branch.parentId() != null) {
            values.put("parent" + number, branch.parentId());
        }
        return values;
    }

    private static Map<String, Object> values(PageRequest page, int number) {
        Map<String, Object> values = new HashMap<>();
        values.put("limit" + number, page.size() + 1);
        Cursor cursor = page.cursor();
        if (cursor != null) {
            values.put("time" + number, cursor.time());
            values.put("id" + number, cursor.key(1, 2));
        }
        return values;
    }

    private Select<Record> union(List<Branch> branches) {
        Select<Record> union =
                page(0, in(branches.getFirst(), 0), branches.getFirst().page());
        for (int i = 1; i < branches.size(); i++) {
            union = union.unionAll(
                    page(i, in(branches.get(i), i), branches.get(i).page()));
        }
        return union;
    }

    private Select<Record> page(int number, Condition which, PageRequest page) {
        Field<Instant> time = COMMENTS_COMMENT.POSTED_AT;
        Field<Long> id = COMMENTS_COMMENT.ID;
        return database.sql()
                .select(CommentRows.COLUMNS)
                .select(inline(number).as(BRANCH))
                .from(COMMENTS_COMMENT)
                .where(which)
                .and(beyond(page, number))
                .orderBy(page.backward() ? time.desc() : time.asc(), page.backward() ? id.desc() : id.asc())
                .limit(param("limit" + number, page.size() + 1));
    }

    private static Condition beyond(PageRequest page, int number) {
        Cursor cursor = page.cursor();
        if (cursor == null) {
            return DSL.noCondition();
        }
        Field<Instant> time = COMMENTS_COMMENT.POSTED_AT;
        Field<Long> id = COMMENTS_COMMENT.ID;
        Param<Instant> lastTime = PreparedSelect.time("time" + number);
        Param<Long> lastId = param("id" + number, cursor.key(1, 2));
        // Not a row comparison, for which MariaDB would read the index from its beginning.
        return page.backward()
                ? time.le(lastTime).and(time.lt(lastTime).or(id.lt(lastId)))
                : time.ge(lastTime).and(time.gt(lastTime).or(id.gt(lastId)));
    }

    private static Condition in(Branch branch, int number) {
        return COMMENTS_COMMENT
                .ARTICLE_ID
                .eq(param("article" + number, branch.articleId()))
                .and(
                        branch.parentId() == null
                                ? COMMENTS_COMMENT.PARENT_ID.isNull()
                                : COMMENTS_COMMENT.PARENT_ID.eq(param("parent" + number, branch.parentId())))
                .and(COMMENTS_COMMENT.SHOWN.eq(inline(true)));
    }

    private static Connection<CommentView> connection(List<CommentView> rows, PageRequest page, IntSupplier count) {
        return Connection.of(rows, page, row -> Cursor.of(row.postedAt(), row.id()), count);
    }

    /** How long some branches are: one statement for all of them, when the first is asked for. */
    private final class Counts {
        private final List<Branch> branches;
        private @Nullable Map<Spot, Integer> counted;

        private record Spot(long articleId, @Nullable Long parentId) {}

        Counts(List<Branch> branches) {
            this.branches = branches;
        }

        synchronized int of(Branch branch) {
            if (counted == null) {
                counted = count();
            }
            return counted.getOrDefault(new Spot(branch.articleId(), branch.parentId()), 0);
        }

        private Map<Spot, Integer> count() {
            return database.sql()
                    .select(COMMENTS_COMMENT.ARTICLE_ID, COMMENTS_COMMENT.PARENT_ID, DSL.count())
                    .from(COMMENTS_COMMENT)
                    .where(DSL.or(branches.stream().map(branch -> in(branch, 0)).toList()))
                    .groupBy(COMMENTS_COMMENT.ARTICLE_ID, COMMENTS_COMMENT.PARENT_ID)
                    .fetchMap(row -> new Spot(row.value1(), row.value2()), row -> row.value3());
        }
    }
}
