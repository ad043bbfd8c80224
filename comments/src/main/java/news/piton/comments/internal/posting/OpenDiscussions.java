package news.piton.comments.internal.posting;

import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import news.piton.articles.ArticleView;
import news.piton.articles.Articles;
import news.piton.comments.internal.store.DiscussionStore;
import news.piton.comments.internal.thread.Discussion;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.id.GlobalId;

/** Knows under which articles one may comment now. */
public final class OpenDiscussions {
    private final Articles articles;
    private final DiscussionStore discussions;
    private final InstantSource clock;
    private final int closeAfterDays;

    /** @param closeAfterDays how long an article's comments stay open after its publication; 0 for ever */
    public OpenDiscussions(Articles articles, DiscussionStore discussions, InstantSource clock, int closeAfterDays) {
        this.articles = articles;
        this.discussions = discussions;
        this.clock = clock;
        this.closeAfterDays = closeAfterDays;
    }

    public boolean isOpen(Discussion discussion, ArticleView article) {
        return discussion.isOpen(article, clock.instant(), closeAfterDays);
    }

    /** Finds and locks the discussion under an article, in the caller's transaction; or the error at {@code articleId}. */
    Outcome<Long> enter(String articleId) {
        OptionalLong id = GlobalId.number("Article", articleId);
        Optional<ArticleView> article = id.isEmpty() ? Optional.empty() : articles.published(id.getAsLong());
        if (article.isEmpty()) {
            return Outcome.refused(UserError.at("articleId", "NOT_FOUND", "There is no such article to comment on."));
        }
        long found = article.get().id();
        discussions.lock(Set.of(found));
        if (!isOpen(discussions.of(found), article.get())) {
            return Outcome.refused(
                    UserError.at("articleId", "COMMENTS_CLOSED", "The comments under this article are closed."));
        }
        return Outcome.done(found);
    }
}
