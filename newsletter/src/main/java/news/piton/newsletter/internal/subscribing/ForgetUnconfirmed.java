package news.piton.newsletter.internal.subscribing;

import java.time.InstantSource;
import news.piton.core.database.Database;
import news.piton.core.job.Job;
import news.piton.newsletter.internal.store.SubscriptionStore;

/** Several times a day: addresses that were entered and never confirmed are none of our business any more. */
public final class ForgetUnconfirmed implements Job.Work {
    private final Database database;
    private final InstantSource clock;
    private final SubscriptionStore subscriptions;

    public ForgetUnconfirmed(Database database, InstantSource clock, SubscriptionStore subscriptions) {
        this.database = database;
        this.clock = clock;
        this.subscriptions = subscriptions;
    }

    @Override
    public void run(Job.Stop stop) {
        database.inTransaction(
                () -> subscriptions.forgetUnconfirmed(clock.instant().minus(SubscriptionLinks.CONFIRMABLE)));
    }
}
