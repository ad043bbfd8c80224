package news.piton.articles.internal.live;

import news.piton.articles.ArticleView;
import news.piton.articles.internal.store.LiveBlog;
import news.piton.articles.internal.store.LiveStore;
import news.piton.articles.internal.writing.Views;
import news.piton.core.fault.Outcome;
import news.piton.core.identity.Viewer;
import org.jspecify.annotations.Nullable;

/** Ends a live blog; its entries stay. */
public final class CloseLiveBlog {
    private final LiveEditing editing;
    private final LiveStore live;
    private final Views views;

    public CloseLiveBlog(LiveEditing editing, LiveStore live, Views views) {
        this.editing = editing;
        this.live = live;
        this.views = views;
    }

    public Outcome<ArticleView> close(long id, @Nullable Integer expected, Viewer.Staff who) {
        return editing.on(id, expected, who, (article, now) -> {
            if (live.ofArticle(id).filter(LiveBlog::open).isEmpty()) {
                return Outcome.refused(LiveEditing.notOpen("id"));
            }
            live.close(id, now);
            editing.changed(article, now);
            return views.of(id);
        });
    }
}
