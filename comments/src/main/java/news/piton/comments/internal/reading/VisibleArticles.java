package news.piton.comments.internal.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import news.piton.articles.ArticlePermissions;
import news.piton.articles.ArticleStatus;
import news.piton.articles.ArticleView;
import news.piton.articles.Articles;
import news.piton.comments.CommentPermissions;
import news.piton.core.fault.Fault;
import news.piton.core.identity.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Who may see what of the articles that comments stand under: everybody what is published, moderators the rest as well, but
 * nothing of its text unless they write articles themselves.
 */
public final class VisibleArticles {
    private final Articles articles;

    public VisibleArticles(Articles articles) {
        this.articles = articles;
    }

    /**
     * A comment always has its article, so that where the caller may not see it the answer is no and not nothing.
     *
     * @throws Fault FORBIDDEN when there is none for this caller
     */
    public static ArticleView orForbidden(@Nullable ArticleView visible) {
        if (visible == null) {
            throw Fault.forbidden("The article of this comment is not public any more.");
        }
        return visible;
    }

    public Map<Long, ArticleView> to(Viewer viewer, Set<Long> ids) {
        if (!viewer.may(CommentPermissions.MODERATE_COMMENTS)) {
            return articles.published(ids);
        }
        Map<Long, ArticleView> all = new HashMap<>(articles.any(ids));
        if (!viewer.may(ArticlePermissions.WRITE_ARTICLES)) {
            all.replaceAll(
                    (id, article) -> article.status() == ArticleStatus.PUBLISHED ? article : article.withoutText());
        }
        return all;
    }
}
