package news.piton.articles;

import java.time.Instant;
import news.piton.core.outbox.EventType;

/** Readers can now read an article. For a scheduled one it comes within a minute of its time. Imports do not cause it. */
public record ArticlePublished(long articleId, Instant publishedAt) {
    public static final EventType<ArticlePublished> TYPE =
            new EventType<>("articles.article-published.v1", ArticlePublished.class);
}
