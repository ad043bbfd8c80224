package news.piton.newsletter.internal.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import news.piton.core.database.Database;
import news.piton.core.id.Ids;
import news.piton.core.mail.EmailAddress;
import news.piton.core.mail.Mailer;
import news.piton.core.mail.ScriptedSmtp;
import news.piton.core.outbox.Dispatcher;
import news.piton.core.outbox.Outbox;
import news.piton.core.settings.Settings;
import news.piton.core.site.Site;
import news.piton.core.testing.TestClock;
import news.piton.core.testing.TestDatabase;
import news.piton.core.token.Tokens;
import news.piton.newsletter.DeliveryView;
import news.piton.newsletter.IssueStatus;
import news.piton.newsletter.IssueView;
import news.piton.newsletter.internal.issue.Headline;
import news.piton.newsletter.internal.issue.Subject;
import news.piton.newsletter.internal.layout.IssueLayout;
import news.piton.newsletter.internal.store.DeliveryStore;
import news.piton.newsletter.internal.store.HeadlineStore;
import news.piton.newsletter.internal.store.IssueStore;
import news.piton.newsletter.internal.store.IssueStore.Span;
import news.piton.newsletter.internal.store.NewsletterStore;
import news.piton.newsletter.internal.store.SubscriberStore;
import news.piton.newsletter.internal.store.SubscriptionStore;
import news.piton.newsletter.internal.store.SubscriptionStore.Known;
import news.piton.newsletter.internal.subscribing.SubscriptionLinks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger when things break in the middle. */
class CourierDbTest {
    private static final long NEWSLETTER = 1;
    private static final Headline HEADLINE = new Headline(7, "News", "Ferry returns", "", "https://herald.example/a");
    private final TestClock clock = new TestClock();
    private final Site site =
            new Site("The Herald", URI.create("https://herald.example"), ZoneOffset.UTC, "news@herald.example");
    private TestDatabase tables;
    private GreenMail smtp;
    private Mailer mailer;
    private Database database;
    private Ids ids;
    private IssueStore issues;
    private DeliveryStore deliveries;
    private SubscriberStore subscribers;
    private ReadIssue read;
    private Courier courier;
    private DeliverIssues deliverIssues;

    @BeforeEach
    void open() {
        tables = TestDatabase.create().migrated("core").migrated("newsletter");
        database = tables.open();
        ids = new Ids(clock);
        smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        connect(smtp.getSmtp().getPort());
    }

    private void connect(int port) {
        Map<String, String> settings = Map.of(
                "mail.host", "127.0.0.1",
                "mail.port", String.valueOf(port),
                "mail.security", "none");
        mailer = new Mailer(Settings.read(Mailer.SETTINGS, settings, Map.of()), site, database, ids, clock);
        issues = new IssueStore(database, site);
        deliveries = new DeliveryStore(database);
        subscribers = new SubscriberStore(database);
        Tokens tokens = new Tokens(new byte[32]);
        IssueMail mails =
                new IssueMail(new IssueLayout(site), new SubscriptionLinks(tokens, site, clock), tokens, site);
        read = new ReadIssue(new NewsletterStore(database), issues, new HeadlineStore(database), mails);
        courier = new Courier(database, clock, mailer, issues, deliveries, subscribers, mails);
        Outbox outbox = new Outbox(database, clock, ids);
        new Dispatcher(outbox, clock, List.of());
        deliverIssues = new DeliverIssues(database, outbox, clock, issues, deliveries, read, courier, 100);
    }

    @AfterEach
    void close() {
        mailer.close();
        smtp.stop();
        tables.close();
    }

    @Test
    void never_mails_again_who_was_being_mailed_when_a_process_died() {
        IssueView issue = begun("ana@example.org", "bob@example.org", "cyn@example.org");
        Courier.Taken taken =
                courier.take(read.content(issue.id()).orElseThrow()).orElseThrow();
        // here the process dies: whether the mail left, nobody knows

        deliverIssues.run(() -> false);
        assertEquals("2 sent, 0 uncertain, 1 remaining", numbers(issue));
        clock.tick(Duration.ofMinutes(11));
        deliverIssues.run(() -> false);
        assertEquals("2 sent, 1 uncertain, 0 remaining", numbers(issue));
        assertEquals(IssueStatus.SENT, issues.find(issue.id()).orElseThrow().status());
        assertTrue(received().stream().noneMatch(taken.mail().to()::equals));
        assertEquals(2, received().size());
    }

