package news.piton.newsletter.internal.subscribing;

import java.util.Optional;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.newsletter.NewsletterView;
import news.piton.newsletter.internal.store.NewsletterStore;
import news.piton.newsletter.internal.store.SubscriptionStore;
import news.piton.newsletter.internal.subscribing.SubscriptionLinks.Ending;

/** Ends a subscription, for whoever holds a mail of it, and forgets the address if nothing else needs it. Again changes nothing. */
public final class Unsubscribe {
    private final Database database;
    private final SubscriptionLinks links;
    private final NewsletterStore newsletters;
    private final SubscriptionStore subscriptions;

    public Unsubscribe(
            Database database, SubscriptionLinks links, NewsletterStore newsletters, SubscriptionStore subscriptions) {
        this.database = database;
        this.links = links;
        this.newsletters = newsletters;
        this.subscriptions = subscriptions;
    }

    /** Ends it, and answers what the reader no longer gets. */
    public Outcome<NewsletterView> unsubscribe(String token) {
        Optional<Ending> ending = links.ending(token);
        if (ending.isEmpty()) {
            return Outcome.refused(UserError.at(
                    "token",
                    "INVALID_TOKEN",
                    "This unsubscribe link is not complete. Use the link at the foot of any issue that you have got."));
        }
        return database.inTransaction(() -> {
            subscriptions.end(ending.get().subscriberId(), ending.get().newsletterId());
            return Outcome.done(newsletters.get(ending.get().newsletterId()));
        });
    }

    /** What a token would end, without ending it; empty for a token that is not ours. */
    public Optional<NewsletterView> subject(String token) {
        return links.ending(token).map(ending -> newsletters.get(ending.newsletterId()));
    }
}
