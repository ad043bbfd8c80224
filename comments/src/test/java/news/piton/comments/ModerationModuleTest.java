package news.piton.comments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.id.GlobalId;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What moderators decide, and what they find when somebody was faster. */
class ModerationModuleTest {
    @AutoClose
    private static final TestHost host = TestHost.boot(new ArticlesPlugin(), new CommentsPlugin());

    private String article;

    @BeforeEach
    void a_new_article_and_no_limit_used_up() {
        host.clock().tick(Duration.ofHours(1));
        article = ArticlesFixture.publish(host, "The ferry is back");
    }

    private static Reply decide(String role, String mutation, Map<String, Object> input) {
        String type = mutation.substring(0, 1).toUpperCase(Locale.ROOT) + mutation.substring(1) + "Input!";
        return host.as(role)
                .send(
                        "mutation($input: " + type + ") { " + mutation
                                + "(input: $input) { comments { id status version } userErrors { code message path } }"
                                + " }",
                        Map.of("input", input));
    }

    private static Reply approve(String... ids) {
        return decide("MODERATOR", "approveComments", Map.of("ids", List.of(ids)));
    }

    private static Reply reject(String... ids) {
        return decide("MODERATOR", "rejectComments", Map.of("ids", List.of(ids), "rule", "RESPECT"));
    }

    private static Reply history(String comment) {
        return host.as("MODERATOR").send("""
            query($id: ID!) {
              node(id: $id) {
                ... on Comment { version history { at moderator from to rule { code } note } }
              }
            }
            """, Map.of("id", comment)).ok();
    }

    private static List<String> queue(String queue) {
        Reply reply = host.as("MODERATOR")
                .send(
                        "query($queue: ModerationQueue!) { moderationQueue(queue: $queue, last: 100) { nodes { id } }"
                                + " }",
                        Map.of("queue", queue))
                .ok();
        return reply.at("/data/moderationQueue/nodes").findValuesAsText("id");
    }

    @Test
    void is_for_moderators_only() {
        String comment = CommentsFixture.post(host, article, "Let me in");
        String approve = "mutation($ids: [ID!]!) { approveComments(input: {ids: $ids}) { userErrors { code } } }";
        Map<String, Object> ids = Map.of("ids", List.of(comment));
        assertEquals("UNAUTHENTICATED", host.guest().send(approve, ids).errorCode());
        assertEquals("FORBIDDEN", host.as("AUTHOR").send(approve, ids).errorCode());
        assertEquals(
                "UNAUTHENTICATED",
                host.guest().send("{ moderationQueue { nodes { id } } }").errorCode());
        assertEquals(List.of(), CommentsFixture.texts(host, article));
    }

    @Test
    void the_queue_begins_with_what_waits_longest() {
        String first = CommentsFixture.post(host, article, "I was first");
        host.clock().tick(Duration.ofSeconds(1));
        String second = CommentsFixture.post(host, article, "I was second");
        List<String> waiting = queue("PENDING");
        assertTrue(waiting.indexOf(first) >= 0 && waiting.indexOf(first) < waiting.indexOf(second));
    }

    @Test
    void every_decision_moves_a_comment_to_its_queue() {
        String good = CommentsFixture.post(host, article, "A good one");
        String bad = CommentsFixture.post(host, article, "A bad one");
        String spam = CommentsFixture.post(host, article, "A tin of meat");
        approve(good).ok();
        reject(bad).ok();
        decide("MODERATOR", "markCommentsAsSpam", Map.of("ids", List.of(spam))).ok();

        assertTrue(queue("APPROVED").contains(good));
        assertTrue(queue("REJECTED").contains(bad));
        assertTrue(queue("SPAM").contains(spam));
        assertEquals(List.of(), queue("REPORTED"));
        assertEquals(List.of(), queue("APPEALED"));
        assertEquals(List.of("A good one"), CommentsFixture.texts(host, article));
    }