    @Test
    void gives_two_workers_different_recipients() {
        IssueView issue = begun("ana@example.org", "bob@example.org");
        List<String> taken = new ArrayList<>();
        database.inTransaction(() -> {
            taken.add(courier.take(read.content(issue.id()).orElseThrow())
                    .orElseThrow()
                    .mail()
                    .to());
            Thread other = Thread.startVirtualThread(
                    () -> taken.add(courier.take(read.content(issue.id()).orElseThrow())
                            .orElseThrow()
                            .mail()
                            .to()));
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
            String[] readers = IntStream.range(0, 30)
                    .mapToObj(i -> "reader" + i + "@example.org")
                    .toArray(String[]::new);
            IssueView issue = begun(readers);
            deliverIssues.run(() -> false);
            assertEquals(
                    IssueStatus.PAUSED, issues.find(issue.id()).orElseThrow().status());
            DeliveryView delivery = deliveries.of(List.of(issue.id())).get(issue.id());
            assertEquals(30, delivery.recipients());
            assertTrue(delivery.remaining() >= 30 - Streak.BAD - 4, delivery.toString());
            assertTrue(subscribers.reachable(known(readers[0]).id(), NEWSLETTER).isPresent());
        }
    }

    @Test
    void holds_the_issue_and_loses_nobody_when_a_mail_cannot_be_written() {
        IssueView issue = begunAs("Ferry\nreturns", "ana@example.org", "bob@example.org");
        deliverIssues.run(() -> false);
        assertEquals(IssueStatus.PAUSED, issues.find(issue.id()).orElseThrow().status());
        clock.tick(Duration.ofMinutes(11));
        deliverIssues.run(() -> false);
        assertEquals("0 sent, 0 uncertain, 2 remaining", numbers(issue));

        issues.entitle(issue.id(), Subject.of(List.of(HEADLINE)));
        issues.move(issue.id(), IssueStatus.PAUSED, IssueStatus.SENDING);
        deliverIssues.run(() -> false);
        assertEquals(List.of("ana@example.org", "bob@example.org"), received());
    }

    private IssueView begun(String... readers) {
        return begunAs("Ferry returns", readers);
    }

    private IssueView begunAs(String subject, String... readers) {
        Instant now = clock.instant();
        for (String reader : readers) {
            SubscriptionStore subscriptions = new SubscriptionStore(database);
            Known known = known(reader);
            subscriptions.request(known.id(), List.of(NEWSLETTER), now);
            subscriptions.confirm(known.id(), List.of(NEWSLETTER), now);
        }
        IssueView issue = issues.add(ids.next(), NEWSLETTER, IssueStatus.DRAFT, subject, new Span(now, now), now);
        new HeadlineStore(database).add(issue.id(), List.of(HEADLINE));
        deliveries.begin(issue.id(), NEWSLETTER, now);
        issues.begin(issue.id(), now);
        return issues.find(issue.id()).orElseThrow();
    }

    private Known known(String reader) {
        return new SubscriptionStore(database).know(EmailAddress.of(reader).orElseThrow(), ids.next(), clock.instant());
    }

    private String numbers(IssueView issue) {
        DeliveryView delivery = deliveries.of(List.of(issue.id())).get(issue.id());
        return delivery.sent() + " sent, " + delivery.uncertain() + " uncertain, " + delivery.remaining()
                + " remaining";
    }

    private List<String> received() {
        return Arrays.stream(smtp.getReceivedMessages())
                .map(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString();
                    } catch (jakarta.mail.MessagingException unreadable) {
                        throw new AssertionError(unreadable);
                    }
                })
                .sorted()
                .toList();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
