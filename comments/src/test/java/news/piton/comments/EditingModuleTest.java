package news.piton.comments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an author may still change, and until when. */
class EditingModuleTest {
    private static final String EDIT = """
        mutation($receipt: String!, $body: String!) {
          editComment(input: {receipt: $receipt, body: $body}) {
            comment { status editedAt body { text } }
            userErrors { code message path }
          }
        }
        """;

    @AutoClose
    private static final TestHost host = TestHost.boot(new ArticlesPlugin(), new CommentsPlugin());

    private String article;

    @BeforeEach
    void a_new_article_and_no_limit_used_up() {
        host.clock().tick(Duration.ofHours(1));
        article = ArticlesFixture.publish(host, "The ferry is back");
    }

    private Reply post(String body) {
        return CommentsFixture.send(host.guest(), CommentsFixture.input(host, article, "Ana Joseph", body))
                .ok();
    }

    private static Reply edit(Reply posted, String body) {
        return host.guest().send(EDIT, Map.of("receipt", posted.text("/data/postComment/receipt"), "body", body));
    }

    private static String id(Reply posted) {
        return posted.text("/data/postComment/comment/id");
    }

    private static Reply receipt(Reply posted) {
        return host.guest()
                .send(
                        "query($r: String!) { commentReceipt(receipt: $r) { editableUntil comment { postedAt } reasons"
                                + " { rule { code } } moderatorNote } }",
                        Map.of("r", posted.text("/data/postComment/receipt")))
                .ok();
    }

    @Test
    void an_author_changes_a_comment_that_waits_and_the_checks_look_again() {
        Reply posted = post("Buy now, limited offer!");
        host.clock().tick(Duration.ofMinutes(4));
        Reply edited = edit(posted, "Does it run on\u200b Sundays?").ok();
        assertEquals("PENDING", edited.text("/data/editComment/comment/status"));
        assertEquals("Does it run on Sundays?", edited.text("/data/editComment/comment/body/text"));
        assertEquals(host.clock().instant().toString(), edited.text("/data/editComment/comment/editedAt"));
        assertEquals(0, receipt(posted).at("/data/commentReceipt/reasons").size());

        edit(posted, "Buy now, unlimited offer!").ok();
        assertEquals("PROMOTION", receipt(posted).text("/data/commentReceipt/reasons/0/rule/code"));
        CommentsFixture.approve(host, id(posted));
        assertEquals(List.of("Buy now, unlimited offer!"), CommentsFixture.texts(host, article));
    }

    @Test
    void moderators_see_in_the_history_that_it_was_edited() {
        Reply posted = post("They said so");
        edit(posted, "She said so").ok();
        Reply reply = host.as("MODERATOR")
                .send(
                        "query($id: ID!) { node(id: $id) { ... on Comment { version history { moderator from to } } }"
                                + " }",
                        Map.of("id", id(posted)))
                .ok();
        assertEquals(2, reply.at("/data/node/version").asInt());
        assertEquals(
                "[{\"moderator\":null,\"from\":\"PENDING\",\"to\":\"PENDING\"}]",
                reply.at("/data/node/history").toString());
    }

    @Test
    void no_moderator_approves_a_text_that_was_put_in_place_of_the_one_they_read() {
        Reply posted = post("A lovely evening");
        edit(posted, "A tin of meat").ok();
        Reply blind = approve(id(posted), List.of(1));
        assertEquals(List.of("CONFLICT"), blind.userErrorCodes());
        String message = blind.userErrorMessages().getFirst();
        assertTrue(message.endsWith("read it again, and send the version you see in `expectedVersions`."), message);
        assertEquals(List.of("INVALID"), approve(id(posted), List.of(1, 2)).userErrorCodes());
        approve(id(posted), List.of(2)).ok();
    }

    private static Reply approve(String comment, List<Integer> versions) {
        return host.as("MODERATOR")
                .send(
                        "mutation($ids: [ID!]!, $versions: [Int!]) { approveComments(input: {ids: $ids,"
                                + " expectedVersions: $versions}) { userErrors { code message } } }",
                        Map.of("ids", List.of(comment), "versions", versions));
    }

