package news.piton.sharing.internal.visits;

import java.time.Duration;
import java.time.InstantSource;
import news.piton.core.job.Tally;
import news.piton.sharing.internal.linking.Channel;
import news.piton.sharing.internal.store.VisitStore;
import news.piton.sharing.internal.store.VisitStore.Link;

/** Counts the visits of people by short links. */
public final class CountVisits implements AutoCloseable {
    /** Visits wait no longer than that to be written down. */
    public static final Duration PAUSE = Duration.ofSeconds(15);

    private final Tally<Link> visits;

    public CountVisits(InstantSource clock, VisitStore store) {
        this.visits = new Tally<>("visits", PAUSE, clock, store::add);
    }

    /**
     * Counts one visit, if it is a person's; never fails.
     *
     * @param userAgent what the client calls itself; empty when it does not
     * @param purpose why it asks (header Sec-Purpose); empty when it does not say
     */
    public void visited(long articleId, Channel channel, String userAgent, String purpose) {
        if (Readers.isOne(userAgent, purpose)) {
            visits.add(new Link(articleId, channel.name()));
        }
    }

    @Override
    public void close() {
        visits.close();
    }
}
