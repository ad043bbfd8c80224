package news.piton.articles;

import news.piton.core.outbox.EventType;

/** An entry was added to the live blog of a published article. */
public record LiveEntryPosted(long articleId, long entryId) {
    public static final EventType<LiveEntryPosted> TYPE =
            new EventType<>("articles.live-entry-posted.v1", LiveEntryPosted.class);
}
