package news.piton.newsletter;

import static news.piton.newsletter.NewsletterFixture.composed;
import static news.piton.newsletter.NewsletterFixture.order;
import static news.piton.newsletter.NewsletterFixture.subscribed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DailyIssueModuleTest {
    @AutoClose
    private final TestHost host = TestHost.with(new ArticlesPlugin(), new NewsletterPlugin())
            .setting("newsletter.daily-at", "06:30")
            .boot();

    @Test
    void goes_out_by_itself_once_a_day() {
        subscribed(host, "ana@example.org");
        publish("Ferry returns");
        host.runJob("newsletter.send-daily");
        host.runJob("newsletter.send-daily");
        assertEquals("SENDING", statuses());
        host.runJob("newsletter.send-issues");
        host.clock().tick(Duration.ofDays(1));
        publish("Regatta won");
        host.runJob("newsletter.send-daily");
        assertEquals("SENDING SENT", statuses());
    }

    @Test
    void leaves_a_mark_and_sends_nothing_on_a_day_without_news() {
        subscribed(host, "ana@example.org");
        int before = host.mails().size();
        host.runJob("newsletter.send-daily");
        host.runJob("newsletter.send-daily");
        host.runJob("newsletter.send-issues");
        assertEquals("SKIPPED", statuses());
        assertEquals(before, host.mails().size());
    }

    @Test
    void stays_at_home_when_staff_have_sent_one_today() {
        publish("Ferry returns");
        order(host, "sendIssue", composed(host)).ok();
        publish("Regatta won");
        host.runJob("newsletter.send-daily");
        assertEquals("SENDING", statuses());
    }

    @Test
    void goes_out_when_staff_cancelled_the_one_they_had_sent_today() {
        publish("Ferry returns");
        String mistaken = composed(host);
        order(host, "sendIssue", mistaken).ok();
        order(host, "cancelIssue", mistaken).ok();
        host.runJob("newsletter.send-daily");
        assertEquals("SENDING CANCELLED", statuses());
    }

    private void publish(String headline) {
        ArticlesFixture.publish(host, headline);
        host.clock().tick(Duration.ofMinutes(1));
    }

    /** Newest first. */
    private String statuses() {
        var issues = host.as("CIRCULATION")
                .send("{ newsletter(slug: \"daily-headlines\") { issues { nodes { status } } } }")
                .ok()
                .at("/data/newsletter/issues/nodes");
        return String.join(" ", issues.findValuesAsText("status"));
    }
}
