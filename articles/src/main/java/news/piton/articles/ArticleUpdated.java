package news.piton.articles;

import news.piton.core.outbox.EventType;

/** Something about a published article has changed: its text, its headline, its address, where it stands. */
public record ArticleUpdated(long articleId) {
    public static final EventType<ArticleUpdated> TYPE =
            new EventType<>("articles.article-updated.v1", ArticleUpdated.class);
}
