package news.piton.newsletter.internal.store;

import static news.piton.newsletter.internal.store.generated.Tables.NEWSLETTER_SUBSCRIBER;
import static news.piton.newsletter.internal.store.generated.Tables.NEWSLETTER_SUBSCRIPTION;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import news.piton.core.database.Database;
import news.piton.core.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Who asked for what, who confirmed it, and how all trace of an address goes with its last subscription. */
public final class SubscriptionStore {
    private final Database database;

    public SubscriptionStore(Database database) {
        this.database = database;
    }

    /**
     * An address that we know.
     *
     * @param askedAt when we last wrote to it about a request
     * @param asks how often since it last confirmed
     */
    public record Known(long id, EmailAddress email, Instant askedAt, int asks) {}

    /** The address's row, made now if there was none, locked until the end of the transaction. */
    public Known know(EmailAddress email, long newId, Instant now) {
        database.sql()
                .insertInto(NEWSLETTER_SUBSCRIBER)
                .set(NEWSLETTER_SUBSCRIBER.ID, newId)
                .set(NEWSLETTER_SUBSCRIBER.EMAIL, email.text())
                .set(NEWSLETTER_SUBSCRIBER.ASKED_AT, now)
                .set(NEWSLETTER_SUBSCRIBER.ASKS, 0)
                .onDuplicateKeyUpdate()
                .set(NEWSLETTER_SUBSCRIBER.ID, NEWSLETTER_SUBSCRIBER.ID)
                .execute();
        return database.sql()
                .selectFrom(NEWSLETTER_SUBSCRIBER)
                .where(NEWSLETTER_SUBSCRIBER.EMAIL.eq(email.text()))
                .forUpdate()
                .fetchSingle(row -> new Known(row.getId(), email, row.getAskedAt(), row.getAsks()));
    }

    public Optional<Known> find(long subscriberId) {
        return database.sql()
                .selectFrom(NEWSLETTER_SUBSCRIBER)
                .where(NEWSLETTER_SUBSCRIBER.ID.eq(subscriberId))
                .fetchOptional(row ->
                        new Known(row.getId(), new EmailAddress(row.getEmail()), row.getAskedAt(), row.getAsks()));
    }

    public void countAsk(long subscriberId, Instant now) {
        database.sql()
                .update(NEWSLETTER_SUBSCRIBER)
                .set(NEWSLETTER_SUBSCRIBER.ASKED_AT, now)
                .set(NEWSLETTER_SUBSCRIBER.ASKS, NEWSLETTER_SUBSCRIBER.ASKS.plus(1))
                .where(NEWSLETTER_SUBSCRIBER.ID.eq(subscriberId))
                .execute();
    }

    /** Leaves what is confirmed as it is. */
    public void request(long subscriberId, Collection<Long> newsletterIds, Instant now) {
        for (long newsletterId : newsletterIds) {
            database.sql()
                    .insertInto(NEWSLETTER_SUBSCRIPTION)
                    .set(NEWSLETTER_SUBSCRIPTION.NEWSLETTER_ID, newsletterId)
                    .set(NEWSLETTER_SUBSCRIPTION.SUBSCRIBER_ID, subscriberId)
                    .set(NEWSLETTER_SUBSCRIPTION.REQUESTED_AT, now)
                    .onDuplicateKeyUpdate()
                    .set(NEWSLETTER_SUBSCRIPTION.REQUESTED_AT, now)
                    .execute();
        }
    }

    /** The newsletters that this subscriber has asked for and not confirmed. */
    public List<Long> waiting(long subscriberId) {
        return database.sql()
                .select(NEWSLETTER_SUBSCRIPTION.NEWSLETTER_ID)
                .from(NEWSLETTER_SUBSCRIPTION)
                .where(NEWSLETTER_SUBSCRIPTION.SUBSCRIBER_ID.eq(subscriberId))
                .and(NEWSLETTER_SUBSCRIPTION.CONFIRMED_AT.isNull())
                .orderBy(NEWSLETTER_SUBSCRIPTION.NEWSLETTER_ID)
                .fetch(NEWSLETTER_SUBSCRIPTION.NEWSLETTER_ID);
    }

    /** Confirms those among these that still stand, and answers which they are. Whoever confirms can be reached. */
    public List<Long> confirm(long subscriberId, Collection<Long> newsletterIds, Instant now) {
        var these = NEWSLETTER_SUBSCRIPTION
                .SUBSCRIBER_ID
                .eq(subscriberId)
                .and(NEWSLETTER_SUBSCRIPTION.NEWSLETTER_ID.in(newsletterIds));
        database.sql()
                .update(NEWSLETTER_SUBSCRIPTION)
                .set(NEWSLETTER_SUBSCRIPTION.CONFIRMED_AT, now)
                .where(these)
                .and(NEWSLETTER_SUBSCRIPTION.CONFIRMED_AT.isNull())
                .execute();
        List<Long> confirmed = database.sql()
                .select(NEWSLETTER_SUBSCRIPTION.NEWSLETTER_ID)
                .from(NEWSLETTER_SUBSCRIPTION)
                .where(these)
                .orderBy(NEWSLETTER_SUBSCRIPTION.NEWSLETTER_ID)
                .fetch(NEWSLETTER_SUBSCRIPTION.NEWSLETTER_ID);
        if (!confirmed.isEmpty()) {
            database.sql()
                    .update(NEWSLETTER_SUBSCRIBER)
                    .set(NEWSLETTER_SUBSCRIBER.ASKS, 0)
                    .set(NEWSLETTER_SUBSCRIBER.BOUNCED_AT, (@Nullable Instant) null)
                    .set(NEWSLETTER_SUBSCRIBER.BOUNCE_REPLY, (@Nullable String) null)
                    .where(NEWSLETTER_SUBSCRIBER.ID.eq(subscriberId))
                    .execute();
        }
        return confirmed;
    }

    /** Does nothing if there is no such subscription. */
    public void end(long subscriberId, long newsletterId) {
        database.sql()
                .deleteFrom(NEWSLETTER_SUBSCRIPTION)
                .where(NEWSLETTER_SUBSCRIPTION.NEWSLETTER_ID.eq(newsletterId))
                .and(NEWSLETTER_SUBSCRIPTION.SUBSCRIBER_ID.eq(subscriberId))
                .execute();
        database.sql()
                .deleteFrom(NEWSLETTER_SUBSCRIBER)
                .where(NEWSLETTER_SUBSCRIBER.ID.eq(subscriberId))
                .and(hasNoSubscription())
                .execute();
    }

    /** Forgets what was asked for before a time and never confirmed, with the addresses that nothing else holds. */
    public void forgetUnconfirmed(Instant before) {
        database.sql()
                .deleteFrom(NEWSLETTER_SUBSCRIPTION)
                .where(NEWSLETTER_SUBSCRIPTION.CONFIRMED_AT.isNull())
                .and(NEWSLETTER_SUBSCRIPTION.REQUESTED_AT.lt(before))
                .execute();
        database.sql()
                .deleteFrom(NEWSLETTER_SUBSCRIBER)
                .where(NEWSLETTER_SUBSCRIBER.ASKED_AT.lt(before))
                .and(hasNoSubscription())
                .execute();
    }

    private static org.jooq.Condition hasNoSubscription() {
        return notExists(selectOne()
                .from(NEWSLETTER_SUBSCRIPTION)
                .where(NEWSLETTER_SUBSCRIPTION.SUBSCRIBER_ID.eq(NEWSLETTER_SUBSCRIBER.ID)));
    }
}
