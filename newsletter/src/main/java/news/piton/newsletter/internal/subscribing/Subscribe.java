package news.piton.newsletter.internal.subscribing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.guard.ClientAddress;
import news.piton.core.guard.Guard;
import news.piton.core.guard.RateLimit;
import news.piton.core.guard.WithoutChallenge;
import news.piton.core.id.Ids;
import news.piton.core.mail.EmailAddress;
import news.piton.core.outbox.Outbox;
import news.piton.newsletter.NewsletterView;
import news.piton.newsletter.SubscriptionRequested;
import news.piton.newsletter.internal.store.NewsletterStore;
import news.piton.newsletter.internal.store.SubscriptionStore;
import news.piton.newsletter.internal.store.SubscriptionStore.Known;
import org.jspecify.annotations.Nullable;

/**
 * Takes a reader's wish to get newsletters and owes the address a mail. Whether the address was new, waiting or subscribed
 * makes no difference to what the caller sees: the answer is the same, and the limits that depend on the address are silent.
 */
public final class Subscribe {
    private static final RateLimit PER_CLIENT = new RateLimit("newsletter.subscribe", 10, Duration.ofHours(1));
    private static final WithoutChallenge UNSOLVED = new WithoutChallenge(
            new RateLimit("newsletter.subscribe-unsolved", 2, Duration.ofHours(1)),
            new RateLimit("newsletter.subscribe-unsolved-site", 20, Duration.ofHours(1)));
    private static final int MOST_NEWSLETTERS = 20;
    private final Database database;
    private final Outbox outbox;
    private final Guard guard;
    private final Ids ids;
    private final InstantSource clock;
    private final NewsletterStore newsletters;
    private final SubscriptionStore subscriptions;

    public Subscribe(
            Database database,
            Outbox outbox,
            Guard guard,
            Ids ids,
            InstantSource clock,
            NewsletterStore newsletters,
            SubscriptionStore subscriptions) {
        this.database = database;
        this.outbox = outbox;
        this.guard = guard;
        this.ids = ids;
        this.clock = clock;
        this.newsletters = newsletters;
        this.subscriptions = subscriptions;
    }

    /** The request was taken; there is nothing that may be told about it. */
    public record Taken() {}

    /**
     * Subscribes an address that a stranger typed.
     *
     * @param names slugs or global ids of newsletters
     * @param challenge the solved challenge; without one, few are taken
     * @throws news.piton.core.fault.Fault RATE_LIMITED when this client asked too often
     */
    public Outcome<Taken> subscribe(
            String email, List<String> names, @Nullable String challenge, ClientAddress client) {
        Optional<EmailAddress> address = EmailAddress.of(email);
        if (address.isEmpty()) {
            return Outcome.refused(UserError.at(
                    "email", "INVALID_EMAIL", "Please enter one e-mail address, such as name@example.org."));
        }
        if (names.isEmpty() || names.size() > MOST_NEWSLETTERS) {
            return Outcome.refused(UserError.at(
                    "newsletters",
                    "NO_NEWSLETTER",
                    "Please choose at least one newsletter and at most " + MOST_NEWSLETTERS + "."));
        }
        guard.spend(PER_CLIENT, client.text());
        return database.inTransaction(() -> take(address.get(), names, challenge, client));
    }

    private Outcome<Taken> take(
            EmailAddress address, List<String> names, @Nullable String challenge, ClientAddress client) {
        Set<Long> wanted = new LinkedHashSet<>();
        for (String name : names) {
            Optional<NewsletterView> newsletter = newsletters.named(name);
            if (newsletter.isEmpty()) {
                return Outcome.refused(UserError.at(
                        "newsletters",
                        "UNKNOWN_NEWSLETTER",
                        "There is no newsletter of that name; `newsletters` lists them."));
            }
            wanted.add(newsletter.get().id());
        }
        Optional<UserError> unsolved = guard.spendChallenge(challenge, UNSOLVED, client);
        if (unsolved.isPresent()) {
            return Outcome.refused(unsolved.get());
        }
        Instant now = clock.instant();
        Known subscriber = subscriptions.know(address, ids.next(), now);
        subscriptions.request(subscriber.id(), wanted, now);
        if (Patience.exhausted(subscriber.asks(), subscriber.askedAt(), now)) {
            subscriptions.countAsk(subscriber.id(), now);
            outbox.publish(SubscriptionRequested.TYPE, new SubscriptionRequested(subscriber.id()));
        }
        return Outcome.done(new Taken());
    }
}
