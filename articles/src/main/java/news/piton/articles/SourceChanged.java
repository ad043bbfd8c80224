package news.piton.articles;

import news.piton.core.outbox.EventType;

/** A source has been added, or what is known of one has changed. */
public record SourceChanged(long sourceId) {
    public static final EventType<SourceChanged> TYPE =
            new EventType<>("articles.source-changed.v1", SourceChanged.class);
}
