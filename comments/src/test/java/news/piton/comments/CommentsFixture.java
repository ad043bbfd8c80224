package news.piton.comments;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;

/** What tests do with comments again and again, through the endpoint as everybody must. */
public final class CommentsFixture {
    private static final String POST = """
        mutation($input: PostCommentInput!) {
          postComment(input: $input) {
            comment { id status author { name staff } body { text } parent { id } }
            receipt
            userErrors { code message path }
          }
        }
        """;
    private static final String APPROVE = """
        mutation($ids: [ID!]!) {
          approveComments(input: {ids: $ids}) { comments { id status } userErrors { code message path } }
        }
        """;

    private CommentsFixture() {}

    /** What a guest with a browser sends. */
    public static Map<String, Object> input(TestHost host, String articleId, String name, String body) {
        Map<String, Object> input = new HashMap<>();
        input.put("articleId", articleId);
        input.put("authorName", name);
        input.put("body", body);
        input.put("challenge", host.solvedChallenge());
        return input;
    }

    public static Reply send(TestHost.Client client, Map<String, Object> input) {
        return client.send(POST, Map.of("input", input));
    }

    /** Posts as a guest; the new comment's id. It waits for a moderator. */
    public static String post(TestHost host, String articleId, String body) {
        return send(host.guest(), input(host, articleId, "Ana Joseph", body))
                .ok()
                .text("/data/postComment/comment/id");
    }

    /** Posts as a guest and has a moderator approve it; the comment's id. */
    public static String approved(TestHost host, String articleId, String body) {
        String id = post(host, articleId, body);
        approve(host, id);
        return id;
    }

    /** Answers a comment as a guest and has a moderator approve it; the answer's id. */
    public static String approvedAnswer(TestHost host, String articleId, String parentId, String body) {
        Map<String, Object> input = input(host, articleId, "Josiah Prosper", body);
        input.put("parentId", parentId);
        String id = send(host.guest(), input).ok().text("/data/postComment/comment/id");
        approve(host, id);
        return id;
    }

    public static void approve(TestHost host, String... ids) {
        host.as("MODERATOR").send(APPROVE, Map.of("ids", List.of(ids))).ok();
    }

    /** What readers see at the top level under an article. */
    public static List<String> texts(TestHost host, String articleId) {
        Reply reply = host.guest()
                .send(
                        "query($id: ID!) { article(id: $id) { comments { nodes { body { text } } } } }",
                        Map.of("id", articleId))
                .ok();
        return reply.at("/data/article/comments/nodes").findValuesAsText("text");
    }
}
