package news.piton.articles.internal.correcting;

import java.util.Optional;
import news.piton.articles.ArticleView;
import news.piton.articles.internal.store.ArticleStore;
import news.piton.articles.internal.store.CorrectionStore;
import news.piton.core.fault.Outcome;
import org.jspecify.annotations.Nullable;

/** Drops a retraction that waits. */
public final class WithdrawRetraction {
    private final Correcting correcting;
    private final ArticleStore articles;
    private final CorrectionStore corrections;

    public WithdrawRetraction(Correcting correcting, ArticleStore articles, CorrectionStore corrections) {
        this.correcting = correcting;
        this.articles = articles;
        this.corrections = corrections;
    }

    /** Whoever proposed it; also while the article is not published. */
    public Outcome<ArticleView> withdraw(long id, @Nullable Integer expected) {
        return correcting.on(id, expected, (article, now) -> {
            if (corrections.proposal(id).isEmpty()) {
                return Optional.of(ConfirmRetraction.nothingProposed());
            }
            corrections.dropProposal(id);
            articles.raiseVersion(id);
            return Optional.empty();
        });
    }
}
