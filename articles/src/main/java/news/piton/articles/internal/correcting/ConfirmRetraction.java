package news.piton.articles.internal.correcting;

import java.time.Instant;
import java.util.Optional;
import news.piton.articles.ArticleStatus;
import news.piton.articles.ArticleView;
import news.piton.articles.CorrectionKind;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.history.Step;
import news.piton.articles.internal.store.CorrectionStore;
import news.piton.articles.internal.store.FeaturedStore;
import news.piton.articles.internal.store.HistoryStore;
import news.piton.articles.internal.store.PendingRetraction;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.identity.Viewer;

/** Retracts an article as somebody else has proposed it. It is featured no longer. */
public final class ConfirmRetraction {
    private final Correcting correcting;
    private final CorrectionStore corrections;
    private final FeaturedStore featured;
    private final HistoryStore history;

    public ConfirmRetraction(
            Correcting correcting, CorrectionStore corrections, FeaturedStore featured, HistoryStore history) {
        this.correcting = correcting;
        this.corrections = corrections;
        this.featured = featured;
        this.history = history;
    }

    /**
     * Refused with SECOND_PERSON_NEEDED for whoever has proposed it, by whichever session or token.
     *
     * @param expected the version that the caller has seen: nobody signs a text that has been put in the place of the one read
     */
    public Outcome<ArticleView> confirm(long id, int expected, Viewer.Staff who) {
        return correcting.on(
                id,
                expected,
                (article, now) -> Correcting.unlessOpen(article, now)
                        .or(() -> corrections
                                .proposal(id)
                                .map(proposal -> confirm(article, proposal, who, now))
                                .orElseGet(() -> Optional.of(nothingProposed()))));
    }

    private Optional<UserError> confirm(Article article, PendingRetraction proposal, Viewer.Staff who, Instant now) {
        if (proposal.staff() == who.id()) {
            return Optional.of(UserError.at(
                    "id",
                    "SECOND_PERSON_NEEDED",
                    "You proposed this retraction yourself. A colleague who may publish has to confirm it."));
        }
        corrections.dropProposal(article.id());
        correcting.tell(article, CorrectionKind.RETRACTION, proposal.text(), now);
        if (featured.end(article.id())) {
            history.add(article.id(), unfeatured(article, who, now));
        }
        return Optional.empty();
    }

    private static Step unfeatured(Article article, Viewer.Staff who, Instant now) {
        ArticleStatus status = article.state().status(now);
        return new Step(
                Step.Kind.UNFEATURED,
                now,
                Step.Actor.of(who),
                status,
                status,
                "It was retracted.",
                null,
                null,
                article.version() + 1);
    }

    static UserError nothingProposed() {
        return UserError.at(
                "id", "NOTHING_PROPOSED", "No retraction of this article waits. correctArticle proposes one.");
    }
}
