package news.piton.newsletter.internal.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import news.piton.core.database.Database;
import news.piton.core.mail.Letter;
import news.piton.core.mail.MailResult;
import news.piton.core.mail.Mailer;
import news.piton.newsletter.IssueStatus;
import news.piton.newsletter.IssueView;
import news.piton.newsletter.internal.issue.IssueContent;
import news.piton.newsletter.internal.store.DeliveryStore;
import news.piton.newsletter.internal.store.DeliveryStore.Waiting;
import news.piton.newsletter.internal.store.IssueStore;
import news.piton.newsletter.internal.store.SubscriberStore;

/**
 * Mails an issue to one recipient after the other, each once at the most, in three steps: (1) a row of the ledger is taken,
 * its mail written and signed, the row marked as being sent, and that is committed; (2) the mail goes to the server;
 * (3) the server's answer is committed.
 * Whatever breaks between 1 and 3 leaves a row that says so and that nobody sends again. A mail that cannot be written
 * breaks in 1, and its row waits as before.
 *
 * <p>Rows are taken one at a time and not by the batch: a crash then leaves no more doubts than there are workers. Locked
 * rows are passed over, so workers, and nodes, share an issue without knowing of one another.
 */
public final class Courier {
    private final Database database;
    private final InstantSource clock;
    private final Mailer mailer;
    private final IssueStore issues;
    private final DeliveryStore deliveries;
    private final SubscriberStore subscribers;
    private final IssueMail mails;

    public Courier(
            Database database,
            InstantSource clock,
            Mailer mailer,
            IssueStore issues,
            DeliveryStore deliveries,
            SubscriberStore subscribers,
            IssueMail mails) {
        this.database = database;
        this.clock = clock;
        this.mailer = mailer;
        this.issues = issues;
        this.deliveries = deliveries;
        this.subscribers = subscribers;
        this.mails = mails;
    }

    /** @param attempt the how manieth this is for this recipient, from 1 */
    record Taken(long subscriberId, Letter letter, int attempt) {}

    /** What the server said to the mail for a recipient. */
    record Delivered(long subscriberId, MailResult result) {}

    /**
     * Mails the next recipient who is due; empty when there is none, the issue is not being sent any more,
     * or nothing is left in it.
     *
     * @throws UnwritableMail when the mail could not be written; the recipient still waits
     */
    Optional<Delivered> deliverNext(CurrentContent current) {
        Optional<Taken> taken = take(current);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        MailResult result = mailer.send(taken.get().letter());
        database.inTransaction(() -> record(current.issueId(), taken.get(), result));
        return Optional.of(new Delivered(taken.get().subscriberId(), result));
    }

    /** Step 1. Whoever is no longer subscribed, or bounced, is settled on the way. */
    Optional<Taken> take(CurrentContent current) {
        return database.inTransaction(() -> {
            Instant now = clock.instant();
            Optional<IssueContent> content = issues.standing(current.issueId())
                    .filter(standing -> standing.status() == IssueStatus.SENDING)
                    .flatMap(standing -> current.at(standing.revision()));
            if (content.isEmpty()) {
                return Optional.empty();
            }
            IssueView issue = content.get().issue();
            Optional<Waiting> waiting = deliveries.next(issue.id(), now);
            while (waiting.isPresent()) {
                long id = waiting.get().subscriberId();
                Optional<String> email = subscribers.reachable(id, issue.newsletterId());
                if (email.isPresent()) {
                    Letter letter = write(id, email.get(), content.get());
                    deliveries.sending(issue.id(), id, now);
                    return Optional.of(new Taken(id, letter, waiting.get().attempts() + 1));
                }
                deliveries.suppressed(issue.id(), id, now);
                waiting = deliveries.next(issue.id(), now);
            }
            return Optional.empty();
        });
    }

    private Letter write(long subscriberId, String email, IssueContent content) {
        try {
            return mailer.compose(mails.to(subscriberId, email, content));
        } catch (RuntimeException broken) {
            throw new UnwritableMail(broken);
        }
    }

    /** Step 3. */
    private void record(long issueId, Taken taken, MailResult result) {
        long subscriberId = taken.subscriberId();
        Instant now = clock.instant();
        switch (result) {
            case MailResult.Accepted(String messageId) -> deliveries.sent(issueId, subscriberId, messageId, now);
            case MailResult.Rejected rejected -> {
                deliveries.failed(issueId, subscriberId, rejected.reply(), now);
                if (Bounce.ofAddress(rejected)) {
                    subscribers.bounced(subscriberId, rejected.reply(), now);
                }
            }
            case MailResult.Deferred(String reply) -> {
                Optional<Duration> pause = Pauses.after(taken.attempt());
                boolean again =
                        pause.isPresent() && deliveries.later(issueId, subscriberId, reply, now.plus(pause.get()));
                if (!again) {
                    deliveries.failed(issueId, subscriberId, reply, now);
                }
            }
            case MailResult.Uncertain(String reason) -> deliveries.uncertain(issueId, subscriberId, reason, now);
        }
    }
}
