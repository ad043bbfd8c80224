package news.piton.newsletter.internal.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import news.piton.core.mail.ScriptedSmtp;
import news.piton.newsletter.DeliveryView;
import news.piton.newsletter.IssueStatus;
import news.piton.newsletter.IssueView;
import news.piton.newsletter.internal.issue.Subject;
import news.piton.newsletter.internal.store.SubscriptionStore;
import news.piton.newsletter.internal.store.SubscriptionStore.Known;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger when a server refuses a mail, or none can be written: whose fault it is, and who loses by it. */
class RefusedMailDbTest extends Ledger {
    @TempDir
    Path folder;

    @Test
    void leaves_out_an_address_that_bounced_until_it_confirms_again() {
        IssueView issue = begun("ana@example.org", "bob@example.org");
        Known ana = known("ana@example.org");
        subscribers.bounced(ana.id(), "550 5.1.1 <ana@example.org>: unknown", clock.instant());
        deliverIssues.run(() -> false);
        assertEquals(List.of("bob@example.org"), received());
        assertEquals(1, deliveries.of(List.of(issue.id())).get(issue.id()).suppressed());
        new SubscriptionStore(database).confirm(ana.id(), List.of(NEWSLETTER), clock.instant());
        assertEquals(
                "ana@example.org", subscribers.reachable(ana.id(), NEWSLETTER).orElseThrow());
    }

    @Test
    void leaves_a_dead_address_out_of_later_issues() {
        try (ScriptedSmtp strict = new ScriptedSmtp().answer("RCPT", "550 5.1.1 no such user")) {
            connect(strict.port());
            IssueView issue = begun("ana@example.org");
            deliverIssues.run(() -> false);
            assertEquals(1, deliveries.of(List.of(issue.id())).get(issue.id()).failed());
            assertTrue(subscribers
                    .reachable(known("ana@example.org").id(), NEWSLETTER)
                    .isEmpty());
        }
    }

    @Test
    void holds_the_issue_when_the_server_refuses_us_whoever_the_reader() {
        try (ScriptedSmtp hostile = new ScriptedSmtp().answer("RCPT", "550 5.7.1 we do not like you")) {
            connect(hostile.port());
            String[] readers = readers(30);
            IssueView issue = begun(readers);
            deliverIssues.run(() -> false);
            assertEquals(
                    IssueStatus.PAUSED, issues.find(issue.id()).orElseThrow().status());
            DeliveryView delivery = deliveries.of(List.of(issue.id())).get(issue.id());
            assertEquals(30, delivery.recipients());
            assertEquals(30, delivery.remaining(), "nobody loses the issue by it");
            assertTrue(subscribers.reachable(known(readers[0]).id(), NEWSLETTER).isPresent());

            connect(smtp.getSmtp().getPort());
            issues.move(issue.id(), IssueStatus.PAUSED, IssueStatus.SENDING);
            deliverIssues.run(() -> false);
            assertEquals("30 sent, 0 uncertain, 0 remaining", numbers(issue));
            assertEquals(30, received().size());
        }
    }

    @Test
    void goes_on_past_dead_addresses_however_many_in_a_row() {
        try (ScriptedSmtp strict = new ScriptedSmtp().answer("RCPT", "550 5.1.1 no such user")) {
            connect(strict.port());
            IssueView issue = begun(readers(Streak.BAD + 5));
            deliverIssues.run(() -> false);
            DeliveryView delivery = deliveries.of(List.of(issue.id())).get(issue.id());
            assertEquals(Streak.BAD + 5, delivery.failed());
            assertEquals(IssueStatus.SENT, issues.find(issue.id()).orElseThrow().status());
        }
    }

    private static String[] readers(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "reader" + i + "@example.org")
                .toArray(String[]::new);
    }

    @Test
    void holds_the_issue_and_doubts_nobody_when_no_mail_can_be_signed() throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        byte[] key = keys.generateKeyPair().getPrivate().getEncoded();
        Path file = Files.writeString(
                folder.resolve("dkim.pem"), Base64.getEncoder().encodeToString(key));
        connect(smtp.getSmtp().getPort(), Map.of("mail.dkim-key", file.toString(), "mail.dkim-domain", "not a domain"));
        IssueView issue = begun("ana@example.org");
        deliverIssues.run(() -> false);
        deliverIssues.run(() -> false);
        assertEquals(IssueStatus.PAUSED, issues.find(issue.id()).orElseThrow().status());
        assertEquals("0 sent, 0 uncertain, 1 remaining", numbers(issue));
    }

    @Test
    void does_not_hold_a_refused_sender_against_the_reader() {
        try (ScriptedSmtp strict = new ScriptedSmtp().answer("MAIL", "550 you may not send here")) {
            connect(strict.port());
            IssueView issue = begun("ana@example.org");
            deliverIssues.run(() -> false);
            assertEquals(1, deliveries.of(List.of(issue.id())).get(issue.id()).failed());
            assertTrue(subscribers
                    .reachable(known("ana@example.org").id(), NEWSLETTER)
                    .isPresent());
        }
    }

    @Test
    void holds_the_issue_and_loses_nobody_when_a_mail_cannot_be_written() {
        IssueView issue = begunAs("Ferry\nreturns", "ana@example.org", "bob@example.org");
        deliverIssues.run(() -> false);
        assertEquals(IssueStatus.PAUSED, issues.find(issue.id()).orElseThrow().status());
        deliverIssues.run(() -> false);
        assertEquals("0 sent, 0 uncertain, 2 remaining", numbers(issue));

        issues.entitle(issue.id(), Subject.of(List.of(HEADLINE)));
        issues.move(issue.id(), IssueStatus.PAUSED, IssueStatus.SENDING);
        deliverIssues.run(() -> false);
        assertEquals(List.of("ana@example.org", "bob@example.org"), received());
    }
}
