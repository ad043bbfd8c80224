package news.piton.newsletter;

import news.piton.core.outbox.EventType;

/** Somebody asked for newsletters to be sent to an address, and we owe that address a mail. */
public record SubscriptionRequested(long subscriberId) {
    public static final EventType<SubscriptionRequested> TYPE =
            new EventType<>("newsletter.subscription-requested.v1", SubscriptionRequested.class);
}
