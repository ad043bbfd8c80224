package news.piton.articles;

import news.piton.core.outbox.EventType;

/** An article that readers could read has been taken back, or its time is over; then it comes within a minute of that. */
public record ArticleUnpublished(long articleId) {
    public static final EventType<ArticleUnpublished> TYPE =
            new EventType<>("articles.article-unpublished.v1", ArticleUnpublished.class);
}
