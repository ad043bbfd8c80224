package news.piton.newsletter;

import static news.piton.newsletter.NewsletterFixture.composed;
import static news.piton.newsletter.NewsletterFixture.delivery;
import static news.piton.newsletter.NewsletterFixture.link;
import static news.piton.newsletter.NewsletterFixture.order;
import static news.piton.newsletter.NewsletterFixture.subscribed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.mail.Mail;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class IssueModuleTest {
    private static final String COMPOSE =
            "mutation { composeIssue(input: {newsletter: \"daily-headlines\"}) { issue { id subject status url html"
                + " text articles { headline } newsletter { slug } delivery { recipients } } userErrors { code message"
                + " } } }";

    @AutoClose
    private final TestHost host = TestHost.boot(new ArticlesPlugin(), new NewsletterPlugin());

    @Test
    void composes_what_was_published_since_the_last_issue() {
        publish("Ferry returns");
        host.clock().tick(Duration.ofHours(1));
        publish("Regatta won");
        Reply first = host.as("CIRCULATION").send(COMPOSE).ok();
        assertEquals("Regatta won, and 1 more", first.text("/data/composeIssue/issue/subject"));
        assertEquals("Ferry returns", first.text("/data/composeIssue/issue/articles/1/headline"));
        assertEquals("DRAFT", first.text("/data/composeIssue/issue/status"));
        assertTrue(first.at("/data/composeIssue/issue/delivery").isNull());
        assertTrue(first.text("/data/composeIssue/issue/html").contains("Ferry returns"));
        assertTrue(first.text("/data/composeIssue/issue/text").contains("Ferry returns"));
        order(host, "sendIssue", first.text("/data/composeIssue/issue/id")).ok();

        assertEquals(
                List.of("NOTHING_NEW"), host.as("CIRCULATION").send(COMPOSE).userErrorCodes());
        publish("Breadfruit avenue saved");
        Reply second = host.as("CIRCULATION").send(COMPOSE).ok();
        assertEquals("Breadfruit avenue saved", second.text("/data/composeIssue/issue/subject"));
    }

    @Test
    void has_nothing_to_tell_when_the_paper_was_quiet_for_a_day() {
        publish("Ferry returns");
        host.clock().tick(Duration.ofHours(25));
        Reply reply = host.as("CIRCULATION").send(COMPOSE);
        assertEquals(List.of("NOTHING_NEW"), reply.userErrorCodes());
    }

    @Test
    void shows_readers_an_issue_once_it_is_sent_and_by_no_path_before() {
        subscribed(host, "ana@example.org");
        publish("Ferry returns");
        String id = composed(host);
        String query = "query($id: ID!) { issue(id: $id) { subject } node(id: $id) { id } newsletter(slug:"
                + " \"daily-headlines\") { issues { totalCount nodes { subject } } } }";
        Reply before = host.guest().send(query, Map.of("id", id)).ok();
        assertTrue(before.at("/data/issue").isNull());
        assertTrue(before.at("/data/node").isNull());
        assertEquals(0, before.at("/data/newsletter/issues/totalCount").asInt());
        assertEquals(404, host.get("/newsletter/issues/" + id).statusCode());
        assertEquals(
                1,
                host.as("CIRCULATION")
                        .send(query, Map.of("id", id))
                        .ok()
                        .at("/data/newsletter/issues/totalCount")
                        .asInt());

        order(host, "sendIssue", id).ok();
        assertEquals(404, host.get("/newsletter/issues/" + id).statusCode());
        host.runJob("newsletter.send-issues");
        Reply after = host.guest().send(query, Map.of("id", id)).ok();
        assertEquals("Ferry returns", after.text("/data/issue/subject"));
        assertEquals(1, after.at("/data/newsletter/issues/totalCount").asInt());
        HttpResponse<String> page = host.get("/newsletter/issues/" + id);
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("Ferry returns"));
        assertEquals(404, host.get("/newsletter/issues/nonsense").statusCode());
        Reply numbers = host.guest().send("query($id: ID!) { issue(id: $id) { delivery { sent } } }", Map.of("id", id));
        assertEquals("UNAUTHENTICATED", numbers.errorCode());
    }

    @Test
    void mails_each_reader_the_headlines_with_all_that_a_list_owes_its_readers() {
        subscribed(host, "ana@example.org", "bob@example.org");
        publish("Tom & Jerry's <b>“boat”</b>");
        String id = composed(host);
        order(host, "sendIssue", id).ok();
        int before = host.mails().size();
        host.runJob("newsletter.send-issues");
        List<Mail> mails = host.mails().subList(before, host.mails().size());
        assertEquals(
                List.of("ana@example.org", "bob@example.org"),
                mails.stream().map(Mail::to).sorted().toList());
        assertEquals("SENT to 2: 2 sent, 0 failed, 0 suppressed, 0 uncertain, 0 remaining", delivery(host, id));
        Mail mail = mails.getFirst();
        assertEquals("Tom & Jerry's <b>“boat”</b>", mail.subject());
        assertTrue(
                mail.html().contains("Tom &amp; Jerry&#39;s &lt;b&gt;“boat”&lt;/b&gt;")
                        || mail.html().contains("Tom &amp; Jerry's &lt;b&gt;“boat”&lt;/b&gt;"),
                mail.html());
        assertEquals("List-Unsubscribe=One-Click", mail.headers().get("List-Unsubscribe-Post"));
        assertTrue(mail.headers().get("List-Unsubscribe").matches("<http.*/newsletter/unsubscribe\\?token=[\\w-]+>"));
        assertTrue(mail.headers().get("List-Id").matches("<daily-headlines\\.[a-z0-9.-]+>"));
        assertFalse(mail.headers().containsKey("Precedence"));
        assertEquals(200, host.get(link("issues", mail.text())).statusCode());
        host.runJob("newsletter.send-issues");
        assertEquals(before + 2, host.mails().size(), "and nobody again");
    }

    @Test
    void ends_a_subscription_with_one_click_and_forgets_the_address() {
        subscribed(host, "ana@example.org");
        publish("Ferry returns");
        order(host, "sendIssue", composed(host)).ok();
        host.runJob("newsletter.send-issues");
        Mail mail = host.mails().getLast();
        URI link = URI.create(mail.headers().get("List-Unsubscribe").replaceAll("[<>]", ""));
        String path = link.getPath() + "?" + link.getQuery();
        HttpResponse<String> page = host.get(path);
        assertTrue(page.body().contains("<button"), page.body());
        assertEquals(1, subscribers());
        HttpResponse<String> done = host.post(path, "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click");
        assertEquals(200, done.statusCode());
        assertTrue(done.headers().firstValue("Set-Cookie").isEmpty());
        assertEquals(0, subscribers());
        HttpResponse<String> again = host.post(
                path,
                "multipart/form-data; boundary=b",
                "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n");
        assertEquals(200, again.statusCode(), "a mail program may repeat itself");
        assertEquals(
                400,
                host.post("/newsletter/unsubscribe?token=x", "text/plain", "").statusCode());
        assertEquals(400, host.get("/newsletter/unsubscribe").statusCode());
    }

    @Test
    void shows_a_colleague_a_test_that_changes_nothing() {
        publish("Ferry returns");
        String id = composed(host);
        String mutation =
                "mutation($id: ID!, $to: String!) { sendTestIssue(input: {id: $id, to: $to}) { issue { status }"
                        + " userErrors { code } } }";
        Reply reply = host.as("CIRCULATION")
                .send(mutation, Map.of("id", id, "to", "editor@example.org"))
                .ok();
        assertEquals("DRAFT", reply.text("/data/sendTestIssue/issue/status"));
        host.deliverEvents();
        assertEquals("[Test] Ferry returns", host.mails().getLast().subject());
        assertEquals(
                200,
                host.get(link("unsubscribe", host.mails().getLast().text())).statusCode());
        assertEquals(
                List.of("INVALID_EMAIL"),
                host.as("CIRCULATION")
                        .send(mutation, Map.of("id", id, "to", "all@x, b@y"))
                        .userErrorCodes());
        assertEquals(
                "UNAUTHENTICATED",
                host.guest()
                        .send(mutation, Map.of("id", id, "to", "a@example.org"))
                        .errorCode());
    }

    @Test
    void is_held_resumed_and_given_up_by_order_and_only_where_that_makes_sense() {
        subscribed(host, "ana@example.org", "bob@example.org");
        publish("Ferry returns");
        String id = composed(host);
        assertEquals(List.of("WRONG_STATUS"), order(host, "pauseIssue", id).userErrorCodes());
        assertEquals(List.of("WRONG_STATUS"), order(host, "resumeIssue", id).userErrorCodes());
        order(host, "sendIssue", id).ok();
        assertEquals(List.of("WRONG_STATUS"), order(host, "sendIssue", id).userErrorCodes());
        order(host, "pauseIssue", id).ok();
        int before = host.mails().size();
        host.runJob("newsletter.send-issues");
        assertEquals(before, host.mails().size());
        assertEquals("PAUSED to 2: 0 sent, 0 failed, 0 suppressed, 0 uncertain, 2 remaining", delivery(host, id));
        order(host, "resumeIssue", id).ok();
        order(host, "cancelIssue", id).ok();
        assertEquals("CANCELLED to 2: 0 sent, 0 failed, 2 suppressed, 0 uncertain, 0 remaining", delivery(host, id));
        host.runJob("newsletter.send-issues");
        assertEquals(before, host.mails().size());
        assertEquals(List.of("WRONG_STATUS"), order(host, "cancelIssue", id).userErrorCodes());
        assertEquals(
                List.of("NOT_FOUND"), order(host, "cancelIssue", "nonsense").userErrorCodes());
    }

    @Test
    void is_not_sent_when_another_one_went_out_after_it_was_composed() {
        publish("Ferry returns");
        String first = composed(host);
        String second = composed(host);
        order(host, "sendIssue", second).ok();
        assertEquals(List.of("OUTDATED"), order(host, "sendIssue", first).userErrorCodes());
    }

    @Test
    void reads_any_number_of_pages_of_issues_and_subscribers_at_once() {
        subscribed(host, "ana@example.org", "bob@example.org");
        publish("Ferry returns");
        composed(host);
        composed(host);
        assertEquals(
                3,
                host.statements(() -> host.guest()
                        .send("{ newsletters { a: issues(first: 1) { nodes { id } totalCount }"
                                + " b: issues(last: 2) { nodes { id } totalCount } } }")
                        .ok()),
                "the newsletters, the pages, the counts");
        Reply staff = host.as("CIRCULATION")
                .send("{ newsletters { one: issues(first: 1) { nodes { status } pageInfo { hasNextPage } totalCount }"
                        + " first: subscribers(first: 1) { nodes { email } totalCount }"
                        + " last: subscribers(last: 1) { nodes { email } totalCount } } }")
                .ok();
        assertEquals("DRAFT", staff.text("/data/newsletters/0/one/nodes/0/status"));
        assertTrue(staff.at("/data/newsletters/0/one/pageInfo/hasNextPage").asBoolean());
        assertEquals(2, staff.at("/data/newsletters/0/one/totalCount").asInt());
        assertEquals("ana@example.org", staff.text("/data/newsletters/0/first/nodes/0/email"));
        assertEquals("bob@example.org", staff.text("/data/newsletters/0/last/nodes/0/email"));
        assertEquals(2, staff.at("/data/newsletters/0/last/totalCount").asInt());
    }

    @Test
    void loses_an_article_that_is_unpublished() {
        publish("Ferry returns");
        String gone = publish("Regatta won");
        String id = composed(host);
        host.as("EDITOR")
                .send(
                        "mutation($id: ID!) { unpublishArticle(input: {id: $id, reason: \"Wrong\"}) { userErrors {"
                                + " code message } } }",
                        Map.of("id", gone))
                .ok();
        host.deliverEvents();
        Reply issue = host.as("CIRCULATION")
                .send("query($id: ID!) { issue(id: $id) { html text } }", Map.of("id", id))
                .ok();
        assertFalse(
                issue.json().toString().contains("Regatta won</a>"),
                issue.json().toString());
        assertFalse(issue.text("/data/issue/text").contains("Regatta"));
        assertTrue(issue.text("/data/issue/text").contains("Ferry returns"));
    }

    private String publish(String headline) {
        String id = ArticlesFixture.publish(host, headline);
        host.clock().tick(Duration.ofMinutes(1));
        return id;
    }

    private int subscribers() {
        return host.as("CIRCULATION")
                .send("{ newsletter(slug: \"daily-headlines\") { subscriberCount } }")
                .ok()
                .at("/data/newsletter/subscriberCount")
                .asInt();
    }
}
