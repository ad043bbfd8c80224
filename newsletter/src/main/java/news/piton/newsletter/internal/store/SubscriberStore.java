package news.piton.newsletter.internal.store;

import static news.piton.newsletter.internal.store.generated.Tables.NEWSLETTER_SUBSCRIBER;
import static news.piton.newsletter.internal.store.generated.Tables.NEWSLETTER_SUBSCRIPTION;
import static org.jooq.impl.DSL.min;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import news.piton.core.database.Database;
import news.piton.core.mail.EmailAddress;
import news.piton.core.page.Connection;
import news.piton.core.page.Cursor;
import news.piton.newsletter.SubscriberView;
import org.jooq.Condition;
import org.jooq.Record4;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** The confirmed subscribers, for staff and for the delivery. */
public final class SubscriberStore {
    private static final int BATCH = 1_000;
    private final Database database;

    public SubscriberStore(Database database) {
        this.database = database;
    }

    public Map<Long, Integer> counts(Collection<Long> newsletterIds) {
        return database.sql()
                .select(NEWSLETTER_SUBSCRIPTION.NEWSLETTER_ID, DSL.count())
                .from(NEWSLETTER_SUBSCRIPTION)
                .where(NEWSLETTER_SUBSCRIPTION.NEWSLETTER_ID.in(newsletterIds))
                .and(NEWSLETTER_SUBSCRIPTION.CONFIRMED_AT.isNotNull())
                .groupBy(NEWSLETTER_SUBSCRIPTION.NEWSLETTER_ID)
                .fetchMap(NEWSLETTER_SUBSCRIPTION.NEWSLETTER_ID, DSL.count());
    }

    /** In the order in which they came; one statement for all pages. */
    public Map<NewsletterPage, Connection<SubscriberView>> pages(Collection<NewsletterPage> asked) {
        List<NewsletterPage> pages = List.copyOf(asked);
        Map<Integer, List<SubscriberView>> rows = IntStream.range(0, pages.size())
                .mapToObj(number -> page(number, pages.get(number)))
                .reduce(Select::unionAll)
                .orElseThrow()
                .fetchGroups(
                        row -> row.value1(),
                        row -> new SubscriberView(row.value2(), row.value3(), row.value4(), row.value5()));
        Counts counts = new Counts(
                () -> counts(pages.stream().map(NewsletterPage::newsletterId).toList()));
        Map<NewsletterPage, Connection<SubscriberView>> connections = new HashMap<>();
        for (int i = 0; i < pages.size(); i++) {
            NewsletterPage page = pages.get(i);
            List<SubscriberView> found = rows.getOrDefault(i, List.of());
            connections.put(
                    page,
                    Connection.of(
                            found, page.request(), row -> Cursor.of(row.id()), () -> counts.of(page.newsletterId())));
        }
        return connections;
    }

    private Select<Record5<Integer, Long, String, Instant, Instant>> page(int number, NewsletterPage page) {
        boolean backward = page.request().backward();
        var id = NEWSLETTER_SUBSCRIPTION.SUBSCRIBER_ID;
        Condition which = NEWSLETTER_SUBSCRIPTION
                .NEWSLETTER_ID
                .eq(page.newsletterId())
                .and(NEWSLETTER_SUBSCRIPTION.CONFIRMED_AT.isNotNull());
        Cursor cursor = page.request().cursor();
        if (cursor != null) {
            long last = cursor.key(0, 1);
            which = which.and(backward ? id.lt(last) : id.gt(last));
        }
        return database.sql()
                .select(
                        DSL.inline(number),
                        id,
                        NEWSLETTER_SUBSCRIBER.EMAIL,
                        NEWSLETTER_SUBSCRIPTION.CONFIRMED_AT,
                        NEWSLETTER_SUBSCRIBER.BOUNCED_AT)
                .from(NEWSLETTER_SUBSCRIPTION)
                .join(NEWSLETTER_SUBSCRIBER)
                .on(NEWSLETTER_SUBSCRIBER.ID.eq(id))
                .where(which)
                .orderBy(backward ? id.desc() : id.asc())
                .limit(page.request().size() + 1);
    }

