package news.piton.newsletter;

import static news.piton.newsletter.NewsletterFixture.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Each article is in one issue, whenever it came to be published. */
class ToldOnceModuleTest {
    @AutoClose
    private final TestHost host = TestHost.boot(new ArticlesPlugin(), new NewsletterPlugin());

    @Test
    void tells_later_of_an_article_that_was_dated_back_before_the_last_issue() {
        publish("Ferry returns");
        assertEquals(List.of("Ferry returns"), sent());
        host.clock().tick(Duration.ofHours(3));
        publish("Regatta won", Duration.ofHours(5));
        publish("Breadfruit avenue saved", Duration.ofHours(1));
        assertEquals(List.of("Breadfruit avenue saved", "Regatta won"), sent());
        assertEquals(List.of(), sent());
    }

    @Test
    void tells_of_nothing_from_before_the_first_issue_or_the_last_seven_days() {
        publish("Ferry returns");
        publish("Older than the newsletter", Duration.ofHours(25));
        assertEquals(List.of("Ferry returns"), sent());
        host.clock().tick(Duration.ofHours(3));
        publish("Also older", Duration.ofHours(28));
        assertEquals(List.of(), sent());
        host.clock().tick(Duration.ofDays(20));
        publish("Eight days old", Duration.ofDays(8));
        publish("Six days old", Duration.ofDays(6));
        assertEquals(List.of("Six days old"), sent());
    }

    @Test
    void leaves_what_goes_beyond_thirty_headlines_to_the_next_issue() {
        for (int i = 1; i <= 32; i++) {
            publish("Number " + i);
        }
        List<String> first = sent();
        assertEquals(30, first.size());
        assertEquals("Number 32", first.getFirst());
        assertEquals(List.of("Number 2", "Number 1"), sent());
        assertEquals(List.of(), sent());
    }

    @Test
    void tells_of_nothing_twice_even_if_it_was_unpublished_in_between() {
        String id = publish("Ferry returns");
        assertEquals(List.of("Ferry returns"), sent());
        edit("unpublishArticle", Map.of("id", id, "reason", "Wrong"));
        host.deliverEvents();
        edit("publishArticle", Map.of("id", id));
        host.clock().tick(Duration.ofMinutes(1));
        assertEquals(List.of(), sent());
    }

    @Test
    void tells_again_of_what_an_issue_held_that_was_cancelled() {
        publish("Ferry returns");
        Reply cancelled = compose();
        String id = cancelled.text("/data/composeIssue/issue/id");
        order(host, "sendIssue", id).ok();
        order(host, "cancelIssue", id).ok();
        host.clock().tick(Duration.ofMinutes(1));
        assertEquals(List.of("Ferry returns"), sent());
        assertEquals(List.of(), sent());
    }

    @Test
    void refuses_a_draft_with_an_article_of_another_issue_whatever_the_clocks_say() {
        publish("Ferry returns");
        String first = compose().text("/data/composeIssue/issue/id");
        String second = compose().text("/data/composeIssue/issue/id");
        // sent through a node whose clock is behind
        host.clock().set(host.clock().instant().minusSeconds(30));
        order(host, "sendIssue", first).ok();
        Reply refused = order(host, "sendIssue", second);
        assertEquals(List.of("OUTDATED"), refused.userErrorCodes());
    }

    @Test
    void sends_a_draft_whose_articles_only_a_cancelled_issue_held() {
        publish("Ferry returns");
        String first = compose().text("/data/composeIssue/issue/id");
        String second = compose().text("/data/composeIssue/issue/id");
        order(host, "sendIssue", first).ok();
        order(host, "cancelIssue", first).ok();
        order(host, "sendIssue", second).ok();
    }

    @Test
    void composes_with_as_many_statements_for_many_articles_as_for_one() {
        publish("Number 0");
        int one = statements();
        for (int i = 1; i <= 20; i++) {
            publish("Number " + i);
        }
        assertEquals(one, statements());
    }

    /** Of a second run, so that signing in and noting the use of a token do not count. */
    private int statements() {
        compose().ok();
        return host.statements(() -> compose().ok());
    }

    private String publish(String headline) {
        return publish(headline, Duration.ZERO);
    }

    /** @param ago how long ago the article says it was published */
    private String publish(String headline, Duration ago) {
        String id = ArticlesFixture.draft(host, headline, Map.of("standfirst", "In short."));
        edit(
                "publishArticle",
                Map.of("id", id, "at", host.clock().instant().minus(ago).toString()));
        host.clock().tick(Duration.ofMinutes(1));
        return id;
    }

    private void edit(String mutation, Map<String, Object> input) {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
        host.as("EDITOR")
                .send(
                        "mutation($i: " + type + ") { " + mutation + "(input: $i) { userErrors { code message } } }",
                        Map.of("i", input))
                .ok();
    }

    private Reply compose() {
        return host.as("CIRCULATION")
                .send("mutation { composeIssue(input: {newsletter: \"daily-headlines\"}) { issue { id articles {"
                        + " headline } } userErrors { code message } } }");
    }

    /** The headlines of an issue that is composed and sent now; none when there is nothing new. */
    private List<String> sent() {
        Reply composed = compose();
        if (composed.at("/data/composeIssue/issue").isNull()) {
            assertEquals(List.of("NOTHING_NEW"), composed.userErrorCodes());
            return List.of();
        }
        assertTrue(composed.userErrorCodes().isEmpty());
        order(host, "sendIssue", composed.text("/data/composeIssue/issue/id")).ok();
        host.runJob("newsletter.send-issues");
        host.clock().tick(Duration.ofMinutes(1));
        return composed.at("/data/composeIssue/issue/articles").findValuesAsText("headline");
    }
}
