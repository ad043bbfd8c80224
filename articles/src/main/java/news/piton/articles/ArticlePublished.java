package news.piton.articles;

import java.time.Instant;
import news.piton.core.outbox.EventType;

/**
 * Readers can now read an article. For a scheduled one it comes within a minute of its time. An import does not cause it for
 * what was published before; what it brings in as scheduled is announced at its time like any other.
 */
public record ArticlePublished(long articleId, Instant publishedAt) {
    public static final EventType<ArticlePublished> TYPE =
            new EventType<>("articles.article-published.v1", ArticlePublished.class);
}
