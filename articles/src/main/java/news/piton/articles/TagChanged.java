package news.piton.articles;

import news.piton.core.outbox.EventType;

/** A tag has been renamed. Tags that come into being with an article that carries them are not told of. */
public record TagChanged(long tagId) {
    public static final EventType<TagChanged> TYPE = new EventType<>("articles.tag-changed.v1", TagChanged.class);
}