    @Test
    void the_history_keeps_who_decided_what_and_why() {
        String comment = CommentsFixture.post(host, article, "They stole it all");
        decide(
                        "EDITOR",
                        "rejectComments",
                        Map.of("ids", List.of(comment), "rule", "UNVERIFIED_ACCUSATION", "note", "Who says so?"))
                .ok();
        Reply reply = history(comment);
        assertEquals(2, reply.at("/data/node/version").asInt());
        assertEquals(1, reply.at("/data/node/history").size());
        assertEquals("The EDITOR", reply.text("/data/node/history/0/moderator"));
        assertEquals("PENDING", reply.text("/data/node/history/0/from"));
        assertEquals("REJECTED", reply.text("/data/node/history/0/to"));
        assertEquals("UNVERIFIED_ACCUSATION", reply.text("/data/node/history/0/rule/code"));
        assertEquals("Who says so?", reply.text("/data/node/history/0/note"));
    }

    @Test
    void a_rejection_names_one_of_the_six_rules() {
        String comment = CommentsFixture.post(host, article, "I do not like this");
        Reply reply = decide("MODERATOR", "rejectComments", Map.of("ids", List.of(comment), "rule", "BOREDOM"));
        assertEquals(List.of("INVALID"), reply.userErrorCodes());
        assertEquals("rule", reply.text("/data/rejectComments/userErrors/0/path/1"));
        assertTrue(reply.userErrorMessages().getFirst().contains("UNVERIFIED_ACCUSATION"));
    }

    @Test
    void tells_for_each_comment_why_it_cannot_be_decided_and_changes_none() {
        String waiting = CommentsFixture.post(host, article, "I wait");
        String approved = CommentsFixture.approved(host, article, "I am in");
        Reply reply = approve(waiting, "nonsense", approved);
        assertEquals(List.of("NOT_FOUND"), reply.userErrorCodes());
        assertEquals(
                "[\"input\",\"ids\",\"1\"]",
                reply.at("/data/approveComments/userErrors/0/path").toString());
        Reply decided = approve(waiting, approved, GlobalId.encode("Comment", 1));
        assertEquals(List.of("CONFLICT", "NOT_FOUND"), decided.userErrorCodes());
        assertEquals(
                "[\"input\",\"ids\",\"1\"]",
                decided.at("/data/approveComments/userErrors/0/path").toString());
        assertTrue(queue("PENDING").contains(waiting));
    }

    @Test
    void refuses_no_comments_too_many_and_the_same_twice() {
        String comment = CommentsFixture.post(host, article, "Me, me");
        assertEquals(List.of("INVALID"), approve().userErrorCodes());
        assertEquals(List.of("INVALID"), approve(comment, comment).userErrorCodes());
        String[] many = new String[101];
        Arrays.setAll(many, i -> GlobalId.encode("Comment", i));
        assertEquals(List.of("INVALID"), approve(many).userErrorCodes());
    }

    @Test
    void deciding_twice_says_who_was_first_and_leaves_one_entry() {
        String comment = CommentsFixture.approved(host, article, "Decide me");
        Reply again = approve(comment);
        assertEquals(List.of("CONFLICT"), again.userErrorCodes());
        assertTrue(again.userErrorMessages().getFirst().contains("The MODERATOR"), again.json()::toString);
        assertEquals(1, history(comment).at("/data/node/history").size());
    }

    @Test
    void overruling_a_colleague_takes_intent() {
        String comment = CommentsFixture.approved(host, article, "Rude, on second thoughts");
        assertEquals(List.of("CONFLICT"), reject(comment).userErrorCodes());
        Map<String, Object> input = new HashMap<>(Map.of("ids", List.of(comment), "rule", "RESPECT"));
        input.put("expectedStatus", "APPROVED");
        decide("EDITOR", "rejectComments", input).ok();
        assertEquals(List.of(), CommentsFixture.texts(host, article));
        assertEquals(2, history(comment).at("/data/node/history").size());
    }

