package news.piton.comments.internal.thread;

import java.time.Duration;
import java.time.Instant;
import news.piton.articles.ArticleStatus;
import news.piton.articles.ArticleView;

/**
 * All comments under one article.
 *
 * @param open what the moderators say; false closes it whatever its age
 * @param shownCount how many comments readers see
 */
public record Discussion(long articleId, boolean open, int shownCount) {

    /** A discussion that nobody has touched yet. */
    public static Discussion untouched(long articleId) {
        return new Discussion(articleId, true, 0);
    }

    /**
     * Whether a guest may post.
     *
     * @param closeAfterDays how many days after its publication an article's comments close; 0 for never
     */
    public boolean isOpen(ArticleView article, Instant now, int closeAfterDays) {
        Instant published = article.publishedAt();
        if (!open || article.status() != ArticleStatus.PUBLISHED || published == null) {
            return false;
        }
        return closeAfterDays == 0 || now.isBefore(published.plus(Duration.ofDays(closeAfterDays)));
    }
}
