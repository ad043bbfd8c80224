package news.piton.sharing.internal.friend;

import java.time.Duration;
import java.time.InstantSource;
import news.piton.core.job.Job;
import news.piton.sharing.internal.store.FriendStore;

/** Several times a day: a recommendation that could not be mailed for three days is forgotten, and with it its people. */
public final class ForgetFriends implements Job.Work {
    private static final Duration KEPT = Duration.ofDays(3);
    private final InstantSource clock;
    private final FriendStore store;

    public ForgetFriends(InstantSource clock, FriendStore store) {
        this.clock = clock;
        this.store = store;
    }

    @Override
    public void run(Job.Stop stop) {
        store.removeOlder(clock.instant().minus(KEPT));
    }
}
