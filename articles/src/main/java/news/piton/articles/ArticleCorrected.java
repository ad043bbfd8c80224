package news.piton.articles;

import java.time.Instant;
import news.piton.core.outbox.EventType;

/** A notice has been put on a published article; an {@link ArticleUpdated} of the same article comes with it. */
public record ArticleCorrected(long articleId, CorrectionKind kind, Instant at) {
    public static final EventType<ArticleCorrected> TYPE =
            new EventType<>("articles.article-corrected.v1", ArticleCorrected.class);
}