    @Test
    void tells_a_moderator_who_cannot_overrule_an_author_so() {
        Reply posted = CommentsFixture.send(
                        host.guest(), CommentsFixture.input(host, article, "Ana Joseph", "On second thoughts"))
                .ok();
        host.guest()
                .send(
                        "mutation($r: String!) { withdrawComment(input: {receipt: $r}) { userErrors { code message } }"
                                + " }",
                        Map.of("r", posted.text("/data/postComment/receipt")))
                .ok();
        String comment = posted.text("/data/postComment/comment/id");
        for (String status : List.of("PENDING", "WITHDRAWN")) {
            Reply reply =
                    decide("MODERATOR", "approveComments", Map.of("ids", List.of(comment), "expectedStatus", status));
            assertEquals(List.of("CONFLICT"), reply.userErrorCodes());
            String message = reply.userErrorMessages().getFirst();
            assertTrue(message.endsWith("what its author took back stays so."), message);
        }
    }

    @Test
    void deciding_many_comments_costs_as_many_statements_as_deciding_one() {
        String one = CommentsFixture.post(host, article, "One");
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            many.add(CommentsFixture.post(host, article, "Below " + i));
            many.add(CommentsFixture.post(host, ArticlesFixture.publish(host, "Elsewhere " + i), "Above " + i));
        }
        String[] all = many.toArray(String[]::new);
        approve(CommentsFixture.post(host, article, "The first of a session costs a statement more"))
                .ok();
        int forOne = host.statements(() -> approve(one).ok());
        int forMany = host.statements(() -> approve(all).ok());
        assertEquals(forOne, forMany);

        int refusedOne = host.statements(
                () -> assertEquals(List.of("CONFLICT"), approve(one).userErrorCodes()));
        int refusedMany = host.statements(
                () -> assertEquals(Set.of("CONFLICT"), Set.copyOf(approve(all).userErrorCodes())));
        assertEquals(refusedOne, refusedMany);
    }

    @Test
    void of_two_moderators_at_once_one_decides_and_the_other_is_told() throws Exception {
        host.as("MODERATOR");
        host.as("EDITOR");
        for (int round = 0; round < 5; round++) {
            String comment = CommentsFixture.post(host, article, "Round " + round);
            CyclicBarrier together = new CyclicBarrier(2);
            try (ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Reply> one = desks.submit(() -> {
                    together.await();
                    return approve(comment);
                });
                Future<Reply> other = desks.submit(() -> {
                    together.await();
                    return decide("EDITOR", "rejectComments", Map.of("ids", List.of(comment), "rule", "RESPECT"));
                });
                List<String> errors = new ArrayList<>(one.get().userErrorCodes());
                errors.addAll(other.get().userErrorCodes());
                assertEquals(List.of("CONFLICT"), errors);
            }
            assertEquals(1, history(comment).at("/data/node/history").size());
        }
    }

    @Test
    void two_moderators_who_decide_different_comments_do_not_spoil_the_count() throws Exception {
        List<String> comments = List.of(
                CommentsFixture.post(host, article, "One"),
                CommentsFixture.post(host, article, "Two"),
                CommentsFixture.post(host, article, "Three"),
                CommentsFixture.post(host, article, "Four"));
        host.as("MODERATOR");
        CyclicBarrier together = new CyclicBarrier(comments.size());
        try (ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> replies = comments.stream()
                    .map(comment -> desks.submit(() -> {
                        together.await();
                        return approve(comment);
                    }))
                    .toList();
            for (Future<Reply> reply : replies) {
                reply.get().ok();
            }
        }
        Reply count = host.guest()
                .send("query($id: ID!) { article(id: $id) { commentCount } }", Map.of("id", article))
                .ok();
        assertEquals(4, count.at("/data/article/commentCount").asInt());
    }
}
