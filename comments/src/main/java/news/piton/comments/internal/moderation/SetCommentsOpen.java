package news.piton.comments.internal.moderation;

import java.util.OptionalLong;
import java.util.Set;
import news.piton.articles.ArticleView;
import news.piton.articles.Articles;
import news.piton.comments.internal.store.DiscussionStore;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.id.GlobalId;

/** Closes a discussion, or opens it again. */
public final class SetCommentsOpen {
    private final Database database;
    private final Articles articles;
    private final DiscussionStore discussions;

    public SetCommentsOpen(Database database, Articles articles, DiscussionStore discussions) {
        this.database = database;
        this.articles = articles;
        this.discussions = discussions;
    }

    public record Input(String articleId, boolean open) {}

    public record Changed(ArticleView article) {}

    public Outcome<Changed> set(Input input) {
        OptionalLong id = GlobalId.number("Article", input.articleId());
        ArticleView article =
                id.isEmpty() ? null : articles.any(Set.of(id.getAsLong())).get(id.getAsLong());
        if (article == null) {
            return Outcome.refused(UserError.at("articleId", "NOT_FOUND", "There is no such article."));
        }
        return database.inTransaction(() -> {
            discussions.lock(Set.of(article.id()));
            discussions.setOpen(article.id(), input.open());
            return Outcome.done(new Changed(article));
        });
    }
}
