package news.piton.articles;

import news.piton.core.outbox.EventType;

/**
 * The editors have put forward an article that readers can read, or do so no longer: what leads the paper may be another one.
 * Nothing of the article itself has changed.
 */
public record ArticleFeatured(long articleId) {
    public static final EventType<ArticleFeatured> TYPE =
            new EventType<>("articles.article-featured.v1", ArticleFeatured.class);
}
