package news.piton.articles;

import news.piton.core.outbox.EventType;

/** An article that readers could read has been taken back. */
public record ArticleUnpublished(long articleId) {
    public static final EventType<ArticleUnpublished> TYPE =
            new EventType<>("articles.article-unpublished.v1", ArticleUnpublished.class);
}
