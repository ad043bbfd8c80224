package news.piton.newsletter;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;

/** Reaches states of newsletters as readers and staff do: through the endpoint and the links in mails. */
public final class NewsletterFixture {
    static final String SUBSCRIBE =
            "mutation($i: SubscribeInput!) { subscribe(input: $i) { message userErrors { code message path } } }";
    private static final Pattern LINK =
            Pattern.compile("/newsletter/(confirm|unsubscribe|issues/[^?\\s]+)\\?(token|key)=[\\w-]+");

    private NewsletterFixture() {}

    /** Asks for the daily headlines. The clock moves on, so that the limit for one client is never reached. */
    public static Reply subscribe(TestHost host, String email) {
        host.clock().tick(Duration.ofMinutes(6));
        return host.guest()
                .send(
                        SUBSCRIBE,
                        Map.of(
                                "i",
                                Map.of(
                                        "email", email,
                                        "newsletters", List.of("daily-headlines"),
                                        "challenge", host.solvedChallenge())));
    }

    /** A subscribed and confirmed reader; for a host that keeps its mail. */
    public static void subscribed(TestHost host, String... emails) {
        for (String email : emails) {
            subscribe(host, email).ok();
            host.deliverEvents();
            confirm(host, token("confirm", host.mails().getLast().text())).ok();
        }
    }

    public static Reply confirm(TestHost host, String token) {
        return host.guest()
                .send(
                        "mutation($t: String!) { confirmSubscription(input: {token: $t}) { newsletters { slug }"
                                + " userErrors { code message } } }",
                        Map.of("t", token));
    }

    public static Reply unsubscribe(TestHost host, String token) {
        return host.guest()
                .send(
                        "mutation($t: String!) { unsubscribe(input: {token: $t}) { newsletter { slug } userErrors {"
                                + " code message } } }",
                        Map.of("t", token));
    }

    /** A draft of what was published lately: its id. */
    public static String composed(TestHost host) {
        return host.as("CIRCULATION")
                .send("mutation { composeIssue(input: {newsletter: \"daily-headlines\"}) { issue { id } userErrors {"
                        + " code message } } }")
                .ok()
                .text("/data/composeIssue/issue/id");
    }

    /** One of sendIssue, pauseIssue, resumeIssue, cancelIssue. */
    public static Reply order(TestHost host, String mutation, String issue) {
        return host.as("CIRCULATION")
                .send(
                        "mutation($id: ID!) { " + mutation
                                + "(input: {id: $id}) { issue { status } userErrors { code message } } }",
                        Map.of("id", issue));
    }

    /** How the delivery of an issue goes, in one line: {@code SENT 3 of 3: 3 sent, 0 failed, 0 suppressed, 0 uncertain, 0 remaining}. */
    public static String delivery(TestHost host, String issue) {
        Reply reply = host.as("CIRCULATION")
                .send(
                        "query($id: ID!) { issue(id: $id) { status delivery { recipients sent failed suppressed"
                                + " uncertain remaining } } }",
                        Map.of("id", issue))
                .ok();
        var delivery = reply.at("/data/issue/delivery");
        return reply.text("/data/issue/status") + " to "
                + delivery.get("recipients").asInt() + ": "
                + delivery.get("sent").asInt() + " sent, "
                + delivery.get("failed").asInt() + " failed, "
                + delivery.get("suppressed").asInt() + " suppressed, "
                + delivery.get("uncertain").asInt() + " uncertain, "
                + delivery.get("remaining").asInt() + " remaining";
    }

    /** The first link of ours of that kind in a mail, from the slash on. */
    public static String link(String kind, String text) {
        Matcher matcher = LINK.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1).startsWith(kind)) {
                return matcher.group();
            }
        }
        throw new AssertionError("no link to " + kind + " in: " + text);
    }

    public static String token(String kind, String text) {
        String link = link(kind, text);
        return link.substring(link.indexOf('=') + 1);
    }
}
