package news.piton.articles.internal.writing;

import java.time.Instant;
import news.piton.articles.ArticleView;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.Change;
import news.piton.articles.internal.article.Moment;
import news.piton.articles.internal.article.Refusals;
import news.piton.articles.internal.article.State;
import news.piton.articles.internal.store.EmbargoStore;
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
    private final Files files;
    private final EmbargoStore embargoes;
    private final Transition transition;
    private final Views views;

    public PublishArticle(Database database, Files files, EmbargoStore embargoes, Transition transition, Views views) {
        this.database = database;
        this.files = files;
        this.embargoes = embargoes;
        this.transition = transition;
        this.views = views;
    }

    /**
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
        Refusals refusals = new Refusals();
        if (files.body(article.id()).isEmpty()) {
            refusals.add(
                    UserError.at("id", "BLANK", "This article has no text yet; write some before it is published."));
        }
        Instant opens = open.at().isAfter(now.now()) ? open.at() : now.now();
        embargoes.end(article.id()).filter(opens::isBefore).ifPresent(end -> refusals.add(embargoed(end, now)));
        return refusals.any() ? refusals.refused() : next;
    }

    private static UserError embargoed(Instant end, Moment now) {
        return UserError.at(
                "at",
                "EMBARGOED",
                "This article is under embargo until " + now.say(end)
                        + ". Nobody can publish it earlier; schedule it with an `at` of " + end + " or later.");
    }
}
