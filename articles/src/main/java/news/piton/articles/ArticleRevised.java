package news.piton.articles;

import news.piton.core.outbox.EventType;

/**
 * Something was saved of an article, whatever its state; what readers see need not have changed, which {@link ArticleUpdated}
 * tells.
 *
 * @param number the article's version with it
 */
public record ArticleRevised(long articleId, long revisionId, int number, RevisionAction action) {
    public static final EventType<ArticleRevised> TYPE =
            new EventType<>("articles.article-revised.v1", ArticleRevised.class);
}
