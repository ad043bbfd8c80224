package news.piton.newsletter.internal.sending;

import java.time.Instant;
import java.time.InstantSource;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.newsletter.IssueStatus;
import news.piton.newsletter.IssueView;
import news.piton.newsletter.internal.store.DeliveryStore;
import news.piton.newsletter.internal.store.IssueStore;

/** Holds an issue, goes on with it, or gives it up. */
public final class SteerIssue {
    private final Database database;
    private final InstantSource clock;
    private final IssueStore issues;
    private final DeliveryStore deliveries;

    public SteerIssue(Database database, InstantSource clock, IssueStore issues, DeliveryStore deliveries) {
        this.database = database;
        this.clock = clock;
        this.issues = issues;
        this.deliveries = deliveries;
    }

    /** What staff can order. */
    public enum Order {
        PAUSE(IssueStatus.PAUSED, "Only an issue that is being sent can be paused."),
        RESUME(IssueStatus.SENDING, "Only a paused issue can be resumed."),
        CANCEL(IssueStatus.CANCELLED, "What was sent, skipped or cancelled cannot be cancelled.");

        private final IssueStatus status;
        private final String rule;

        Order(IssueStatus status, String rule) {
            this.status = status;
            this.rule = rule;
        }
    }

    /** Follows an order of staff about the issue with this global id. */
    public Outcome<IssueView> steer(String id, Order order) {
        return database.inTransaction(() -> switch (FindIssue.locked(issues, id)) {
            case Outcome.Refused<IssueView> refused -> refused;
            case Outcome.Done<IssueView>(IssueView issue) -> follow(issue, order);
        });
    }

    private Outcome<IssueView> follow(IssueView issue, Order order) {
        boolean draftBegins = order == Order.RESUME && issue.status() == IssueStatus.DRAFT;
        if (draftBegins || !issue.status().leadsTo(order.status)) {
            return FindIssue.wrongStatus(issue, order.rule);
        }
        issues.move(issue.id(), issue.status(), order.status);
        if (order == Order.CANCEL) {
            Instant now = clock.instant();
            deliveries.suppressWaiting(issue.id(), now);
            if (!deliveries.unfinished(issue.id())) {
                issues.finished(issue.id(), now);
            }
        }
        return FindIssue.again(issues, issue.id());
    }
}
