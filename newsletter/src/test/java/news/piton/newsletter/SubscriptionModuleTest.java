package news.piton.newsletter;

import static news.piton.newsletter.NewsletterFixture.confirm;
import static news.piton.newsletter.NewsletterFixture.link;
import static news.piton.newsletter.NewsletterFixture.subscribe;
import static news.piton.newsletter.NewsletterFixture.subscribed;
import static news.piton.newsletter.NewsletterFixture.token;
import static news.piton.newsletter.NewsletterFixture.unsubscribe;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.mail.Mail;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionModuleTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @AutoClose
    private final TestHost host = TestHost.boot(new ArticlesPlugin(), new NewsletterPlugin());

    @Test
    void mails_a_link_whose_page_has_a_button_and_subscribes_when_it_is_pressed() {
        subscribe(host, "Ana@Example.ORG").ok();
        host.deliverEvents();
        Mail mail = host.mails().getLast();
        assertEquals("ana@example.org", mail.to());
        assertEquals("Please confirm your subscription", mail.subject());
        assertEquals("auto-generated", mail.headers().get("Auto-Submitted"));
        assertTrue(mail.html().contains(link("confirm", mail.text())));

        HttpResponse<String> page = host.get(link("confirm", mail.text()));
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<form method=\"post\" action=\"/newsletter/confirm\">"), page.body());
        assertEquals(0, subscribers(), "a mail scanner follows links; that must not confirm");

        HttpResponse<String> done = host.post("/newsletter/confirm", FORM, "token=" + token("confirm", mail.text()));
        assertEquals(200, done.statusCode());
        assertTrue(done.body().contains("Daily headlines"), done.body());
        assertEquals(1, subscribers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Neuigkeiten für alle", "\u00a0\u2003", "Daily-Headlines", ""})
    void knows_no_newsletter_by_a_name_that_none_can_have(String name) {
        Reply found = host.guest().send("query($s: String!) { newsletter(slug: $s) { id } }", Map.of("s", name));
        assertTrue(found.ok().at("/data/newsletter").isNull());
        Reply asked = host.guest()
                .send(
                        "mutation($i: SubscribeInput!) { subscribe(input: $i) { userErrors { code } } }",
                        Map.of(
                                "i",
                                Map.of(
                                        "email",
                                        "ana@example.org",
                                        "newsletters",
                                        List.of(name),
                                        "challenge",
                                        host.solvedChallenge())));
        assertEquals(List.of("UNKNOWN_NEWSLETTER"), asked.userErrorCodes());
    }

    @Test
    void answers_the_same_whether_an_address_is_new_waiting_or_subscribed() {
        String unknown = subscribe(host, "ana@example.org").ok().at("/data").toString();
        String waiting = subscribe(host, "ana@example.org").ok().at("/data").toString();
        host.deliverEvents();
        confirm(host, token("confirm", host.mails().getLast().text())).ok();
        String known = subscribe(host, "ana@example.org").ok().at("/data").toString();
        assertEquals(unknown, waiting);
        assertEquals(unknown, known);
        host.deliverEvents();
        assertEquals("You are subscribed already", host.mails().getLast().subject());
    }

    @Test
    void writes_again_only_after_a_pause_that_grows() {
        for (int i = 0; i < 10; i++) {
            subscribe(host, "ana@example.org").ok();
        }
        host.deliverEvents();
        assertEquals(3, host.mails().size(), "at 6, 18 and 60 minutes: pauses of 10 and 40");
        host.clock().tick(Duration.ofDays(1));
        subscribe(host, "ana@example.org").ok();
        host.deliverEvents();
        assertEquals(4, host.mails().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "ana@",
                "@example.org",
                "ana@localhost",
                "Ana <ana@example.org>",
                "ana@example.org, bob@example.org",
                "ana@example.org\r\nBcc: bob@example.org",
                "ana@exa mple.org",
                "\"ana\"@example.org"
            })
    void refuses_what_is_not_one_address(String email) {
        Reply reply = subscribe(host, email);
        assertEquals(List.of("INVALID_EMAIL"), reply.userErrorCodes());
        host.deliverEvents();
        assertTrue(host.mails().isEmpty());
    }

    @Test
    void knows_an_address_in_other_letters_by_its_ascii_form() {
        subscribed(host, "jose@exämple.org");
        assertEquals("jose@xn--exmple-cua.org", host.mails().getLast().to());
    }

    @Test
    void wants_proof_of_work_and_a_newsletter_that_exists() {
        assertEquals(List.of("UNKNOWN_NEWSLETTER"), wish("weekly").userErrorCodes());
        unsolved("ana@example.org").ok();
        unsolved("bob@example.org").ok();
        Reply lazy = unsolved("cyn@example.org");
        assertEquals(List.of("CHALLENGE_MISSING"), lazy.userErrorCodes(), "two in an hour without a proof");
        assertEquals("challenge", lazy.text("/data/subscribe/userErrors/0/path/1"));
        assertEquals(List.of("NO_NEWSLETTER"), wish().userErrorCodes());
    }

    private Reply unsolved(String email) {
        return host.guest()
                .send(
                        NewsletterFixture.SUBSCRIBE,
                        Map.of("i", Map.of("email", email, "newsletters", List.of("daily-headlines"))));
    }

    @Test
    void stops_a_client_that_enters_one_address_after_the_other() {
        for (int i = 0; i < 10; i++) {
            wish("daily-headlines").ok();
        }
        assertEquals("RATE_LIMITED", wish("daily-headlines").errorCode());
    }

    @Test
    void checks_without_subscribing_when_only_validating() {
        host.guest()
                .send(
                        NewsletterFixture.SUBSCRIBE,
                        Map.of(
                                "i",
                                Map.of(
                                        "email",
                                        "ana@example.org",
                                        "newsletters",
                                        List.of("daily-headlines"),
                                        "challenge",
                                        host.solvedChallenge(),
                                        "validateOnly",
                                        true)))
                .ok();
        host.deliverEvents();
        assertTrue(host.mails().isEmpty());
    }

    @Test
    void refuses_tokens_that_are_forged_meant_for_something_else_or_too_old() {
        subscribe(host, "ana@example.org").ok();
        host.deliverEvents();
        String token = token("confirm", host.mails().getLast().text());
        assertEquals(
                List.of("INVALID_TOKEN"),
                confirm(host, "A" + token.substring(1)).userErrorCodes());
        assertEquals(List.of("INVALID_TOKEN"), confirm(host, "").userErrorCodes());
        assertEquals(List.of("INVALID_TOKEN"), unsubscribe(host, token).userErrorCodes());
        host.clock().tick(Duration.ofDays(7));
        assertEquals(List.of("INVALID_TOKEN"), confirm(host, token).userErrorCodes());
        assertEquals(
                410, host.post("/newsletter/confirm", FORM, "token=" + token).statusCode());
        assertEquals(410, host.post("/newsletter/confirm", FORM, "").statusCode());
    }

    @Test
    void confirms_twice_without_harm() {
        subscribe(host, "ana@example.org").ok();
        host.deliverEvents();
        String token = token("confirm", host.mails().getLast().text());
        confirm(host, token).ok();
        confirm(host, token).ok();
        assertEquals(1, subscribers());
    }

    @Test
    void forgets_an_address_that_was_not_confirmed_for_a_week() {
        subscribe(host, "ana@example.org").ok();
        host.deliverEvents();
        String token = token("confirm", host.mails().getLast().text());
        host.clock().tick(Duration.ofDays(6));
        host.runJob("newsletter.forget-unconfirmed");
        subscribe(host, "bob@example.org").ok();
        host.clock().tick(Duration.ofDays(1));
        host.runJob("newsletter.forget-unconfirmed");
        assertEquals(List.of("INVALID_TOKEN"), confirm(host, token).userErrorCodes());
        host.deliverEvents();
        confirm(host, token("confirm", host.mails().getLast().text())).ok();
        assertEquals(1, subscribers());
    }

    @Test
    void mails_the_confirmation_once_and_lets_no_reader_wait_for_it() {
        subscribe(host, "ana@example.org").ok();
        assertTrue(host.mails().isEmpty(), "the answer does not wait for the mail");
        host.deliverEvents();
        host.deliverEvents();
        assertEquals(1, host.mails().size());
    }

    @Test
    void shows_subscribers_to_circulation_only() {
        subscribed(host, "ana@example.org", "bob@example.org");
        String query =
                "{ newsletter(slug: \"daily-headlines\") { subscriberCount subscribers(first: 1) { totalCount nodes {"
                        + " id email } pageInfo { hasNextPage } } } }";
        Reply staff = host.as("CIRCULATION").send(query).ok();
        assertEquals(2, staff.at("/data/newsletter/subscriberCount").asInt());
        assertEquals("ana@example.org", staff.text("/data/newsletter/subscribers/nodes/0/email"));
        assertTrue(staff.at("/data/newsletter/subscribers/pageInfo/hasNextPage").asBoolean());
        Reply guest = host.guest().send(query);
        assertFalse(guest.json().toString().contains("example.org"));
        assertEquals("UNAUTHENTICATED", guest.errorCode());
        String id = staff.text("/data/newsletter/subscribers/nodes/0/id");
        Reply node = host.guest().send("query($id: ID!) { node(id: $id) { id } }", Map.of("id", id));
        assertTrue(node.at("/data/node").isNull());
    }

    @Test
    void exports_subscribers_as_a_table_that_no_spreadsheet_calculates() {
        subscribed(host, "=cmd@example.org", "ana@example.org");
        String path = "/newsletter/subscribers.csv?newsletter=daily-headlines";
        assertEquals(401, host.get(path).statusCode());
        assertEquals(403, host.as("AUTHOR").get(path).statusCode());
        HttpResponse<String> table = host.as("CIRCULATION").get(path);
        assertEquals(200, table.statusCode());
        assertTrue(table.body().startsWith("email,confirmed at,bounced at\r\n\"'=cmd@example.org\","), table.body());
        assertEquals(3, table.body().lines().count());
        Reply exports = host.as("ADMIN").send("""
            { auditLog(action: "exportSubscribers", first: 10) { nodes { outcome detail } } }\
            """).ok();
        assertEquals(1, exports.at("/data/auditLog/nodes").size());
        assertEquals("{\"newsletter\":\"daily-headlines\"}", exports.text("/data/auditLog/nodes/0/detail"));
    }

    private Reply wish(String... newsletters) {
        return host.guest()
                .send(
                        NewsletterFixture.SUBSCRIBE,
                        Map.of(
                                "i",
                                Map.of(
                                        "email", "ana@example.org",
                                        "newsletters", List.of(newsletters),
                                        "challenge", host.solvedChallenge())));
    }

    private int subscribers() {
        return host.as("CIRCULATION")
                .send("{ newsletter(slug: \"daily-headlines\") { subscriberCount } }")
                .ok()
                .at("/data/newsletter/subscriberCount")
                .asInt();
    }
}
