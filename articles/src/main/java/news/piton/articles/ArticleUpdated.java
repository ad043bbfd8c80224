package news.piton.articles;

import java.util.List;
import news.piton.core.outbox.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Something about a published article has changed: its text, its headline, its address, where it stands.
 *
 * @param left where it stood before the change and stands no longer
 */
public record ArticleUpdated(long articleId, Left left) {
    public static final EventType<ArticleUpdated> TYPE =
            new EventType<>("articles.article-updated.v1", ArticleUpdated.class);

    /**
     * Lists that an article is no longer in.
     *
     * @param section null when it stays in its section
     */
    public record Left(@Nullable Long section, List<Long> tags, List<Long> authors) {
        public static final Left NOTHING = new Left(null, List.of(), List.of());
    }

    /** @param left null in events of before it was told */
    public ArticleUpdated(long articleId, @Nullable Left left) {
        this.articleId = articleId;
        this.left = left == null ? Left.NOTHING : left;
    }

    /** One that stays where it is. */
    public ArticleUpdated(long articleId) {
        this(articleId, Left.NOTHING);
    }
}
