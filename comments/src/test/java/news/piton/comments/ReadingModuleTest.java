package news.piton.comments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What readers see of comments by every path, and what it costs. */
class ReadingModuleTest {
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

    private static int count(String article) {
        return host.guest()
                .send("query($id: ID!) { article(id: $id) { commentCount } }", Map.of("id", article))
                .ok()
                .at("/data/article/commentCount")
                .asInt();
    }

    private static void reject(String comment) {
        host.as("MODERATOR").send("""
            mutation($id: ID!) {
              rejectComments(input: {ids: [$id], rule: "RESPECT", expectedStatus: APPROVED}) {
                userErrors { code }
              }
            }
            """, Map.of("id", comment)).ok();
    }

    private static void approveAgain(String comment) {
        host.as("MODERATOR").send("""
            mutation($id: ID!) {
              approveComments(input: {ids: [$id], expectedStatus: REJECTED}) { userErrors { code } }
            }
            """, Map.of("id", comment)).ok();
    }

    @Test
    void a_comment_that_waits_can_be_fetched_by_moderators_only() {
        String comment = CommentsFixture.post(host, article, "Can you see me?");
        assertTrue(node(host.guest(), comment).isNull());
        assertTrue(node(host.as("AUTHOR"), comment).isNull());
        assertFalse(node(host.as("MODERATOR"), comment).isNull());
    }

    @Test
    void a_hidden_comment_hides_all_answers_below_it_until_it_shows_again() {
        String comment = CommentsFixture.approved(host, article, "One");
        String answer = CommentsFixture.approvedAnswer(host, article, comment, "Two");
        String below = CommentsFixture.approvedAnswer(host, article, answer, "Three");
        assertEquals(3, count(article));

        reject(comment);
        assertEquals(0, count(article));
        for (String hidden : List.of(comment, answer, below)) {
            assertTrue(node(host.guest(), hidden).isNull());
        }

        reject(answer);
        approveAgain(comment);
        assertEquals(1, count(article));
        assertTrue(node(host.guest(), below).isNull());

        approveAgain(answer);
        assertEquals(3, count(article));
        assertFalse(node(host.guest(), below).isNull());
    }

    @Test
    void what_moderators_know_stays_with_moderators() {
        CommentsFixture.approved(host, article, "Nothing to hide");
        for (String field : List.of("authorEmail", "findings { message }", "history { at }", "version")) {
            Reply reply = host.guest()
                    .send(
                            "query($id: ID!) { article(id: $id) { headline comments { nodes { " + field + " } } } }",
                            Map.of("id", article));
            assertEquals("UNAUTHENTICATED", reply.errorCode(), field);
            assertEquals("The ferry is back", reply.text("/data/article/headline"));
        }
    }

    @Test
    void pages_run_oldest_first_and_meet_no_comment_twice() {
        List<String> posted = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            host.clock().tick(Duration.ofMinutes(i % 2));
            posted.add(CommentsFixture.approved(host, article, "Number " + i));
        }
        List<String> forward = new ArrayList<>();
        @Nullable String after = null;
        do {
            Reply page = page("first: 3, after: $cursor", after);
            forward.addAll(page.at("/data/article/comments/nodes").findValuesAsText("id"));
            after = page.at("/data/article/comments/pageInfo/hasNextPage").asBoolean()
                    ? page.text("/data/article/comments/pageInfo/endCursor")
                    : null;
        } while (after != null);
        assertEquals(posted, forward);

        Reply last = page("last: 2, before: $cursor", null);
        assertEquals(
                posted.subList(5, 7), last.at("/data/article/comments/nodes").findValuesAsText("id"));
        Reply before = page("last: 3, before: $cursor", last.text("/data/article/comments/pageInfo/startCursor"));
        assertEquals(
                posted.subList(2, 5), before.at("/data/article/comments/nodes").findValuesAsText("id"));
    }

    @Test
    void refuses_pages_that_make_no_sense_without_losing_the_article() {
        for (String arguments : List.of("first: 0", "first: 101", "first: 1, last: 1", "after: \"x\", last: 1")) {
            Reply reply = host.guest()
                    .send(
                            "query($id: ID!) { article(id: $id) { headline comments(" + arguments
                                    + ") { nodes { id } } } }",
                            Map.of("id", article));
            assertEquals("BAD_REQUEST", reply.errorCode(), arguments);
            assertEquals("The ferry is back", reply.text("/data/article/headline"), arguments);
        }
    }

    @Test
    void an_article_with_its_comments_costs_one_statement_more() {
        CommentsFixture.approvedAnswer(host, article, CommentsFixture.approved(host, article, "One"), "Two");
        CommentsFixture.approved(host, article, "Three");
        int alone = cost("headline");
        assertEquals(
                alone + 1,
                cost("headline comments(first: 20) { nodes { id author { name staff } body { html } postedAt } }"));
        assertEquals(alone + 1, cost("headline commentCount commentsOpen"));
        String thread =
                "headline comments(first: 20) { nodes { id replies { nodes { id replies { nodes { id } } } } } }";
        assertEquals(alone + 2, cost(thread));
        String quiet = ArticlesFixture.publish(host, "Nobody answers");
        CommentsFixture.approved(host, quiet, "Hello?");
        CommentsFixture.approved(host, quiet, "Anyone?");
        String query = "query($id: ID!) { article(id: $id) { " + thread + " } }";
        assertEquals(alone + 1, cost(query, Map.of("id", quiet)));
    }

    @Test
    void a_list_of_articles_costs_as_much_as_one() {
        for (int i = 0; i < 3; i++) {
            CommentsFixture.approved(host, ArticlesFixture.publish(host, "Article " + i), "Well said");
        }
        String query = """
            { articles(first: 3) { nodes { headline %s } } }
            """;
        int alone = cost(query.formatted(""), Map.of());
        assertEquals(
                alone + 3,
                cost(
                        query.formatted("commentCount comments(first: 2) { totalCount nodes { body { text } } }"),
                        Map.of()));
    }

    private int cost(String fields) {
        return cost("query($id: ID!) { article(id: $id) { " + fields + " } }", Map.of("id", article));
    }

    private static int cost(String query, Map<String, ?> variables) {
        host.guest().send(query, variables).ok();
        return host.statements(() -> host.guest().send(query, variables).ok());
    }

    private Reply page(String arguments, @Nullable String cursor) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("id", article);
        variables.put("cursor", cursor);
        return host.guest()
                .send(
                        "query($id: ID!, $cursor: String) { article(id: $id) { comments(" + arguments
                                + ") { nodes { id } pageInfo { hasNextPage startCursor endCursor } } } }",
                        variables)
                .ok();
    }
}
