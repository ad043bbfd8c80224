package news.piton.newsletter.internal.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import news.piton.core.mail.ScriptedSmtp;
import news.piton.newsletter.IssueStatus;
import news.piton.newsletter.IssueView;
import org.junit.jupiter.api.Test;

/** The ledger when things break in the middle. */
class CourierDbTest extends Ledger {
    @Test
    void never_mails_again_who_was_being_mailed_when_a_process_died() {
        IssueView issue = begun("ana@example.org", "bob@example.org", "cyn@example.org");
        Courier.Taken taken =
                courier.take(read.content(issue.id()).orElseThrow()).orElseThrow();
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
            taken.add(courier.take(read.content(issue.id()).orElseThrow())
                    .orElseThrow()
                    .letter()
                    .to()
                    .text());
            Thread other = Thread.startVirtualThread(
                    () -> taken.add(courier.take(read.content(issue.id()).orElseThrow())
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
