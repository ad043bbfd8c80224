package news.piton.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.mail.Mail;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendToFriendModuleTest {
    private static final String SEND =
            "mutation($i: SendToFriendInput!) { sendToFriend(input: $i) { message userErrors { code message path } } }";
    private TestHost host;
    private String article;

    @BeforeEach
    void boot() {
        host = TestHost.with(new ArticlesPlugin(), new SharingPlugin())
                .setting("sharing.friend-mails-per-day", "6")
                .boot();
        article = ArticlesFixture.publish(host, "Tom & Jerry's boat");
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void mails_an_article_in_our_words_and_a_name() {
        send("Ana O’Neill", "Bob@example.org").ok();
        host.deliverEvents();
        Mail mail = host.mails().getLast();
        assertEquals("bob@example.org", mail.to());
        assertFalse(mail.subject().contains("Ana"));
        assertTrue(mail.text().startsWith("Ana O’Neill thought you might like to read"), mail.text());
        assertEquals(
                "Tom & Jerry's boat", Jsoup.parse(mail.html()).selectFirst("h1").text());
        assertTrue(mail.text().contains("/s/"), mail.text());
        assertEquals("auto-generated", mail.headers().get("Auto-Submitted"));
        assertEquals(0, Jsoup.parse(mail.html()).select("img, script, link").size());
        host.deliverEvents();
        assertEquals(1, host.mails().size());
    }

    @Test
    void lets_a_friend_say_never_again_and_tells_nobody() {
        String first = send("Ana", "bob@example.org").ok().at("/data").toString();
        host.deliverEvents();
        URI stop = URI.create(
                host.mails().getLast().headers().get("List-Unsubscribe").replaceAll("[<>]", ""));
        assertTrue(host.get(stop.getPath() + "?" + stop.getQuery()).body().contains("<button"));
        send("Ana", "bob@example.org").ok();
        host.deliverEvents();
        assertEquals(2, host.mails().size(), "looking at the page refuses nothing");
        assertEquals(
                200,
                host.post("/share/never-again", "application/x-www-form-urlencoded", stop.getQuery())
                        .statusCode());
        host.clock().tick(Duration.ofDays(1));
        assertEquals(first, send("Ana", "bob@example.org").ok().at("/data").toString());
        host.deliverEvents();
        assertEquals(2, host.mails().size());
        assertEquals(
                400, host.post("/share/never-again?token=x", "text/plain", "").statusCode());
        assertEquals(400, host.get("/share/never-again").statusCode());
    }

    @Test
    void stops_when_the_same_mail_program_clicks_once() {
        send("Ana", "bob@example.org").ok();
        host.deliverEvents();
        URI stop = URI.create(
                host.mails().getLast().headers().get("List-Unsubscribe").replaceAll("[<>]", ""));
        host.post(
                stop.getPath() + "?" + stop.getQuery(),
                "application/x-www-form-urlencoded",
                "List-Unsubscribe=One-Click");
        send("Ana", "bob@example.org").ok();
        host.deliverEvents();
        assertEquals(1, host.mails().size());
    }

    @Test
    void refuses_names_that_say_something_wrong_addresses_and_articles_that_are_not_there() {
        assertEquals(
                List.of("INVALID_NAME"),
                send("visit example.com", "bob@example.org").userErrorCodes());
        assertEquals(
                List.of("INVALID_NAME"),
                send("Ana\r\nBcc: x@example.org", "bob@example.org").userErrorCodes());
        assertEquals(
                List.of("INVALID_EMAIL"),
                send("Ana", "bob@example.org\r\nBcc: x@example.org").userErrorCodes());
        assertEquals(
                List.of("INVALID_EMAIL"),
                send("Ana", "bob@example.org,cyn@example.org").userErrorCodes());
        assertEquals(
                List.of("INVALID_NAME", "INVALID_EMAIL"), send("", "").userErrorCodes(), "all that is wrong at once");
        article = "nonsense";
        assertEquals(List.of("NOT_FOUND"), send("Ana", "bob@example.org").userErrorCodes());
        host.deliverEvents();
        assertTrue(host.mails().isEmpty());
    }

    @Test
    void takes_two_in_an_hour_without_proof_of_work() {
        unsolved("bob@example.org").ok();
        unsolved("cyn@example.org").ok();
        Reply reply = unsolved("dan@example.org");
        assertEquals(List.of("CHALLENGE_MISSING"), reply.userErrorCodes());
        assertEquals("challenge", reply.text("/data/sendToFriend/userErrors/0/path/1"));
    }

    private Reply unsolved(String friend) {
        return host.guest()
                .send(SEND, Map.of("i", Map.of("articleId", article, "senderName", "Ana", "recipientEmail", friend)));
    }

    @Test
    void is_limited_for_a_client_for_a_friend_and_for_the_whole_site() {
        for (int i = 0; i < 5; i++) {
            send("Ana", "friend" + i + "@example.org").ok();
        }
        assertEquals("RATE_LIMITED", send("Ana", "another@example.org").errorCode(), "five in an hour by one client");
        host.clock().tick(Duration.ofDays(2));
        Reply third = null;
        for (int i = 0; i < 3; i++) {
            host.clock().tick(Duration.ofMinutes(12));
            third = send("Ana", "bob@example.org").ok();
        }
        host.clock().tick(Duration.ofMinutes(12));
        Reply fourth = send("Ana", "bob@example.org").ok();
        assertEquals(third.at("/data"), fourth.at("/data"), "tells nobody how often a friend was written to");
        host.deliverEvents();
        assertEquals(
                3,
                host.mails().stream()
                        .filter(mail -> mail.to().equals("bob@example.org"))
                        .count(),
                "three in a day to one friend");
        host.clock().tick(Duration.ofDays(2));
        for (int i = 0; i < 6; i++) {
            host.clock().tick(Duration.ofMinutes(12));
            send("Ana", "reader" + i + "@example.org").ok();
        }
        host.clock().tick(Duration.ofMinutes(12));
        assertEquals("RATE_LIMITED", send("Ana", "last@example.org").errorCode(), "six in a day, as set");
    }

    @Test
    void forgets_a_recommendation_that_could_not_be_mailed() {
        send("Ana", "bob@example.org").ok();
        host.clock().tick(Duration.ofDays(4));
        host.runJob("sharing.forget-friends");
        host.deliverEvents();
        assertTrue(host.mails().isEmpty());
    }

    @Test
    void mails_nothing_of_an_article_that_was_unpublished_meanwhile() {
        send("Ana", "bob@example.org").ok();
        host.as("EDITOR")
                .send(
                        "mutation($id: ID!) { unpublishArticle(input: {id: $id, reason: \"Wrong\"}) { userErrors {"
                                + " code message } } }",
                        Map.of("id", article))
                .ok();
        host.deliverEvents();
        assertTrue(host.mails().isEmpty());
    }

    @Test
    void does_not_use_up_the_friends_mails_by_checking_only() {
        for (int i = 0; i < 6; i++) {
            host.clock().tick(Duration.ofMinutes(12));
            send("Ana", "bob@example.org", i < 3).ok();
        }
        host.deliverEvents();
        assertEquals(3, host.mails().size());
        host.clock().tick(Duration.ofMinutes(12));
        assertEquals(
                "RATE_LIMITED",
                send("Ana", "bob@example.org", true).errorCode(),
                "whoever checks uses up the site's limit nevertheless");
    }

    private Reply send(String name, String friend) {
        return send(name, friend, false);
    }

    private Reply send(String name, String friend, boolean validateOnly) {
        return host.guest()
                .send(
                        SEND,
                        Map.of(
                                "i",
                                Map.of(
                                        "articleId", article,
                                        "senderName", name,
                                        "recipientEmail", friend,
                                        "challenge", host.solvedChallenge(),
                                        "validateOnly", validateOnly)));
    }
}