    @Test
    void the_receipt_tells_until_when_and_then_it_is_too_late() {
        Reply posted = post("I would like to change this");
        Reply receipt = receipt(posted);
        assertEquals(
                host.clock().instant().plus(Duration.ofMinutes(5)).toString(),
                receipt.text("/data/commentReceipt/editableUntil"));
        host.clock().tick(Duration.ofMinutes(5));
        assertTrue(receipt(posted).at("/data/commentReceipt/editableUntil").isNull());
        Reply late = edit(posted, "Changed");
        assertEquals(List.of("EDIT_WINDOW_CLOSED"), late.userErrorCodes());
        assertEquals("receipt", late.text("/data/editComment/userErrors/0/path/1"));
    }

    @Test
    void what_is_decided_or_taken_back_stays_as_it_is() {
        Reply approved = post("Fine as it is");
        CommentsFixture.approve(host, id(approved));
        assertEquals(List.of("CONFLICT"), edit(approved, "Buy my tin of meat").userErrorCodes());
        assertTrue(receipt(approved).at("/data/commentReceipt/editableUntil").isNull());
        assertEquals(List.of("Fine as it is"), CommentsFixture.texts(host, article));

        Reply withdrawn = post("Not fine");
        host.guest()
                .send(
                        "mutation($r: String!) { withdrawComment(input: {receipt: $r}) { userErrors { code message } }"
                                + " }",
                        Map.of("r", withdrawn.text("/data/postComment/receipt")))
                .ok();
        assertEquals(
                List.of("You have taken this comment back."),
                edit(withdrawn, "Fine").userErrorMessages());
    }

    @Test
    void refuses_what_could_not_be_posted_either() {
        post("The pier needs light.");
        Reply posted = post("The pier needs paint.");
        assertEquals(List.of("REQUIRED"), edit(posted, " ").userErrorCodes());
        assertEquals(List.of("TOO_LONG"), edit(posted, "a".repeat(5_001)).userErrorCodes());
        assertEquals(List.of("DUPLICATE"), edit(posted, "the pier needs LIGHT").userErrorCodes());
        edit(posted, "The pier needs PAINT!").ok();
        assertEquals(
                List.of("NOT_FOUND"),
                host.guest()
                        .send(EDIT, Map.of("receipt", "forged", "body", "Mine"))
                        .userErrorCodes());
    }

    @Test
    void leaves_nothing_to_edit_under_an_article_that_is_gone() {
        Reply posted = post("Gone?");
        host.as("EDITOR")
                .send(
                        "mutation($id: ID!) { unpublishArticle(input: {id: $id, reason: \"A mistake\"}) { userErrors {"
                                + " code } } }",
                        Map.of("id", article))
                .ok();
        assertEquals(List.of("NOT_FOUND"), edit(posted, "Gone!").userErrorCodes());
    }

    @Test
    void takes_ten_edits_in_ten_minutes_from_one_address() {
        Reply posted = post("Number 0");
        for (int i = 1; i <= 10; i++) {
            edit(posted, "Number " + i).ok();
        }
        assertEquals("RATE_LIMITED", edit(posted, "Number 11").errorCode());
    }

    @Test
    void of_an_edit_and_an_approval_at_once_neither_is_lost() throws Exception {
        host.as("MODERATOR");
        for (int round = 0; round < 5; round++) {
            Reply posted = post("Before " + round);
            String after = "After " + round;
            CyclicBarrier together = new CyclicBarrier(2);
            try (ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Reply> edit = desks.submit(() -> {
                    together.await();
                    return edit(posted, after);
                });
                Future<?> approval = desks.submit(() -> {
                    together.await();
                    CommentsFixture.approve(host, id(posted));
                    return null;
                });
                approval.get();
                List<String> refused = new ArrayList<>(edit.get().userErrorCodes());
                assertTrue(refused.isEmpty() || refused.equals(List.of("CONFLICT")), refused::toString);
                assertEquals(
                        refused.isEmpty() ? after : "Before " + round,
                        CommentsFixture.texts(host, article).getLast());
            }
        }
    }

    @Test
    void takes_no_edits_when_the_paper_wants_none() {
        try (TestHost strict = TestHost.with(new ArticlesPlugin(), new CommentsPlugin())
                .setting("comments.editable-minutes", "0")
                .boot()) {
            String here = ArticlesFixture.publish(strict, "Set in stone");
            Reply posted = CommentsFixture.send(strict.guest(), CommentsFixture.input(strict, here, "Ana", "Once said"))
                    .ok();
            assertEquals(
                    List.of("EDIT_WINDOW_CLOSED"),
                    strict.guest()
                            .send(EDIT, Map.of("receipt", posted.text("/data/postComment/receipt"), "body", "Twice"))
                            .userErrorCodes());
        }
    }
}
