package news.piton.articles.internal.writing;

import java.time.Instant;
import news.piton.articles.ArticleView;
import news.piton.articles.internal.article.Reason;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import org.jspecify.annotations.Nullable;

/** Takes a published article back, now or at a time to come, or calls off the publication of a scheduled one. */
public final class UnpublishArticle {
    private final Database database;
    private final Transition transition;
    private final Views views;

    public UnpublishArticle(Database database, Transition transition, Views views) {
        this.database = database;
        this.transition = transition;
        this.views = views;
    }

    /** The order's note says why, as the reason does that stays with the article. */
    public Outcome<ArticleView> unpublish(Transition.Order order, Reason reason) {
        return database.inTransaction(() -> views.of(
                transition.move(order, (article, now) -> article.state().unpublished(reason, now.now()))));
    }

    /**
     * From that time on readers cannot read it, by itself, since every query compares times; only the event waits for
     * {@link AnnounceDue}.
     *
     * @param until null to leave it open for good
     */
    public Outcome<ArticleView> schedule(Transition.Order order, @Nullable Instant until) {
        return database.inTransaction(() -> views.of(
                transition.move(order, (article, now) -> article.state().closing(until, now))));
    }
}
