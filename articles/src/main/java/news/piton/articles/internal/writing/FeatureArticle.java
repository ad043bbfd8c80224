package news.piton.articles.internal.writing;

import news.piton.articles.ArticleFeatured;
import news.piton.articles.ArticleView;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.Moment;
import news.piton.articles.internal.history.Step;
import news.piton.articles.internal.store.CorrectionStore;
import news.piton.articles.internal.store.FeaturedStore;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.outbox.Outbox;

/**
 * Puts an article forward, or does so no longer. That is no edit of it: no revision is made, its version and time of change
 * stay, and whoever edits it meanwhile need not know. One that is not published is made public by nothing here, and stands in
 * front from its publication on.
 */
public final class FeatureArticle {
    private final Database database;
    private final FeaturedStore featured;
    private final CorrectionStore corrections;
    private final Transition transition;
    private final Outbox outbox;
    private final Views views;

    public FeatureArticle(
            Database database,
            FeaturedStore featured,
            CorrectionStore corrections,
            Transition transition,
            Outbox outbox,
            Views views) {
        this.database = database;
        this.featured = featured;
        this.corrections = corrections;
        this.transition = transition;
        this.outbox = outbox;
        this.views = views;
    }

    /** Refused with RETRACTED. One that is featured already comes to stand before all others again. */
    public Outcome<ArticleView> feature(Transition.Order order) {
        return changed(order, (article, now) -> {
            if (corrections.retracted(article.id())) {
                return Outcome.refused(UserError.at(
                        "id",
                        "RETRACTED",
                        "This article has been retracted. The paper puts nothing forward as news that it does"
                                + " not stand by."));
            }
            featured.begin(article.id(), now.now());
            return told(order, article, Step.Kind.FEATURED, now);
        });
    }

    /** Where it is not featured, nothing is written. */
    public Outcome<ArticleView> unfeature(Transition.Order order) {
        return changed(
                order,
                (article, now) -> featured.end(article.id())
                        ? told(order, article, Step.Kind.UNFEATURED, now)
                        : Outcome.done(article.id()));
    }

    private Outcome<ArticleView> changed(Transition.Order order, Transition.Work work) {
        return database.inTransaction(() -> views.of(transition.locked(order, work)));
    }

    private Outcome<Long> told(Transition.Order order, Article article, Step.Kind kind, Moment now) {
        transition.note(order, article, article, kind, null, now.now());
        if (article.state().open(now.now())) {
            outbox.publish(ArticleFeatured.TYPE, new ArticleFeatured(article.id()));
        }
        return Outcome.done(article.id());
    }
}
