package news.piton.comments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.id.GlobalId;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What strangers send, and what comes of it. */
class PostingModuleTest {
    @AutoClose
    private static final TestHost host = TestHost.boot(new ArticlesPlugin(), new CommentsPlugin());

    private String article;

    @BeforeEach
    void a_new_article_and_no_limit_used_up() {
        host.clock().tick(Duration.ofHours(1));
        article = ArticlesFixture.publish(host, "The ferry is back");
    }

    private Reply post(String body) {
        return CommentsFixture.send(host.guest(), CommentsFixture.input(host, article, "Ana Joseph", body));
    }

    private Reply postWith(String field, Object value) {
        Map<String, Object> input = CommentsFixture.input(host, article, "Ana Joseph", "A comment like any other");
        input.put(field, value);
        return CommentsFixture.send(host.guest(), input);
    }

    @Test
    void refuses_a_text_of_a_megabyte_and_says_how_long_it_is() {
        Reply reply = post("a".repeat(900_000));
        assertEquals(List.of("TOO_LONG"), reply.userErrorCodes());
        assertEquals(
                List.of("Your comment has 900,000 characters; please keep it to 5,000."), reply.userErrorMessages());
    }

    @Test
    void keeps_emoji_and_drops_what_nobody_sees() {
        Reply reply = post("Bravo \ud83d\ude00\u0000\u202e\u200b!").ok();
        assertEquals("Bravo \ud83d\ude00!", reply.text("/data/postComment/comment/body/text"));
    }

    @Test
    void shows_markup_as_text_and_addresses_as_links_that_vouch_for_nothing() {
        CommentsFixture.approved(host, article, "<script>alert(1)</script>\n\nSee https://example.org/?a=1&b=2.");
        Reply reply = host.guest()
                .send(
                        "query($id: ID!) { article(id: $id) { comments { nodes { body { html } } } } }",
                        Map.of("id", article))
                .ok();
        assertEquals("""
            <p>&lt;script&gt;alert(1)&lt;/script&gt;</p>
            <p>See <a href="https://example.org/?a=1&amp;b=2" rel="nofollow ugc noopener">\
            https://example.org/?a=1&amp;b=2</a>.</p>\
            """, reply.text("/data/article/comments/nodes/0/body/html"));
    }

    @Test
    void takes_a_thousand_links_and_marks_them() {
        String id = post("http://a.io ".repeat(410)).ok().text("/data/postComment/comment/id");
        Reply reply = host.as("MODERATOR")
                .send(
                        "query($id: ID!) { node(id: $id) { ... on Comment { findings { rule { code } verdict } } } }",
                        Map.of("id", id))
                .ok();
        assertTrue(reply.at("/data/node/findings").toString().contains("REJECT"), reply.json()::toString);
    }

    @Test
    void refuses_articles_and_comments_that_are_not_there() {
        String comment = CommentsFixture.approved(host, article, "Here I am");
        for (String id : List.of("", "1", "💥", GlobalId.encode("Article", 1), comment, "x".repeat(10_000))) {
            Reply reply = postWith("articleId", id);
            assertEquals(List.of("NOT_FOUND"), reply.userErrorCodes(), id);
            assertEquals("articleId", reply.text("/data/postComment/userErrors/0/path/1"));
        }
        host.clock().tick(Duration.ofHours(1));
        for (String id : List.of("", "1", GlobalId.encode("Comment", 1), article)) {
            Reply reply = postWith("parentId", id);
            assertEquals(List.of("NOT_FOUND"), reply.userErrorCodes(), id);
            assertEquals("parentId", reply.text("/data/postComment/userErrors/0/path/1"));
        }
    }

    @Test
    void refuses_an_answer_to_a_comment_that_waits_or_stands_elsewhere() {
        assertEquals(
                List.of("NOT_FOUND"),
                postWith("parentId", CommentsFixture.post(host, article, "I wait"))
                        .userErrorCodes());
        String elsewhere = ArticlesFixture.publish(host, "Rain on Sunday");
        assertEquals(
                List.of("NOT_FOUND"),
                postWith("parentId", CommentsFixture.approved(host, elsewhere, "Wet!"))
                        .userErrorCodes());
    }

    @Test
    void refuses_a_comment_on_an_article_that_is_not_public() {
        host.as("EDITOR")
                .send(
                        "mutation($id: ID!) { unpublishArticle(input: {id: $id, reason: \"A mistake\"}) { userErrors {"
                                + " code } } }",
                        Map.of("id", article))
                .ok();
        assertEquals(List.of("NOT_FOUND"), post("Gone?").userErrorCodes());
    }

    @Test
    void hangs_an_answer_to_the_deepest_level_beside_what_it_answers() {
        String parent = CommentsFixture.approved(host, article, "Level one");
        for (String level : List.of("two", "three", "four", "five")) {
            parent = CommentsFixture.approvedAnswer(host, article, parent, "Level " + level);
        }
        Reply sixth = postWith("parentId", parent).ok();
        Reply fifth = host.guest()
                .send("query($id: ID!) { node(id: $id) { ... on Comment { parent { id } } } }", Map.of("id", parent))
                .ok();
        assertEquals(fifth.text("/data/node/parent/id"), sixth.text("/data/postComment/comment/parent/id"));
    }

    @Test
    void refuses_the_same_words_of_the_same_author_under_the_same_article() {
        post("The pier needs light.").ok();
        Reply again = post("the pier needs LIGHT!!");
        assertEquals(List.of("DUPLICATE"), again.userErrorCodes());
        CommentsFixture.send(host.guest(), CommentsFixture.input(host, article, "Max", "The pier needs light."))
                .ok();
    }