    public Map<Long, SubscriberView> byId(Collection<Long> ids) {
        return fetch(NEWSLETTER_SUBSCRIPTION.SUBSCRIBER_ID.in(ids), ids.size()).stream()
                .collect(java.util.stream.Collectors.toMap(SubscriberView::id, row -> row));
    }

    /** All of them, batch by batch, so that a hundred thousand need no more memory than a thousand. */
    public void each(long newsletterId, Consumer<SubscriberView> visitor) {
        long last = Long.MIN_VALUE;
        List<SubscriberView> batch;
        do {
            Condition next = NEWSLETTER_SUBSCRIPTION
                    .NEWSLETTER_ID
                    .eq(newsletterId)
                    .and(NEWSLETTER_SUBSCRIPTION.SUBSCRIBER_ID.gt(last));
            batch = fetch(next, BATCH);
            batch.forEach(visitor);
            last = batch.isEmpty() ? last : batch.getLast().id();
        } while (batch.size() == BATCH);
    }

    /** Where to mail an issue of this newsletter for this subscriber at this moment; empty when no mail is wanted or possible. */
    public Optional<String> reachable(long subscriberId, long newsletterId) {
        return database.sql()
                .select(NEWSLETTER_SUBSCRIBER.EMAIL)
                .from(NEWSLETTER_SUBSCRIBER)
                .join(NEWSLETTER_SUBSCRIPTION)
                .on(NEWSLETTER_SUBSCRIPTION.SUBSCRIBER_ID.eq(NEWSLETTER_SUBSCRIBER.ID))
                .where(NEWSLETTER_SUBSCRIBER.ID.eq(subscriberId))
                .and(NEWSLETTER_SUBSCRIBER.BOUNCED_AT.isNull())
                .and(NEWSLETTER_SUBSCRIPTION.NEWSLETTER_ID.eq(newsletterId))
                .and(NEWSLETTER_SUBSCRIPTION.CONFIRMED_AT.isNotNull())
                .fetchOptional(NEWSLETTER_SUBSCRIBER.EMAIL)
                .filter(email -> EmailAddress.of(email).isPresent());
    }

    /** The subscriber's server refuses the address for good. */
    public void bounced(long subscriberId, String reply, Instant now) {
        database.sql()
                .update(NEWSLETTER_SUBSCRIBER)
                .set(NEWSLETTER_SUBSCRIBER.BOUNCED_AT, now)
                .set(NEWSLETTER_SUBSCRIBER.BOUNCE_REPLY, DeliveryStore.words(reply))
                .where(NEWSLETTER_SUBSCRIBER.ID.eq(subscriberId))
                .execute();
    }

    private List<SubscriberView> fetch(Condition which, int most) {
        var id = NEWSLETTER_SUBSCRIBER.ID;
        return database.sql()
                .select(
                        id,
                        NEWSLETTER_SUBSCRIBER.EMAIL,
                        min(NEWSLETTER_SUBSCRIPTION.CONFIRMED_AT),
                        NEWSLETTER_SUBSCRIBER.BOUNCED_AT)
                .from(NEWSLETTER_SUBSCRIPTION)
                .join(NEWSLETTER_SUBSCRIBER)
                .on(id.eq(NEWSLETTER_SUBSCRIPTION.SUBSCRIBER_ID))
                .where(which)
                .and(NEWSLETTER_SUBSCRIPTION.CONFIRMED_AT.isNotNull())
                .groupBy(id, NEWSLETTER_SUBSCRIBER.EMAIL, NEWSLETTER_SUBSCRIBER.BOUNCED_AT)
                .orderBy(id)
                .limit(most)
                .fetch(SubscriberStore::view);
    }

    private static SubscriberView view(Record4<Long, String, Instant, Instant> row) {
        return new SubscriberView(row.value1(), row.value2(), row.value3(), row.value4());
    }
}
