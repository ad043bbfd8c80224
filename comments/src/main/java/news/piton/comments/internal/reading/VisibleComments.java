package news.piton.comments.internal.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.piton.articles.Articles;
import news.piton.comments.CommentPermissions;
import news.piton.comments.CommentView;
import news.piton.comments.internal.store.CommentStore;
import news.piton.core.identity.Viewer;

/**
 * The one answer to who may see which comment when it is asked for by its id: moderators all of them, everybody else those
 * that show under an article that is public.
 */
public final class VisibleComments {
    private final CommentStore comments;
    private final Articles articles;

    public VisibleComments(CommentStore comments, Articles articles) {
        this.comments = comments;
        this.articles = articles;
    }

    public Map<Long, CommentView> to(Viewer viewer, Set<Long> ids) {
        if (viewer.may(CommentPermissions.MODERATE_COMMENTS)) {
            return comments.any(ids);
        }
        Map<Long, CommentView> visible = new HashMap<>(comments.shown(ids));
        Set<Long> discussed =
                visible.values().stream().map(CommentView::articleId).collect(Collectors.toUnmodifiableSet());
        Set<Long> open = articles.published(discussed).keySet();
        visible.values().removeIf(comment -> !open.contains(comment.articleId()));
        return visible;
    }
}
