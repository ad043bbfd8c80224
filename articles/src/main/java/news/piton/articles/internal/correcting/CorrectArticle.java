package news.piton.articles.internal.correcting;

import java.time.Instant;
import java.util.Optional;
import news.piton.articles.ArticleView;
import news.piton.articles.CorrectionKind;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.CorrectionText;
import news.piton.articles.internal.store.ArticleStore;
import news.piton.articles.internal.store.CorrectionStore;
import news.piton.articles.internal.store.PendingRetraction;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.identity.Viewer;
import org.jspecify.annotations.Nullable;

/** Puts a notice on a published article, or proposes to retract it. */
public final class CorrectArticle {
    private final Correcting correcting;
    private final ArticleStore articles;
    private final CorrectionStore corrections;

    public CorrectArticle(Correcting correcting, ArticleStore articles, CorrectionStore corrections) {
        this.correcting = correcting;
        this.articles = articles;
        this.corrections = corrections;
    }

    /**
     * A retraction waits for {@link ConfirmRetraction}; the others are there at once.
     *
     * @param expected the version that the caller has seen; null to correct whatever is there
     */
    public Outcome<ArticleView> correct(
            long id, CorrectionKind kind, CorrectionText text, @Nullable Integer expected, Viewer.Staff who) {
        return correcting.on(
                id,
                expected,
                (article, now) -> Correcting.unlessOpen(article, now).or(() -> switch (kind) {
                    case CORRECTION, CLARIFICATION, UPDATE -> {
                        correcting.tell(article, kind, text.text(), now);
                        yield Optional.empty();
                    }
                    case RETRACTION -> propose(article, text, who, now);
                }));
    }

    private Optional<UserError> propose(Article article, CorrectionText text, Viewer.Staff who, Instant now) {
        if (corrections.retracted(article.id())) {
            return Optional.of(UserError.at(
                    "kind",
                    "ALREADY_RETRACTED",
                    "This article has been retracted already. What is new since then is an UPDATE or a CORRECTION."));
        }
        if (!corrections.propose(new PendingRetraction(article.id(), text.text(), who.id(), who.name(), now))) {
            return Optional.of(UserError.at(
                    "kind",
                    "ALREADY_PROPOSED",
                    "A retraction of this article waits already. Confirm it, or withdraw it and propose another."));
        }
        articles.raiseVersion(article.id());
        return Optional.empty();
    }
}