    @Test
    void tells_of_a_mistyped_address_beside_its_field_and_takes_an_empty_one_for_none() {
        Reply reply = postWith("authorEmail", "ana@example,org");
        assertEquals(List.of("INVALID_EMAIL"), reply.userErrorCodes());
        assertEquals("authorEmail", reply.text("/data/postComment/userErrors/0/path/1"));
        assertEquals(0, waiting(article));

        String comment = postWith("authorEmail", " ").ok().text("/data/postComment/comment/id");
        assertTrue(host.as("MODERATOR")
                .send("query($id: ID!) { node(id: $id) { ... on Comment { authorEmail } } }", Map.of("id", comment))
                .ok()
                .at("/data/node/authorEmail")
                .isNull());
    }

    @Test
    void wants_a_proof_of_work_and_takes_each_once() {
        Map<String, Object> input = CommentsFixture.input(host, article, "Ana", "First");
        CommentsFixture.send(host.guest(), input).ok();
        input.put("body", "Second, with the same proof");
        Reply spent = CommentsFixture.send(host.guest(), input);
        assertEquals("challenge", spent.text("/data/postComment/userErrors/0/path/1"));
        assertEquals(1, waiting(article));
    }

    @Test
    void holds_what_comes_without_a_proof_of_work_and_takes_little_of_it() {
        Map<String, Object> input = CommentsFixture.input(host, article, "Ana", "No script runs here");
        input.remove("challenge");
        for (int i = 0; i < 5; i++) {
            input.put("body", "No script runs here, " + i);
            assertEquals(
                    "PENDING", CommentsFixture.send(host.guest(), input).ok().text("/data/postComment/comment/status"));
        }
        input.put("body", "A sixth in an hour");
        Reply missing = CommentsFixture.send(host.guest(), input);
        assertEquals(List.of("CHALLENGE_MISSING"), missing.userErrorCodes());
        assertEquals("challenge", missing.text("/data/postComment/userErrors/0/path/1"));
        assertEquals(5, waiting(article));
        input.put("challenge", host.solvedChallenge());
        CommentsFixture.send(host.guest(), input).ok();
    }

    @Test
    void takes_ten_comments_in_ten_minutes_from_one_address_however_they_are_sent() {
        for (int i = 0; i < 5; i++) {
            post("Number " + i).ok();
        }
        List<Map<String, Object>> inputs = IntStream.range(5, 11)
                .mapToObj(i -> CommentsFixture.input(host, article, "Ana Joseph", "Number " + i))
                .toList();
        String variables = IntStream.range(0, 6)
                .mapToObj(i -> "$i" + i + ": PostCommentInput!")
                .collect(Collectors.joining(", "));
        String aliases = IntStream.range(0, 6)
                .mapToObj(i -> "p" + i + ": postComment(input: $i" + i + ") { receipt userErrors { code } }")
                .collect(Collectors.joining(" "));
        Reply reply = host.guest()
                .send(
                        "mutation(" + variables + ") { " + aliases + " }",
                        IntStream.range(0, 6).boxed().collect(Collectors.toMap(i -> "i" + i, inputs::get)));
        assertEquals("RATE_LIMITED", reply.errorCode());
        assertTrue(reply.at("/errors/0/extensions/retryAfter").asInt() > 0, reply.json()::toString);
        assertEquals(10, waiting(article));

        host.clock().tick(Duration.ofMinutes(10));
        post("Number 12").ok();
    }

    @Test
    void changes_nothing_when_asked_only_to_check() {
        Map<String, Object> input = CommentsFixture.input(host, article, "Ana", "Would this do?");
        input.put("validateOnly", true);
        Reply reply = CommentsFixture.send(host.guest(), input);
        assertEquals(List.of(), reply.userErrorCodes());
        assertTrue(reply.at("/data/postComment/receipt").isNull());
        assertEquals(0, waiting(article));
        input.put("validateOnly", false);
        CommentsFixture.send(host.guest(), input).ok();
    }

    @Test
    void answers_a_repeated_request_with_the_first_answer() {
        Map<String, Object> input = CommentsFixture.input(host, article, "Ana", "Sent twice by a weak phone");
        input.put("idempotencyKey", "7c1d");
        Reply first = CommentsFixture.send(host.guest(), input).ok();
        Reply second = CommentsFixture.send(host.guest(), input).ok();
        assertEquals(first.text("/data/postComment/receipt"), second.text("/data/postComment/receipt"));
        assertEquals(1, waiting(article));
    }

    @Test
    void closes_by_itself_when_the_paper_wants_it() {
        try (TestHost strict = TestHost.with(new ArticlesPlugin(), new CommentsPlugin())
                .setting("comments.close-after-days", "14")
                .boot()) {
            String old = ArticlesFixture.publish(strict, "Two weeks ago");
            CommentsFixture.post(strict, old, "In time");
            strict.clock().tick(Duration.ofDays(14));
            assertEquals(
                    List.of("COMMENTS_CLOSED"),
                    CommentsFixture.send(strict.guest(), CommentsFixture.input(strict, old, "Ana", "Too late"))
                            .userErrorCodes());
        }
    }

    /** How many comments of this article moderators find waiting. */
    private static int waiting(String articleId) {
        Reply queue = host.as("MODERATOR")
                .send("{ moderationQueue(last: 100) { nodes { article { id } } } }")
                .ok();
        List<String> articles = queue.at("/data/moderationQueue/nodes").findValuesAsText("id");
        return (int) articles.stream().filter(articleId::equals).count();
    }
}
