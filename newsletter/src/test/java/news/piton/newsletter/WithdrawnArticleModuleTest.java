package news.piton.newsletter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.Test;

/** What is left of an issue of which articles are taken back or retracted. */
class WithdrawnArticleModuleTest {

    @Test
    void the_subject_does_not_tell_of_an_article_that_was_taken_back() {
        try (TestHost host = TestHost.boot(new ArticlesPlugin(), new NewsletterPlugin())) {
            String ferry = ArticlesFixture.publish(host, "Ferry returns");
            host.clock().tick(Duration.ofMinutes(1));
            String regatta = ArticlesFixture.publish(host, "Regatta won");
            host.clock().tick(Duration.ofMinutes(1));
            String issue = compose(host);
            String draft = compose(host);
            assertEquals("Regatta won, and 1 more", subject(host, issue));

            takeBack(host, regatta);
            send(host, issue);
            assertEquals("Ferry returns", subject(host, issue));
            host.deliverEvents();
            assertEquals("Ferry returns", subject(host, draft));

            takeBack(host, ferry);
            host.deliverEvents();
            assertEquals("Daily headlines", subject(host, issue));
        }
    }

    @Test
    void what_is_retracted_vanishes_like_what_is_taken_back() {
        try (TestHost host = TestHost.boot(new ArticlesPlugin(), new NewsletterPlugin())) {
            ArticlesFixture.publish(host, "Ferry returns");
            String miracle = ArticlesFixture.publish(host, "Miracle at sea");
            String regatta = ArticlesFixture.publish(host, "Regatta won");
            host.clock().tick(Duration.ofMinutes(1));
            String sent = compose(host);
            String draft = compose(host);

            ArticlesFixture.retract(host, miracle);
            send(host, sent);
            assertEquals(List.of("Regatta won", "Ferry returns"), headlines(host, sent));
            host.deliverEvents();
            assertEquals(List.of("Regatta won", "Ferry returns"), headlines(host, draft));

            ArticlesFixture.retract(host, regatta);
            host.deliverEvents();
            assertEquals(List.of("Ferry returns"), headlines(host, sent));
        }
    }

    @Test
    void an_issue_brings_news_only() {
        try (TestHost host = TestHost.boot(new ArticlesPlugin(), new NewsletterPlugin())) {
            ArticlesFixture.section(host, "pages", "Pages");
            ArticlesFixture.publish(host, "Imprint", Map.of("section", "pages"));
            ArticlesFixture.retract(host, ArticlesFixture.publish(host, "Miracle at sea"));
            ArticlesFixture.publish(host, "Ferry returns");
            host.clock().tick(Duration.ofMinutes(1));
            assertEquals(List.of("Ferry returns"), headlines(host, compose(host)));
        }
    }

    private static List<String> headlines(TestHost host, String issue) {
        return host.as("CIRCULATION")
                .send("query($id: ID!) { issue(id: $id) { articles { headline } } }", Map.of("id", issue))
                .ok()
                .at("/data/issue/articles")
                .findValuesAsText("headline");
    }

    private static String compose(TestHost host) {
        return host.as("CIRCULATION")
                .send("mutation { composeIssue(input: {newsletter: \"daily-headlines\"}) { issue { id } userErrors {"
                        + " code message } } }")
                .ok()
                .text("/data/composeIssue/issue/id");
    }

    private static void send(TestHost host, String issue) {
        host.as("CIRCULATION")
                .send(
                        "mutation($id: ID!) { sendIssue(input: {id: $id}) { userErrors { code message } } }",
                        Map.of("id", issue))
                .ok();
    }

    private static void takeBack(TestHost host, String article) {
        host.as("EDITOR")
                .send(
                        "mutation($id: ID!) { unpublishArticle(input: {id: $id, reason: \"Wrong\"}) { userErrors { code"
                                + " message } } }",
                        Map.of("id", article))
                .ok();
    }

    private static String subject(TestHost host, String issue) {
        return host.as("CIRCULATION")
                .send("query($id: ID!) { issue(id: $id) { subject } }", Map.of("id", issue))
                .ok()
                .text("/data/issue/subject");
    }
}
