package news.piton.newsletter.internal.subscribing;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.newsletter.NewsletterView;
import news.piton.newsletter.internal.store.NewsletterStore;
import news.piton.newsletter.internal.store.SubscriptionStore;
import news.piton.newsletter.internal.subscribing.SubscriptionLinks.Confirmation;

/** Turns a wish into a subscription, for whoever holds the token that went to the address. Again changes nothing. */
public final class ConfirmSubscription {
    private final Database database;
    private final InstantSource clock;
    private final SubscriptionLinks links;
    private final NewsletterStore newsletters;
    private final SubscriptionStore subscriptions;

    public ConfirmSubscription(
            Database database,
            InstantSource clock,
            SubscriptionLinks links,
            NewsletterStore newsletters,
            SubscriptionStore subscriptions) {
        this.database = database;
        this.clock = clock;
        this.links = links;
        this.newsletters = newsletters;
        this.subscriptions = subscriptions;
    }

    /** Confirms, and answers what the reader is subscribed to by this. */
    public Outcome<List<NewsletterView>> confirm(String token) {
        Optional<Confirmation> wish = links.confirmation(token);
        if (wish.isEmpty()) {
            return stale();
        }
        return database.inTransaction(() -> {
            List<Long> confirmed =
                    subscriptions.confirm(wish.get().subscriberId(), wish.get().newsletterIds(), clock.instant());
            if (confirmed.isEmpty()) {
                return stale();
            }
            return Outcome.done(List.copyOf(newsletters.byId(confirmed).values()));
        });
    }

    private static Outcome<List<NewsletterView>> stale() {
        return Outcome.refused(UserError.at(
                "token",
                "INVALID_TOKEN",
                "This confirmation link is not valid or no longer works. Subscribe again and we will send you"
                        + " a new one."));
    }
}
