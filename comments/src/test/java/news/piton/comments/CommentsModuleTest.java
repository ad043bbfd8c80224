package news.piton.comments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.id.GlobalId;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comments do, told from outside: as a guest, as a moderator, as another module. */
class CommentsModuleTest {
    @AutoClose
    private static final TestHost host = TestHost.boot(new ArticlesPlugin(), new CommentsPlugin());

    private String article;

    @BeforeEach
    void a_new_article_and_no_limit_used_up() {
        host.clock().tick(Duration.ofHours(1));
        article = ArticlesFixture.publish(host, "The ferry is back");
    }

    @Test
    void shows_nothing_before_a_moderator_approves_it() {
        String comment = CommentsFixture.post(host, article, "About time!");
        assertEquals(List.of(), CommentsFixture.texts(host, article));

        CommentsFixture.approve(host, comment);
        assertEquals(List.of("About time!"), CommentsFixture.texts(host, article));
    }

    @Test
    void asks_for_name_and_text_as_a_person_would() {
        Reply reply = CommentsFixture.send(host.guest(), CommentsFixture.input(host, article, " ", "\n"));
        assertEquals(List.of("Please enter your name here", "Please enter your comment!"), reply.userErrorMessages());
        assertEquals(
                "[\"input\",\"authorName\"]",
                reply.at("/data/postComment/userErrors/0/path").toString());
        assertTrue(reply.at("/data/postComment/comment").isNull());
    }

    @Test
    void states_its_six_rules() {
        Reply reply = host.guest().send("{ commentPolicy { version introduction rules { code title description } } }");
        assertEquals(
                List.of("RESPECT", "UNVERIFIED_ACCUSATION", "FOUL_LANGUAGE", "LINKS", "VOLUME", "PROMOTION"),
                reply.ok().at("/data/commentPolicy/rules").findValuesAsText("code"));
    }

    @Test
    void tells_what_the_checks_would_find_before_anything_is_posted() {
        Reply reply = host.guest().send("""
            mutation {
              checkComment(input: {body: "Those bastards! CLICK HERE"}) {
                findings { rule { code } verdict message start end }
                userErrors { code }
              }
            }
            """).ok();
        assertEquals(
                List.of("FOUL_LANGUAGE", "PROMOTION"),
                reply.at("/data/checkComment/findings").findValuesAsText("code"));
        assertEquals(6, reply.at("/data/checkComment/findings/0/start").asInt());
        assertEquals(14, reply.at("/data/checkComment/findings/0/end").asInt());
    }

    @Test
    void shows_moderators_what_the_checks_found_and_who_wrote_it() {
        Map<String, Object> input = CommentsFixture.input(host, article, "Ana Joseph", "What the sh1t is this?");
        input.put("authorEmail", "ana@example.org");
        String comment = CommentsFixture.send(host.guest(), input).ok().text("/data/postComment/comment/id");

        Reply reply = host.as("MODERATOR").send("""
            query($id: ID!) {
              node(id: $id) {
                ... on Comment { status authorEmail findings { rule { code } verdict } version article { id } }
              }
            }
            """, Map.of("id", comment)).ok();
        assertEquals("PENDING", reply.text("/data/node/status"));
        assertEquals("ana@example.org", reply.text("/data/node/authorEmail"));
        assertEquals("FOUL_LANGUAGE", reply.text("/data/node/findings/0/rule/code"));
        assertEquals(article, reply.text("/data/node/article/id"));
    }

    @Test
    void a_receipt_tells_its_holder_what_became_of_the_comment() {
        Reply posted = CommentsFixture.send(
                        host.guest(), CommentsFixture.input(host, article, "Max", "Buy now, limited offer!"))
                .ok();
        Map<String, String> receipt = Map.of("receipt", posted.text("/data/postComment/receipt"));
        String question = """
            query($receipt: String!) {
              commentReceipt(receipt: $receipt) {
                comment { status body { text } article { headline } } reasons { rule { code } } rule { code } moderatorNote
              }
            }
            """;
        Reply before = host.guest().send(question, receipt).ok();
        assertEquals("PENDING", before.text("/data/commentReceipt/comment/status"));
        assertEquals("PROMOTION", before.text("/data/commentReceipt/reasons/0/rule/code"));

        host.as("MODERATOR")
                .send("""
                    mutation($ids: [ID!]!) {
                      rejectComments(input: {ids: $ids, rule: "PROMOTION", note: "Please ask our advertising desk."}) {
                        userErrors { code }
                      }
                    }
                    """, Map.of("ids", List.of(posted.text("/data/postComment/comment/id"))))
                .ok();
        Reply after = host.guest().send(question, receipt).ok();
        assertEquals("REJECTED", after.text("/data/commentReceipt/comment/status"));
        assertEquals("PROMOTION", after.text("/data/commentReceipt/rule/code"));
        assertEquals("Please ask our advertising desk.", after.text("/data/commentReceipt/moderatorNote"));
    }

