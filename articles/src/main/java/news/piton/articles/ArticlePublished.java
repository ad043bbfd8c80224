package news.piton.articles;

import java.time.Duration;
import java.time.Instant;
import news.piton.core.outbox.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Readers can now read an article. For a scheduled one it comes within a minute of its time. An import does not cause it for
 * what was published before; what it brings in as scheduled is announced at its time like any other.
 *
 * @param lateBy how long after {@code publishedAt} a scheduled one was announced; zero for one that was published by hand.
 *     Readers had it on time all the same
 */
public record ArticlePublished(long articleId, Instant publishedAt, Duration lateBy) {
    public static final EventType<ArticlePublished> TYPE =
            new EventType<>("articles.article-published.v1", ArticlePublished.class);

    /** @param lateBy null in events of before it was told; it was within a minute then */
    public ArticlePublished(long articleId, Instant publishedAt, @Nullable Duration lateBy) {
        this.articleId = articleId;
        this.publishedAt = publishedAt;
        this.lateBy = lateBy == null ? Duration.ZERO : lateBy;
    }

    /** One that was published by hand. */
    public ArticlePublished(long articleId, Instant publishedAt) {
        this(articleId, publishedAt, Duration.ZERO);
    }
}
