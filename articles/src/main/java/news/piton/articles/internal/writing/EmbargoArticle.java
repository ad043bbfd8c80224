package news.piton.articles.internal.writing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import news.piton.articles.ArticleView;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.Moment;
import news.piton.articles.internal.history.Step;
import news.piton.articles.internal.store.ArticleStore;
import news.piton.articles.internal.store.EmbargoStore;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an article from being published before a moment, whoever tries. It moves no schedule: whoever has set a time that
 * lies before the end of the embargo is asked to decide, for a silent move would surprise and a silent publication leak.
 */
public final class EmbargoArticle {
    private final Database database;
    private final ArticleStore articles;
    private final EmbargoStore embargoes;
    private final Transition transition;
    private final Views views;

    public EmbargoArticle(
            Database database, ArticleStore articles, EmbargoStore embargoes, Transition transition, Views views) {
        this.database = database;
        this.articles = articles;
        this.embargoes = embargoes;
        this.transition = transition;
        this.views = views;
    }

    /** @param until the first moment at which it can be published; null lifts the embargo */
    public Outcome<ArticleView> embargo(Transition.Order order, @Nullable Instant until) {
        return database.inTransaction(
                () -> views.of(transition.locked(order, (article, now) -> set(order, article, until, now))));
    }

    private Outcome<Long> set(Transition.Order order, Article article, @Nullable Instant until, Moment now) {
        Instant kept = embargoes.end(article.id()).orElse(null);
        // as the column keeps it, so that the same time again is no change
        Instant end = until == null ? null : until.truncatedTo(ChronoUnit.MICROS);
        if (Objects.equals(kept, end)) {
            return Outcome.done(article.id());
        }
        UserError error = end == null ? null : unfit(article, end, now);
        if (error != null) {
            return Outcome.refused(error);
        }
        embargoes.set(article.id(), end);
        Article after = article.planned(article.state());
        articles.raiseVersion(after.id());
        Step.Kind kind = end == null ? Step.Kind.EMBARGO_LIFTED : Step.Kind.EMBARGOED;
        transition.note(order, article, after, kind, end == null ? kept : end, now.now());
        return Outcome.done(article.id());
    }

    private static @Nullable UserError unfit(Article article, Instant end, Moment now) {
        if (!end.isAfter(now.now()) || end.isAfter(now.now().plus(5 * 365, ChronoUnit.DAYS))) {
            return UserError.at(
                    "until", "INVALID", "An embargo ends in the time to come, at most five years from now.");
        }
        Instant opens = article.state().publishedAt();
        return switch (article.state().status(now.now())) {
            case PUBLISHED ->
                UserError.at(
                        "id",
                        "ILLEGAL_TRANSITION",
                        "Readers have this article already; unpublish it first, then set the embargo.");
            case SCHEDULED ->
                opens != null && opens.isBefore(end)
                        ? UserError.at(
                                "until",
                                "EMBARGOED",
                                "This article is scheduled for " + now.say(opens)
                                        + ", before the embargo would end. Schedule it for " + now.say(end)
                                        + " or later, or call that off; then set the embargo.")
                        : null;
            case DRAFT, IN_REVIEW, UNPUBLISHED -> null;
        };
    }
}
