package news.piton.articles.internal.graphql;

import java.util.Objects;
import news.piton.articles.ArticlePermissions;
import news.piton.articles.CorrectionKind;
import news.piton.articles.internal.article.CorrectionText;
import news.piton.articles.internal.article.Refusals;
import news.piton.articles.internal.correcting.ConfirmRetraction;
import news.piton.articles.internal.correcting.CorrectArticle;
import news.piton.articles.internal.correcting.WithdrawRetraction;
import news.piton.articles.internal.graphql.ArticleMutations.ArticlePayload;
import news.piton.core.fault.Outcome;
import news.piton.core.graphql.MutationHandler.Call;
import news.piton.core.identity.Viewer;
import news.piton.core.plugin.Contribution;
import org.jspecify.annotations.Nullable;

/** The ways from the mutations about corrections into their use cases. */
public record CorrectionMutations(CorrectArticle correct, ConfirmRetraction confirm, WithdrawRetraction withdraw) {

    record CorrectArticleInput(
            String id,
            CorrectionKind kind,
            String text,
            @Nullable Integer expectedVersion) {}

    record ConfirmRetractionInput(String id, int expectedVersion) {}

    record WithdrawRetractionInput(String id, @Nullable Integer expectedVersion) {}

    public void contribute(Contribution.Builder to) {
        to.mutation("correctArticle", CorrectArticleInput.class, ArticlePayload.class, this::correct)
                .mutation("confirmRetraction", ConfirmRetractionInput.class, ArticlePayload.class, this::confirm)
                .mutation("withdrawRetraction", WithdrawRetractionInput.class, ArticlePayload.class, this::withdraw);
    }

    private Outcome<ArticlePayload> correct(Call<CorrectArticleInput> call) {
        CorrectArticleInput input = call.input();
        Refusals refusals = new Refusals();
        CorrectionText text = refusals.value("text", input.text(), CorrectionText::new);
        return refusals.any()
                ? refusals.refused()
                : correct.correct(
                                article(input.id()),
                                input.kind(),
                                Objects.requireNonNull(text),
                                input.expectedVersion(),
                                editor(call))
                        .map(ArticlePayload::new);
    }

    private Outcome<ArticlePayload> confirm(Call<ConfirmRetractionInput> call) {
        return confirm.confirm(article(call.input().id()), call.input().expectedVersion(), editor(call))
                .map(ArticlePayload::new);
    }

    private Outcome<ArticlePayload> withdraw(Call<WithdrawRetractionInput> call) {
        return withdraw.withdraw(article(call.input().id()), call.input().expectedVersion())
                .map(ArticlePayload::new);
    }

    private static Viewer.Staff editor(Call<?> call) {
        return call.caller().require(ArticlePermissions.PUBLISH_ARTICLES);
    }

    private static long article(String id) {
        return Edits.number("Article", id);
    }
}
