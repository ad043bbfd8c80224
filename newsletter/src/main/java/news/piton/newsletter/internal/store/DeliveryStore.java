package news.piton.newsletter.internal.store;

import static news.piton.newsletter.internal.store.generated.Tables.NEWSLETTER_DELIVERY;
import static news.piton.newsletter.internal.store.generated.Tables.NEWSLETTER_ISSUE;
import static news.piton.newsletter.internal.store.generated.Tables.NEWSLETTER_SUBSCRIPTION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import news.piton.core.database.Database;
import news.piton.newsletter.DeliveryView;
import news.piton.newsletter.IssueStatus;
import org.jooq.Condition;
import org.jooq.Record4;
import org.jooq.Result;
import org.jooq.impl.DSL;

/** The ledger: one row for each recipient of an issue. Numbers are counted from the rows, so they cannot disagree. */
public final class DeliveryStore {
    private static final int LONGEST_REPLY = 500;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@]+@[^\\s<>@]+");
    private final Database database;

    public DeliveryStore(Database database) {
        this.database = database;
    }

    private enum State {
        WAITING,
        SENDING,
        SENT,
        FAILED,
        SUPPRESSED,
        UNCERTAIN
    }

    /** A recipient who is due; the mail was handed to the server so many times before. */
    public record Waiting(long subscriberId, int attempts) {}

    /** Writes down everybody who is subscribed and confirmed at this moment. */
    public void begin(long issueId, long newsletterId, Instant now) {
        database.sql()
                .insertInto(
                        NEWSLETTER_DELIVERY,
                        NEWSLETTER_DELIVERY.ISSUE_ID,
                        NEWSLETTER_DELIVERY.SUBSCRIBER_ID,
                        NEWSLETTER_DELIVERY.STATE,
                        NEWSLETTER_DELIVERY.AT)
                .select(select(
                                val(issueId),
                                NEWSLETTER_SUBSCRIPTION.SUBSCRIBER_ID,
                                inline(State.WAITING.name()),
                                val(now, NEWSLETTER_DELIVERY.AT))
                        .from(NEWSLETTER_SUBSCRIPTION)
                        .where(NEWSLETTER_SUBSCRIPTION.NEWSLETTER_ID.eq(newsletterId))
                        .and(NEWSLETTER_SUBSCRIPTION.CONFIRMED_AT.isNotNull()))
                .execute();
    }

    /** The next recipient who is due, locked until the end of the transaction; those that others have locked are passed over. */
    public Optional<Waiting> next(long issueId, Instant now) {
        return database.sql()
                .select(NEWSLETTER_DELIVERY.SUBSCRIBER_ID, NEWSLETTER_DELIVERY.ATTEMPTS)
                .from(NEWSLETTER_DELIVERY)
                .where(inState(issueId, State.WAITING))
                .and(NEWSLETTER_DELIVERY.AT.le(now))
                .orderBy(NEWSLETTER_DELIVERY.AT)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional(row -> new Waiting(row.value1(), row.value2()));
    }

    /** From here on until its result is recorded nobody may mail this recipient. */
    public void sending(long issueId, long subscriberId, Instant now) {
        database.sql()
                .update(NEWSLETTER_DELIVERY)
                .set(NEWSLETTER_DELIVERY.STATE, State.SENDING.name())
                .set(NEWSLETTER_DELIVERY.ATTEMPTS, NEWSLETTER_DELIVERY.ATTEMPTS.plus(1))
                .set(NEWSLETTER_DELIVERY.AT, now)
                .where(row(issueId, subscriberId))
                .execute();
    }

    public void suppressed(long issueId, long subscriberId, Instant now) {
        settle(row(issueId, subscriberId), State.SUPPRESSED, "no longer subscribed, or bounced before", now);
    }

    public void sent(long issueId, long subscriberId, String messageId, Instant now) {
        settle(taken(issueId, subscriberId), State.SENT, messageId, now);
    }

    public void failed(long issueId, long subscriberId, String reply, Instant now) {
        settle(taken(issueId, subscriberId), State.FAILED, words(reply), now);
    }

    public void uncertain(long issueId, long subscriberId, String reason, Instant now) {
        settle(taken(issueId, subscriberId), State.UNCERTAIN, words(reason), now);
    }

    /** Certainly not sent; due again later. False, and nothing changed, when the row was given up meanwhile. */
    public boolean later(long issueId, long subscriberId, String reply, Instant due) {
        Condition sending = row(issueId, subscriberId).and(NEWSLETTER_DELIVERY.STATE.eq(State.SENDING.name()));
        return settle(sending, State.WAITING, words(reply), due) > 0;
    }

    /** They failed, but by no fault of their addresses: they wait as if nothing had been tried. */
    public void waitAgain(long issueId, Collection<Long> subscriberIds, Instant now) {
        database.sql()
                .update(NEWSLETTER_DELIVERY)
                .set(NEWSLETTER_DELIVERY.STATE, State.WAITING.name())
                .set(NEWSLETTER_DELIVERY.ATTEMPTS, NEWSLETTER_DELIVERY.ATTEMPTS.minus(1))
                .set(NEWSLETTER_DELIVERY.AT, now)
                .where(inState(issueId, State.FAILED))
                .and(NEWSLETTER_DELIVERY.SUBSCRIBER_ID.in(subscriberIds))
                .execute();
    }

    /** Nobody who still waits for this issue will get it. */
    public void suppressWaiting(long issueId, Instant now) {
        settle(inState(issueId, State.WAITING), State.SUPPRESSED, "the issue was cancelled", now);
    }

    /** Whoever was being mailed when a process died may have been mailed: that is all anybody will ever know. */
    public void settleInterrupted(long issueId, Instant now) {
        settle(
                inState(issueId, State.SENDING),
                State.UNCERTAIN,
                "the process stopped before the server's answer was recorded",
                now);
    }

    /** Whether somebody still waits or is being mailed. */
    public boolean unfinished(long issueId) {
        return database.sql()
                .fetchExists(
                        NEWSLETTER_DELIVERY,
                        NEWSLETTER_DELIVERY
                                .ISSUE_ID
                                .eq(issueId)
                                .and(NEWSLETTER_DELIVERY.STATE.in(State.WAITING.name(), State.SENDING.name())));
    }

    /** How the delivery of these issues goes, of those that have begun. */
    public Map<Long, DeliveryView> of(Collection<Long> issueIds) {
        Map<Long, Map<State, Integer>> counts = new HashMap<>();
        database.sql()
                .select(NEWSLETTER_DELIVERY.ISSUE_ID, NEWSLETTER_DELIVERY.STATE, DSL.count())
                .from(NEWSLETTER_DELIVERY)
                .where(NEWSLETTER_DELIVERY.ISSUE_ID.in(issueIds))
                .groupBy(NEWSLETTER_DELIVERY.ISSUE_ID, NEWSLETTER_DELIVERY.STATE)
                .forEach(row -> counts.computeIfAbsent(row.value1(), id -> new HashMap<>())
                        .put(State.valueOf(row.value2()), row.value3()));
        Result<Record4<Long, String, Instant, Instant>> issues = database.sql()
                .select(
                        NEWSLETTER_ISSUE.ID,
                        NEWSLETTER_ISSUE.STATUS,
                        NEWSLETTER_ISSUE.STARTED_AT,
                        NEWSLETTER_ISSUE.FINISHED_AT)
                .from(NEWSLETTER_ISSUE)
                .where(NEWSLETTER_ISSUE.ID.in(issueIds))
                .and(NEWSLETTER_ISSUE.STARTED_AT.isNotNull())
                .and(NEWSLETTER_ISSUE.STATUS.ne(IssueStatus.SKIPPED.name()))
                .fetch();
        Map<Long, DeliveryView> views = new HashMap<>();
        issues.forEach(issue -> views.put(
                issue.value1(), view(counts.getOrDefault(issue.value1(), Map.of()), issue.value3(), issue.value4())));
        return views;
    }

    private static DeliveryView view(Map<State, Integer> counts, Instant startedAt, Instant finishedAt) {
        return new DeliveryView(
                counts.getOrDefault(State.SENT, 0),
                counts.getOrDefault(State.FAILED, 0),
                counts.getOrDefault(State.SUPPRESSED, 0),
                counts.getOrDefault(State.UNCERTAIN, 0),
                counts.getOrDefault(State.WAITING, 0) + counts.getOrDefault(State.SENDING, 0),
                startedAt,
                finishedAt);
    }

    private int settle(Condition which, State state, String words, Instant at) {
        return database.sql()
                .update(NEWSLETTER_DELIVERY)
                .set(NEWSLETTER_DELIVERY.STATE, state.name())
                .set(NEWSLETTER_DELIVERY.AT, at)
                .set(NEWSLETTER_DELIVERY.REPLY, words)
                .where(which)
                .execute();
    }

    private static Condition inState(long issueId, State state) {
        return NEWSLETTER_DELIVERY.ISSUE_ID.eq(issueId).and(NEWSLETTER_DELIVERY.STATE.eq(state.name()));
    }

    private static Condition row(long issueId, long subscriberId) {
        return NEWSLETTER_DELIVERY.ISSUE_ID.eq(issueId).and(NEWSLETTER_DELIVERY.SUBSCRIBER_ID.eq(subscriberId));
    }

    /** A row whose result comes in; it may have been given up as uncertain meanwhile, and now we know. */
    private static Condition taken(long issueId, long subscriberId) {
        return row(issueId, subscriberId)
                .and(NEWSLETTER_DELIVERY.STATE.in(State.SENDING.name(), State.UNCERTAIN.name()));
    }

    /** A server's words without the address in them, which is not to outlive its subscription. */
    static String words(String reply) {
        String anonymous = ADDRESS.matcher(reply).replaceAll("(address)");
        return anonymous.length() <= LONGEST_REPLY ? anonymous : anonymous.substring(0, LONGEST_REPLY);
    }
}
