package news.piton.articles;

import news.piton.core.outbox.EventType;

/** An author has been added, or what is known of one has changed. */
public record AuthorChanged(long authorId) {
    public static final EventType<AuthorChanged> TYPE =
            new EventType<>("articles.author-changed.v1", AuthorChanged.class);
}
