package news.piton.comments.internal.moderation;

import java.util.OptionalLong;
import java.util.Set;
import news.piton.articles.ArticlePermissions;
import news.piton.articles.ArticleView;
import news.piton.comments.internal.reading.VisibleArticles;
import news.piton.comments.internal.store.DiscussionStore;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.id.GlobalId;
import news.piton.core.identity.Viewer;

/**
 * Closes a discussion, or opens it again. What was never public is no business of moderators: only who writes articles may
 * decide about a draft's discussion, or learn here that there is a draft.
 */
public final class SetCommentsOpen {
    private final Database database;
    private final VisibleArticles articles;
    private final DiscussionStore discussions;

    public SetCommentsOpen(Database database, VisibleArticles articles, DiscussionStore discussions) {
        this.database = database;
        this.articles = articles;
        this.discussions = discussions;
    }

    public record Input(String articleId, boolean open) {}

    public record Changed(ArticleView article) {}

    public Outcome<Changed> set(Input input, Viewer.Staff by) {
        OptionalLong id = GlobalId.number("Article", input.articleId());
        ArticleView article =
                id.isEmpty() ? null : articles.to(by, Set.of(id.getAsLong())).get(id.getAsLong());
        if (article == null || !isKnownTo(by, article)) {
            return Outcome.refused(UserError.at("articleId", "NOT_FOUND", "There is no such article."));
        }
        return database.inTransaction(() -> {
            discussions.lock(Set.of(article.id()));
            discussions.setOpen(article.id(), input.open());
            return Outcome.done(new Changed(article));
        });
    }

    private static boolean isKnownTo(Viewer.Staff by, ArticleView article) {
        return switch (article.status()) {
            case PUBLISHED, UNPUBLISHED -> true;
            case DRAFT, IN_REVIEW, SCHEDULED -> by.may(ArticlePermissions.WRITE_ARTICLES);
        };
    }
}
