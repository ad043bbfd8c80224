package news.piton.core.outbox;

import java.time.InstantSource;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.page.Connection;
import news.piton.core.page.PageRequest;
import org.jspecify.annotations.Nullable;

/** Deliveries that were given up, on any node: to be looked at, and tried again once their cause is gone. */
public final class ParkedDeliveries {
    private final Outbox outbox;
    private final ParkedDeliveryStore store;
    private final InstantSource clock;

    public ParkedDeliveries(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.store = new ParkedDeliveryStore(outbox.database());
        this.clock = clock;
    }

    /**
     * Oldest event first.
     *
     * @param subscriber only what is owed to this one; null for all
     */
    public Connection<ParkedDelivery> page(PageRequest page, @Nullable String subscriber) {
        return subscriber == null || Subscriber.isName(subscriber) ? store.page(page, subscriber) : Connection.empty();
    }

    /**
     * Makes all that is parked for one subscriber due now, with all attempts to go.
     *
     * @return how many there were; refused as NOT_FOUND for a name that no subscriber has and nothing is parked for
     */
    public Outcome<Integer> retry(String subscriber) {
        int retried = Subscriber.isName(subscriber) ? store.unpark(subscriber, clock.instant()) : 0;
        return retried > 0 || outbox.hasSubscriber(subscriber)
                ? Outcome.done(retried)
                : Outcome.refused(UserError.at(
                        "subscriber",
                        "NOT_FOUND",
                        "There is no such subscriber; take its name from the list of parked deliveries."));
    }
}