    @Test
    void a_receipt_lets_its_holder_take_the_comment_back_once() {
        Reply posted = CommentsFixture.send(
                        host.guest(), CommentsFixture.input(host, article, "Max", "I should not say this"))
                .ok();
        CommentsFixture.approve(host, posted.text("/data/postComment/comment/id"));
        String withdraw = """
            mutation($receipt: String!) {
              withdrawComment(input: {receipt: $receipt}) { comment { status } userErrors { code message path } }
            }
            """;
        Map<String, String> receipt = Map.of("receipt", posted.text("/data/postComment/receipt"));

        assertEquals(
                "WITHDRAWN", host.guest().send(withdraw, receipt).ok().text("/data/withdrawComment/comment/status"));
        assertEquals(List.of(), CommentsFixture.texts(host, article));
        assertEquals(List.of("CONFLICT"), host.guest().send(withdraw, receipt).userErrorCodes());
        assertEquals(
                List.of("NOT_FOUND"),
                host.guest().send(withdraw, Map.of("receipt", "forged")).userErrorCodes());
    }

    @Test
    void replies_hang_below_the_comment_that_they_answer() {
        String comment = CommentsFixture.approved(host, article, "Will it run on Sundays?");
        String answer = CommentsFixture.approvedAnswer(host, article, comment, "From December on.");

        Reply reply = host.guest().send("""
            query($id: ID!) {
              article(id: $id) {
                commentCount
                comments { totalCount nodes { id replies { totalCount nodes { id parent { id } author { name } } } } }
              }
            }
            """, Map.of("id", article)).ok();
        assertEquals(2, reply.at("/data/article/commentCount").asInt());
        assertEquals(1, reply.at("/data/article/comments/totalCount").asInt());
        assertEquals(answer, reply.text("/data/article/comments/nodes/0/replies/nodes/0/id"));
        assertEquals(comment, reply.text("/data/article/comments/nodes/0/replies/nodes/0/parent/id"));
        assertEquals("Josiah Prosper", reply.text("/data/article/comments/nodes/0/replies/nodes/0/author/name"));
    }

    @Test
    void staff_post_under_their_name_without_a_challenge_and_moderators_without_waiting() {
        Reply reply = CommentsFixture.send(
                        host.as("MODERATOR"), Map.of("articleId", article, "body", "Thank you all for asking."))
                .ok();
        assertTrue(reply.at("/data/postComment/comment/author/staff").asBoolean());
        assertEquals("APPROVED", reply.text("/data/postComment/comment/status"));
        assertEquals(List.of("Thank you all for asking."), CommentsFixture.texts(host, article));

        Reply author = CommentsFixture.send(host.as("AUTHOR"), Map.of("articleId", article, "body", "I was there."));
        assertEquals("PENDING", author.ok().text("/data/postComment/comment/status"));
    }

    @Test
    void staff_cannot_speak_under_the_name_of_somebody_else() {
        Map<String, Object> input = new HashMap<>(Map.of("articleId", article, "body", "Salaries will double."));
        input.put("authorName", "Managing Director");
        Reply reply = CommentsFixture.send(host.as("AUTHOR"), input);
        assertEquals(List.of("INVALID"), reply.userErrorCodes());
        assertEquals("authorName", reply.text("/data/postComment/userErrors/0/path/1"));

        input.put("authorName", " The  AUTHOR ");
        Reply own = CommentsFixture.send(host.as("AUTHOR"), input).ok();
        assertEquals("The AUTHOR", own.text("/data/postComment/comment/author/name"));
    }

    @Test
    void moderators_close_a_discussion_and_open_it_again() {
        assertTrue(commentsOpen());
        setCommentsOpen(false);
        assertFalse(commentsOpen());
        assertEquals(
                List.of("COMMENTS_CLOSED"),
                CommentsFixture.send(host.guest(), CommentsFixture.input(host, article, "Ana", "Too late?"))
                        .userErrorCodes());
        setCommentsOpen(true);
        CommentsFixture.post(host, article, "Not too late.");
    }

    @Test
    void shows_no_draft_to_moderators_and_lets_editors_close_its_discussion_ahead() {
        String draft = ArticlesFixture.draft(host, "Nobody knows of this yet");
        Map<String, Object> ids = Map.of("id", draft);
        String close = """
            mutation($id: ID!) {
              setCommentsOpen(input: {articleId: $id, open: false}) { article { headline } userErrors { code } }
            }
            """;
        Reply moderator = host.as("MODERATOR").send(close, ids);
        assertEquals(List.of("NOT_FOUND"), moderator.userErrorCodes());
        assertFalse(moderator.json().toString().contains("Nobody knows"), moderator.json()::toString);
        assertEquals(
                "Nobody knows of this yet",
                host.as("EDITOR").send(close, ids).ok().text("/data/setCommentsOpen/article/headline"));
    }

    @Test
    void tells_other_modules_how_many_comments_readers_see() {
        CommentsFixture.approved(host, article, "One");
        CommentsFixture.post(host, article, "Two, which waits");
        long id = GlobalId.number("Article", article).orElseThrow();
        assertEquals(Map.of(id, 1), host.api(Comments.class).approvedCounts(Set.of(id, 1L)));
    }

    private boolean commentsOpen() {
        return host.guest()
                .send("query($id: ID!) { article(id: $id) { commentsOpen } }", Map.of("id", article))
                .ok()
                .at("/data/article/commentsOpen")
                .asBoolean();
    }

    private void setCommentsOpen(boolean open) {
        host.as("MODERATOR").send("""
            mutation($id: ID!, $open: Boolean!) {
              setCommentsOpen(input: {articleId: $id, open: $open}) { article { commentsOpen } userErrors { code } }
            }
            """, Map.of("id", article, "open", open)).ok();
    }
}
