package news.piton.newsletter.internal.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import news.piton.core.database.Database;
import news.piton.core.job.Job;
import news.piton.core.outbox.Outbox;
import news.piton.newsletter.IssueSent;
import news.piton.newsletter.IssueStatus;
import news.piton.newsletter.IssueView;
import news.piton.newsletter.internal.issue.IssueContent;
import news.piton.newsletter.internal.store.DeliveryStore;
import news.piton.newsletter.internal.store.IssueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is being sent, a portion each run; the pause between runs makes the rate. Settles what a crash left behind,
 * stops when the server stops, and holds an issue when the mail server refuses one recipient after the other, or
 * a mail cannot be written, since the fault is then not the recipients'.
 *
 * <p>A job runs on one node at a time, and a run waits for its workers: what is under way when a run begins was left by one
 * that broke off, or by a node that was given up for dead. Should that node still live and tell the result, it counts.
 */
public final class DeliverIssues implements Job.Work {
    /** Between two runs. */
    public static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(DeliverIssues.class);
    private static final int WORKERS = 4;
    private final Database database;
    private final Outbox outbox;
    private final InstantSource clock;
    private final IssueStore issues;
    private final DeliveryStore deliveries;
    private final ReadIssue read;
    private final Courier courier;
    private final int portion;

    /** @param portion how many mails one run sends at the most */
    public DeliverIssues(
            Database database,
            Outbox outbox,
            InstantSource clock,
            IssueStore issues,
            DeliveryStore deliveries,
            ReadIssue read,
            Courier courier,
            int portion) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
        this.issues = issues;
        this.deliveries = deliveries;
        this.read = read;
        this.courier = courier;
        this.portion = portion;
    }

    @Override
    public void run(Job.Stop stop) {
        AtomicInteger left = new AtomicInteger(portion);
        for (IssueView issue : issues.unfinished()) {
            deliveries.settleInterrupted(issue.id(), clock.instant());
            if (issue.status() == IssueStatus.SENDING) {
                read.content(issue.id()).ifPresent(content -> send(content, left, stop));
            }
            finish(issue.id());
        }
    }

    private void send(IssueContent content, AtomicInteger left, Job.Stop stop) {
        long id = content.issue().id();
        if (content.headlines().isEmpty()) {
            LOG.warn("Issue {} is cancelled: all its articles have been unpublished.", id);
            issues.move(id, IssueStatus.SENDING, IssueStatus.CANCELLED);
            return;
        }
        CurrentContent current = new CurrentContent(read, id);
        Streak streak = new Streak();
        List<Future<?>> workers = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WORKERS; i++) {
                workers.add(executor.submit(() -> work(current, left, streak, stop)));
            }
        }
        if (streak.refusing()) {
            hold(id, streak);
        }
        workers.forEach(DeliverIssues::rethrow);
    }

    private void work(CurrentContent current, AtomicInteger left, Streak streak, Job.Stop stop) {
        while (!stop.requested() && !streak.down() && !streak.refusing() && left.getAndDecrement() > 0) {
            Optional<Courier.Delivered> delivered;
            try {
                delivered = courier.deliverNext(current);
            } catch (UnwritableMail broken) {
                hold(current.issueId(), broken);
                return;
            }
            if (delivered.isEmpty()) {
                left.incrementAndGet();
                return;
            }
            streak.add(delivered.get());
        }
    }

    /** Who was refused with the whole issue loses nothing by it, but waits. */
    private void hold(long issueId, Streak streak) {
        database.inTransaction(() -> {
            IssueStatus status = issues.lock(issueId).orElseThrow().status();
            if (status == IssueStatus.SENDING || status == IssueStatus.PAUSED) {
                deliveries.waitAgain(issueId, streak.refused(), clock.instant());
                issues.move(issueId, IssueStatus.SENDING, IssueStatus.PAUSED);
            }
        });
        LOG.error(
                "Issue {} is held: the mail server refused {} mails in a row, and not for their addresses. Resume it"
                        + " once the cause is mended; whoever was refused gets it then.",
                issueId,
                Streak.BAD);
    }

    private void hold(long issueId, UnwritableMail broken) {
        if (issues.move(issueId, IssueStatus.SENDING, IssueStatus.PAUSED)) {
            LOG.error(
                    "Issue {} is paused: one of its mails could not be written. Whoever has not got it still waits;"
                            + " resume it once the cause is mended.",
                    issueId,
                    broken);
        }
    }

    /** Closes the books of an issue that nobody waits for any more. */
    private void finish(long issueId) {
        database.inTransaction(() -> {
            IssueView issue = issues.lock(issueId).orElseThrow();
            Instant now = clock.instant();
            if (issue.status() == IssueStatus.CANCELLED) {
                deliveries.suppressWaiting(issueId, now);
            }
            if (issue.status() == IssueStatus.PAUSED || deliveries.unfinished(issueId)) {
                return;
            }
            issues.finished(issueId, now);
            if (issues.move(issueId, IssueStatus.SENDING, IssueStatus.SENT)) {
                outbox.publish(IssueSent.TYPE, new IssueSent(issueId));
            }
        });
    }

    private static void rethrow(Future<?> worker) {
        try {
            worker.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A worker of the delivery failed.", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
