package news.piton.newsletter.internal.sending;

import java.time.Duration;
import java.util.Optional;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.guard.Guard;
import news.piton.core.guard.RateLimit;
import news.piton.core.identity.Viewer;
import news.piton.core.mail.EmailAddress;
import news.piton.core.mail.MailResult;
import news.piton.core.mail.Mailer;
import news.piton.core.outbox.EventHandler;
import news.piton.core.outbox.Outbox;
import news.piton.newsletter.IssueView;
import news.piton.newsletter.TestIssueRequested;
import news.piton.newsletter.internal.store.IssueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows an issue to one address as its readers will see it. Changes nothing about the issue. */
public final class SendTestIssue implements EventHandler<TestIssueRequested> {
    private static final Logger LOG = LoggerFactory.getLogger(SendTestIssue.class);
    private static final RateLimit PER_STAFF = new RateLimit("newsletter.test", 30, Duration.ofHours(1));
    private final Database database;
    private final Outbox outbox;
    private final Guard guard;
    private final Mailer mailer;
    private final IssueStore issues;
    private final ReadIssue read;
    private final IssueMail mails;

    public SendTestIssue(
            Database database,
            Outbox outbox,
            Guard guard,
            Mailer mailer,
            IssueStore issues,
            ReadIssue read,
            IssueMail mails) {
        this.database = database;
        this.outbox = outbox;
        this.guard = guard;
        this.mailer = mailer;
        this.issues = issues;
        this.read = read;
        this.mails = mails;
    }

    /**
     * Takes the order; the mail follows.
     *
     * @param id the issue's global id
     * @param to one address
     */
    public Outcome<IssueView> send(String id, String to, Viewer.Staff sender) {
        Optional<EmailAddress> address = EmailAddress.of(to);
        if (address.isEmpty()) {
            return Outcome.refused(
                    UserError.at("to", "INVALID_EMAIL", "This is not one e-mail address, such as name@example.org."));
        }
        guard.spend(PER_STAFF, String.valueOf(sender.id()));
        return database.inTransaction(() -> {
            Outcome<IssueView> found = FindIssue.locked(issues, id);
            if (found instanceof Outcome.Done<IssueView>(IssueView issue)) {
                outbox.publish(
                        TestIssueRequested.TYPE,
                        new TestIssueRequested(issue.id(), address.get().text()));
            }
            return found;
        });
    }

    @Override
    public void handle(TestIssueRequested event) {
        read.content(event.issueId()).ifPresent(content -> {
            MailResult result = mailer.send(mails.test(event.to(), content));
            if (result instanceof MailResult.Deferred(String reply)) {
                throw new IllegalStateException("the test mail has to wait: " + reply);
            }
            LOG.info(
                    "Test mail of issue {}: {}",
                    event.issueId(),
                    result.getClass().getSimpleName());
        });
    }
}
