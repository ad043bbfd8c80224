package news.piton.articles.internal.correcting;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import news.piton.articles.ArticleCorrected;
import news.piton.articles.ArticleUpdated;
import news.piton.articles.ArticleView;
import news.piton.articles.CorrectionKind;
import news.piton.articles.CorrectionView;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.store.ArticleStore;
import news.piton.articles.internal.store.CorrectionStore;
import news.piton.articles.internal.writing.Locking;
import news.piton.articles.internal.writing.Views;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.id.Ids;
import news.piton.core.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** What correcting and retracting have in common: the article locked, the notice put on it, and everybody told. */
public final class Correcting {
    private final Database database;
    private final Outbox outbox;
    private final Locking locking;
    private final Ids ids;
    private final ArticleStore articles;
    private final CorrectionStore corrections;
    private final Views views;

    public Correcting(
            Database database,
            Outbox outbox,
            Locking locking,
            Ids ids,
            ArticleStore articles,
            CorrectionStore corrections,
            Views views) {
        this.database = database;
        this.outbox = outbox;
        this.locking = locking;
        this.ids = ids;
        this.articles = articles;
        this.corrections = corrections;
        this.views = views;
    }

    /** Does something to the locked article, and shows what it has become. */
    Outcome<ArticleView> on(
            long id, @Nullable Integer expected, BiFunction<Article, Instant, Optional<UserError>> change) {
        return database.inTransaction(() -> locking.hold(id, expected)
                .then(held -> change.apply(held.article(), held.now())
                        .<Outcome<ArticleView>>map(Outcome::refused)
                        .orElseGet(() -> views.of(id))));
    }

    /** Puts a notice on an article, whose time of change rises with it. */
    void tell(Article article, CorrectionKind kind, String text, Instant now) {
        corrections.add(ids.next(), article.id(), new CorrectionView(kind, text, now));
        articles.touch(article.id(), now);
        outbox.publish(ArticleCorrected.TYPE, new ArticleCorrected(article.id(), kind, now));
        outbox.publish(ArticleUpdated.TYPE, new ArticleUpdated(article.id()));
    }

    /** The refusal unless readers can read the article. */
    static Optional<UserError> unlessOpen(Article article, Instant now) {
        return article.state().open(now)
                ? Optional.empty()
                : Optional.of(UserError.at(
                        "id",
                        "NOT_PUBLISHED",
                        "Readers cannot read this article, so there is nothing to tell them. Change its text"
                                + " instead."));
    }
}
