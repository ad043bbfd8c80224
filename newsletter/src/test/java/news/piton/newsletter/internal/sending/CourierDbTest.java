package news.piton.newsletter.internal.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import news.piton.core.mail.ScriptedSmtp;
import news.piton.newsletter.IssueStatus;
import news.piton.newsletter.IssueView;
import news.piton.newsletter.internal.issue.Headline;
import news.piton.newsletter.internal.issue.Subject;
import news.piton.newsletter.internal.store.HeadlineStore;
import org.junit.jupiter.api.Test;

/** The ledger when things break in the middle. */
class CourierDbTest extends Ledger {
    @Test
    void never_mails_again_who_was_being_mailed_when_a_process_died() {
        IssueView issue = begun("ana@example.org", "bob@example.org", "cyn@example.org");
        Courier.Taken taken = courier.take(new CurrentContent(read, issue.id())).orElseThrow();
        // here the process dies: whether the mail left, nobody knows

        deliverIssues.run(() -> false);
        assertEquals("2 sent, 1 uncertain, 0 remaining", numbers(issue));
        assertEquals(IssueStatus.SENT, issues.find(issue.id()).orElseThrow().status());
        assertTrue(received().stream().noneMatch(taken.letter().to().text()::equals));
        assertEquals(2, received().size());
    }

    @Test
    void gives_two_workers_different_recipients() {
        IssueView issue = begun("ana@example.org", "bob@example.org");
        List<String> taken = new ArrayList<>();
        database.inTransaction(() -> {
            taken.add(courier.take(new CurrentContent(read, issue.id()))
                    .orElseThrow()
                    .letter()
                    .to()
                    .text());
            Thread other = Thread.startVirtualThread(() -> taken.add(courier.take(new CurrentContent(read, issue.id()))
                    .orElseThrow()
                    .letter()
                    .to()
                    .text()));
            join(other);
        });
        assertEquals(
                List.of("ana@example.org", "bob@example.org"),
                taken.stream().sorted().toList());
    }

    @Test
    void stops_between_two_mails_when_the_server_stops() {
        IssueView issue = begun("ana@example.org", "bob@example.org");
        deliverIssues.run(() -> true);
        assertEquals("0 sent, 0 uncertain, 2 remaining", numbers(issue));
        deliverIssues.run(() -> false);
        assertEquals("2 sent, 0 uncertain, 0 remaining", numbers(issue));
    }

    @Test
    void stops_telling_an_article_that_is_withdrawn_while_the_issue_goes_out() {
        String[] readers = IntStream.range(0, 12)
                .mapToObj(i -> "reader" + i + "@example.org")
                .toArray(String[]::new);
        IssueView issue = begun(readers);
        HeadlineStore headlines = new HeadlineStore(database);
        headlines.withdraw(HEADLINE.articleId());
        headlines.add(
                issue.id(), List.of(HEADLINE, new Headline(8, "News", "Library opens", "", "https://a.example/b")));
        AtomicInteger asked = new AtomicInteger();
        deliverIssues.run(() -> {
            synchronized (asked) { // the four workers ask before each mail
                if (asked.incrementAndGet() == 5) {
                    headlines.withdraw(HEADLINE.articleId());
                    issues.entitle(issue.id(), Subject.of(headlines.of(issue.id())));
                }
            }
            return false;
        });
        long telling = Arrays.stream(smtp.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getWholeMessage(mail).contains(HEADLINE.headline()))
                .count();
        assertEquals(12, received().size());
        assertTrue(1 <= telling && telling <= 4, telling + " mails told of it");
    }

    @Test
    void never_mails_again_when_the_connection_broke_before_the_servers_answer() {
        try (ScriptedSmtp broken = new ScriptedSmtp().answer("END", ScriptedSmtp.HANG_UP)) {
            connect(broken.port());
            IssueView issue = begun("ana@example.org");
            deliverIssues.run(() -> false);
            clock.tick(Duration.ofDays(1));
            deliverIssues.run(() -> false);
            assertEquals("0 sent, 1 uncertain, 0 remaining", numbers(issue));
            assertEquals(1, broken.mails.size());
            assertEquals(IssueStatus.SENT, issues.find(issue.id()).orElseThrow().status());
        }
    }

    @Test
    void tries_again_later_when_it_is_put_off_and_gives_up_within_a_day() {
        try (ScriptedSmtp busy = new ScriptedSmtp().answer("RCPT", "451 4.7.1 try again later")) {
            connect(busy.port());
            IssueView issue = begun("ana@example.org");
            int runs = 0;
            while (deliveries.of(List.of(issue.id())).get(issue.id()).remaining() > 0) {
                deliverIssues.run(() -> false);
                clock.tick(Duration.ofHours(6));
                runs++;
            }
            assertEquals(6, runs);
            assertEquals(1, deliveries.of(List.of(issue.id())).get(issue.id()).failed());
            assertTrue(
                    subscribers
                            .reachable(known("ana@example.org").id(), NEWSLETTER)
                            .isPresent(),
                    "busy is not dead");
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
