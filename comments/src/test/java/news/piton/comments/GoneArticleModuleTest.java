package news.piton.comments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of comments, and through them of their article, once that has been unpublished. */
class GoneArticleModuleTest {
    @AutoClose
    private static final TestHost host = TestHost.boot(new ArticlesPlugin(), new CommentsPlugin());

    private String article;

    @BeforeEach
    void a_new_article_and_no_limit_used_up() {
        host.clock().tick(Duration.ofHours(1));
        article = ArticlesFixture.publish(host, "The ferry is back");
    }

    private static JsonNode node(TestHost.Client client, String id) {
        return client.send("query($id: ID!) { node(id: $id) { id } }", Map.of("id", id))
                .ok()
                .at("/data/node");
    }

    @Test
    void comments_vanish_with_their_article() {
        Reply posted = CommentsFixture.send(
                        host.guest(), CommentsFixture.input(host, article, "Ana", "Gone with the article"))
                .ok();
        String comment = posted.text("/data/postComment/comment/id");
        CommentsFixture.approve(host, comment);
        unpublish();
        assertTrue(node(host.guest(), comment).isNull());
        assertFalse(node(host.as("MODERATOR"), comment).isNull());
        Reply receipt = host.guest()
                .send(
                        "query($r: String!) { commentReceipt(receipt: $r) { comment { id } } }",
                        Map.of("r", posted.text("/data/postComment/receipt")))
                .ok();
        assertTrue(receipt.at("/data/commentReceipt").isNull());
    }

    private void unpublish() {
        host.as("EDITOR")
                .send(
                        "mutation($id: ID!) { unpublishArticle(input: {id: $id, reason: \"A mistake\"}) { userErrors {"
                                + " code } } }",
                        Map.of("id", article))
                .ok();
    }

    @Test
    void an_author_takes_a_comment_back_without_seeing_the_article_that_is_gone() {
        Map<String, Object> input = CommentsFixture.input(host, article, "Ana", "I take it back");
        input.put("idempotencyKey", "once");
        String post = """
            mutation($input: PostCommentInput!) {
              postComment(input: $input) { comment { id article { headline } } receipt userErrors { code message } }
            }
            """;
        Reply posted = host.guest().send(post, Map.of("input", input)).ok();
        unpublish();

        Reply again = host.guest().send(post, Map.of("input", input));
        assertEquals("FORBIDDEN", again.errorCode());
        assertEquals(posted.text("/data/postComment/receipt"), again.text("/data/postComment/receipt"));

        Reply withdrawn = host.guest()
                .send("""
                    mutation($receipt: String!) {
                      withdrawComment(input: {receipt: $receipt}) {
                        comment { status article { headline } }
                        userErrors { code message }
                      }
                    }
                    """, Map.of("receipt", posted.text("/data/postComment/receipt")))
                .ok();
        assertTrue(withdrawn.at("/data/withdrawComment/comment").isNull());
        assertEquals(
                "WITHDRAWN",
                host.as("MODERATOR")
                        .send(
                                "query($id: ID!) { node(id: $id) { ... on Comment { status } } }",
                                Map.of("id", posted.text("/data/postComment/comment/id")))
                        .ok()
                        .text("/data/node/status"));
    }

    @Test
    void moderators_recognise_an_article_that_is_gone_but_read_it_only_if_they_write_articles() {
        article = ArticlesFixture.publish(host, "The ferry sank", Map.of("standfirst", "Not at all."));
        String comment = CommentsFixture.approved(host, article, "Did it?");
        String seen = "headline standfirst body { html text wordCount blocks { __typename } }";
        String query = "query($id: ID!) { node(id: $id) { ... on Comment { article { " + seen + " } } } }";
        String close = "mutation($id: ID!) { setCommentsOpen(input: {articleId: $id, open: false}) { article { " + seen
                + " } userErrors { code message } } }";
        TestHost.Client moderator = host.as("MODERATOR");
        assertEquals(
                "Not at all.", moderator.send(query, Map.of("id", comment)).ok().text("/data/node/article/standfirst"));
        unpublish();

        String nothing = "{\"headline\":\"The ferry sank\",\"standfirst\":null,\"body\":{\"html\":\"\",\"text\":\"\","
                + "\"wordCount\":0,\"blocks\":[]}}";
        assertEquals(
                nothing,
                moderator
                        .send(query, Map.of("id", comment))
                        .ok()
                        .at("/data/node/article")
                        .toString());
        assertEquals(
                nothing,
                moderator
                        .send(close, Map.of("id", article))
                        .ok()
                        .at("/data/setCommentsOpen/article")
                        .toString());
        Reply editor = host.as("EDITOR").send(query, Map.of("id", comment)).ok();
        assertEquals("Not at all.", editor.text("/data/node/article/standfirst"));
        assertTrue(editor.text("/data/node/article/body/text").contains("The ferry sank"));
    }
}
