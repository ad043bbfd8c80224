package news.piton.newsletter.internal.sending;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.piton.core.database.Database;
import news.piton.core.id.Ids;
import news.piton.core.mail.EmailAddress;
import news.piton.core.mail.Mailer;
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

/** An issue, its readers and a mail server, for tests of the delivery. */
abstract class Ledger {
    static final long NEWSLETTER = 1;
    static final Headline HEADLINE = new Headline(7, "News", "Ferry returns", "", "https://herald.example/a");
    final TestClock clock = new TestClock();
    final Site site =
            new Site("The Herald", URI.create("https://herald.example"), ZoneOffset.UTC, "news@herald.example");
    TestDatabase tables;
    GreenMail smtp;
    Mailer mailer;
    Database database;
    Ids ids;
    IssueStore issues;
    DeliveryStore deliveries;
    SubscriberStore subscribers;
    ReadIssue read;
    Courier courier;
    DeliverIssues deliverIssues;

    @BeforeEach
    void open() {
        tables = TestDatabase.create().migrated("core").migrated("newsletter");
        database = tables.open();
        ids = new Ids(clock);
        smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        connect(smtp.getSmtp().getPort());
    }

    void connect(int port) {
        connect(port, Map.of());
    }

    void connect(int port, Map<String, String> further) {
        Map<String, String> settings = new HashMap<>(further);
        settings.putAll(Map.of("mail.host", "127.0.0.1", "mail.port", String.valueOf(port), "mail.security", "none"));
        mailer = new Mailer(Settings.read(Mailer.SETTINGS, settings, Map.of()), site, database, ids, clock);
        issues = new IssueStore(database, site);
        deliveries = new DeliveryStore(database);
        subscribers = new SubscriberStore(database);
        Tokens tokens = new Tokens(new byte[32]);
        IssueMail mails =
                new IssueMail(new IssueLayout(site), new SubscriptionLinks(tokens, site, clock), tokens, site);
        read = new ReadIssue(new NewsletterStore(database), issues, new HeadlineStore(database), mails);
        courier = new Courier(database, clock, mailer, issues, deliveries, subscribers, mails);
        Outbox outbox = new Outbox(database, clock, ids, name -> true);
        new Dispatcher(outbox, clock, List.of());
        deliverIssues = new DeliverIssues(database, outbox, clock, issues, deliveries, read, courier, 100);
    }

    @AfterEach
    void close() {
        mailer.close();
        smtp.stop();
        tables.close();
    }

    IssueView begun(String... readers) {
        return begunAs("Ferry returns", readers);
    }

    IssueView begunAs(String subject, String... readers) {
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

    Known known(String reader) {
        return new SubscriptionStore(database).know(EmailAddress.of(reader).orElseThrow(), ids.next(), clock.instant());
    }

    String numbers(IssueView issue) {
        DeliveryView delivery = deliveries.of(List.of(issue.id())).get(issue.id());
        return delivery.sent() + " sent, " + delivery.uncertain() + " uncertain, " + delivery.remaining()
                + " remaining";
    }

    List<String> received() {
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
}
