package news.piton.articles;

import news.piton.core.outbox.EventType;

/** One tag has become part of another one: its articles carry that one now, and its id means nothing any more. */
public record TagsMerged(long fromId, long intoId) {
    public static final EventType<TagsMerged> TYPE = new EventType<>("articles.tags-merged.v1", TagsMerged.class);
}
