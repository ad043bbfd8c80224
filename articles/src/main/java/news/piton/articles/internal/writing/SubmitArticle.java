package news.piton.articles.internal.writing;

import news.piton.articles.ArticleView;
import news.piton.articles.internal.article.Reason;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;

/** Hands an article to the editors, and back. */
public final class SubmitArticle {
    private final Database database;
    private final Transition transition;
    private final Views views;

    public SubmitArticle(Database database, Transition transition, Views views) {
        this.database = database;
        this.transition = transition;
        this.views = views;
    }

    public Outcome<ArticleView> submit(Transition.Order order) {
        return database.inTransaction(() -> views.of(
                transition.move(order, (article, now) -> article.state().submitted(now))));
    }

    /** For an editor: what is in review goes back to its author. The order's note says why. */
    public Outcome<ArticleView> sendBack(Transition.Order order, Reason why) {
        return database.inTransaction(() -> views.of(
                transition.move(order, (article, now) -> article.state().sentBack(why, now))));
    }
}
