package news.piton.articles.internal.writing;

import java.time.Instant;
import java.util.List;
import news.piton.articles.ArticleView;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.Change;
import news.piton.articles.internal.article.Moment;
import news.piton.articles.internal.article.State;
import news.piton.articles.internal.checks.CheckList;
import news.piton.articles.internal.checks.PublishCheck;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import org.jspecify.annotations.Nullable;

/**
 * Opens an article to readers, now or at a time to come. At that time it is open by itself, since every query compares
 * times; only the event waits for {@link AnnounceDue}.
 */
public final class PublishArticle {
    private final Database database;
    private final CheckList checks;
    private final Transition transition;
    private final Views views;

    public PublishArticle(Database database, CheckList checks, Transition transition, Views views) {
        this.database = database;
        this.checks = checks;
        this.transition = transition;
        this.views = views;
    }

    /**
     * Refused for every blocking finding of the check-list.
     *
     * @param at null for now, or for the earlier time of one that had been published before
     * @param until when it is to be taken back; where nothing is said, the plan of a scheduled article stays
     */
    public Outcome<ArticleView> publish(Transition.Order order, @Nullable Instant at, Change<Instant> until) {
        return database.inTransaction(
                () -> views.of(transition.move(order, (article, now) -> next(article, at, until, now))));
    }

    private Outcome<State> next(Article article, @Nullable Instant at, Change<Instant> until, Moment now) {
        Outcome<State> next = article.state().published(at, until, now);
        if (!(next instanceof Outcome.Done<State>(State.Published open))) {
            return next;
        }
        List<UserError> blocking = checks.of(new CheckList.Request(article.id(), open.at())).stream()
                .filter(PublishCheck::blocks)
                .map(PublishCheck::error)
                .toList();
        return blocking.isEmpty() ? next : Outcome.refused(blocking);
    }
}
