package news.piton.comments.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.piton.comments.CommentAuthor;
import news.piton.comments.CommentBody;
import news.piton.comments.CommentStatus;
import news.piton.comments.CommentView;
import news.piton.comments.internal.policy.PolicyFinding;
import news.piton.comments.internal.policy.Rule;
import news.piton.comments.internal.policy.Verdict;
import news.piton.comments.internal.thread.Branch;
import news.piton.comments.internal.thread.NewComment;
import news.piton.core.database.Database;
import news.piton.core.database.Migrations;
import news.piton.core.database.StatementCounter;
import news.piton.core.page.Connection;
import news.piton.core.page.Cursor;
import news.piton.core.page.PageRequest;
import news.piton.core.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ThreadStoreDbTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static TestDatabase server;
    private static Database database;
    private static FindingStore findings;
    private static CommentStore comments;
    private static ThreadStore threads;
    private static DiscussionStore discussions;
    private static long id = 1_000;

    @BeforeAll
    static void migrate() {
        server = TestDatabase.create();
        Migrations.migrate(server.pool(), "comments", ThreadStoreDbTest.class.getClassLoader());
        database = new Database(server.pool());
        findings = new FindingStore(database);
        comments = new CommentStore(database, findings);
        threads = new ThreadStore(database);
        discussions = new DiscussionStore(database);
    }

    @AfterAll
    static void drop() {
        server.close();
    }

    private static long add(long article, @Nullable Long parent, int minute, PolicyFinding... found) {
        CommentView view = new CommentView(
                id++,
                article,
                parent,
                new CommentAuthor("Ana", false),
                new CommentBody("Text 😀"),
                CommentStatus.PENDING,
                NOON.plusSeconds(60L * minute),
                null,
                false,
                1);
        comments.add(new NewComment(view, parent == null ? 0 : 1, null, null, "0".repeat(32), List.of(found)));
        return view.id();
    }

    private static long approved(long article, @Nullable Long parent, int minute) {
        long comment = add(article, parent, minute);
        comments.setStatus(List.of(comment), CommentStatus.APPROVED);
        comments.show(List.of(comment));
        return comment;
    }

    private static List<Long> ids(@Nullable Connection<CommentView> page) {
        return page == null
                ? List.of()
                : page.nodes().stream().map(CommentView::id).toList();
    }

    @Test
    void reads_pages_of_many_branches_at_once() {
        long first = approved(1, null, 1);
        long second = approved(1, null, 2);
        long answer = approved(1, first, 3);
        long elsewhere = approved(2, null, 1);
        add(2, null, 2);

        Branch top = new Branch(1, null, PageRequest.first(1));
        Branch rest = new Branch(1, null, new PageRequest(5, false, Cursor.of(NOON.plusSeconds(60), first)));
        Branch back = new Branch(1, null, new PageRequest(1, true, null));
        Branch answers = new Branch(1, first, PageRequest.first(5));
        Branch other = new Branch(2, null, PageRequest.first(5));
        Branch nothing = new Branch(3, null, PageRequest.first(5));
        Map<Branch, Connection<CommentView>> pages = threads.branches(Set.of(top, rest, back, answers, other, nothing));

        assertEquals(List.of(first), ids(pages.get(top)));
        assertTrue(pages.get(top).pageInfo().hasNextPage());
        assertEquals(List.of(second), ids(pages.get(rest)));
        assertFalse(pages.get(rest).pageInfo().hasNextPage());
        assertEquals(List.of(second), ids(pages.get(back)));
        assertEquals(List.of(answer), ids(pages.get(answers)));
        assertEquals(List.of(elsewhere), ids(pages.get(other)));
        assertEquals(List.of(), ids(pages.get(nothing)));
        assertEquals(2, pages.get(top).totalCount());
        assertEquals(1, pages.get(answers).totalCount());
        assertEquals(0, pages.get(nothing).totalCount());
        assertEquals("Text 😀", pages.get(top).nodes().getFirst().body().text());
    }

    @Test
    void reads_many_branches_fifty_at_a_time() {
        Map<Branch, List<Long>> expected = new HashMap<>();
        for (int i = 0; i < 120; i++) {
            long article = 100 + i;
            expected.put(new Branch(article, null, PageRequest.first(1)), List.of(approved(article, null, 1)));
        }
        StatementCounter counter = new StatementCounter();
        Map<Branch, Connection<CommentView>> pages = counter.during(() -> threads.branches(expected.keySet()));

        assertEquals(3, counter.count());
        assertEquals(expected.keySet(), pages.keySet());
        expected.forEach((branch, comments) -> assertEquals(comments, ids(pages.get(branch))));
        int lengths = counter.during(
                () -> pages.values().stream().mapToInt(Connection::totalCount).sum());
        assertEquals(120, lengths);
        assertEquals(6, counter.count());
    }

    @Test
    void breaks_ties_of_the_same_moment_by_id() {
        List<Long> all = List.of(approved(4, null, 0), approved(4, null, 0), approved(4, null, 0));
        Branch one = new Branch(4, null, PageRequest.first(1));
        Branch two = new Branch(4, null, new PageRequest(1, false, Cursor.of(NOON, all.get(0))));
        Branch before = new Branch(4, null, new PageRequest(5, true, Cursor.of(NOON, all.get(2))));
        var pages = threads.branches(Set.of(one, two, before));
        assertEquals(all.subList(0, 1), ids(pages.get(one)));
        assertEquals(all.subList(1, 2), ids(pages.get(two)));
        assertEquals(all.subList(0, 2), ids(pages.get(before)));
    }

    @Test
    void shows_a_whole_branch_again_in_whatever_order_it_is_decided() {
        long parent = add(5, null, 1);
        long answer = add(5, parent, 2);
        comments.setStatus(List.of(answer), CommentStatus.APPROVED);
        comments.show(List.of(answer));
        assertEquals(Set.of(), comments.shown(Set.of(parent, answer)).keySet());
        comments.setStatus(List.of(parent), CommentStatus.APPROVED);
        comments.show(List.of(parent));
        assertEquals(
                Set.of(parent, answer), comments.shown(Set.of(parent, answer)).keySet());
    }

    @Test
    void counts_what_shows_and_keeps_discussions_apart() {
        database.inTransaction(() -> {
            discussions.lock(Set.of(6L, 7L));
            approved(6, approved(6, null, 1), 2);
            add(6, null, 3);
            discussions.recount(Set.of(6L, 7L));
            discussions.setOpen(7, false);
        });
        assertEquals(Map.of(6L, 2), discussions.shownCounts(Set.of(6L, 7L, 8L)));
        assertFalse(discussions.of(7).open());
        assertTrue(discussions.of(8).open());
    }

    @Test
    void keeps_findings_in_their_order() {
        PolicyFinding name = new PolicyFinding(Rule.LINKS, Verdict.REJECT, "A name, please.", null, null);
        PolicyFinding word = new PolicyFinding(Rule.FOUL_LANGUAGE, Verdict.HOLD, "Not this word.", 3, 7);
        long comment = add(9, null, 1, name, word);
        assertEquals(Map.of(comment, List.of(name, word), 1L, List.of()), findings.of(Set.of(comment, 1L)));
    }
}
