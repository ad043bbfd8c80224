package news.piton.articles.internal.live;

import news.piton.articles.ArticleView;
import news.piton.articles.internal.store.LiveBlog;
import news.piton.articles.internal.store.LiveStore;
import news.piton.articles.internal.writing.Views;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.identity.Viewer;
import org.jspecify.annotations.Nullable;

/** Lets an article take entries, the first time or again. */
public final class StartLiveBlog {
    private final LiveEditing editing;
    private final LiveStore live;
    private final Views views;

    public StartLiveBlog(LiveEditing editing, LiveStore live, Views views) {
        this.editing = editing;
        this.live = live;
        this.views = views;
    }

    public Outcome<ArticleView> start(long id, @Nullable Integer expected, Viewer.Staff who) {
        return editing.on(id, expected, who, (article, now) -> {
            if (live.ofArticle(id).filter(LiveBlog::open).isPresent()) {
                return Outcome.refused(UserError.at("id", "ALREADY_OPEN", "This article takes entries already."));
            }
            live.open(id, now);
            editing.changed(article, now);
            return views.of(id);
        });
    }
}
