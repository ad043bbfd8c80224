package news.piton.articles.internal.graphql;

import java.util.Objects;
import news.piton.articles.ArticlePermissions;
import news.piton.articles.ArticleView;
import news.piton.articles.internal.article.Reason;
import news.piton.articles.internal.article.Refusals;
import news.piton.articles.internal.graphql.ArticleInputs.CreateArticleInput;
import news.piton.articles.internal.graphql.ArticleInputs.PublishArticleInput;
import news.piton.articles.internal.graphql.ArticleInputs.SubmitArticleInput;
import news.piton.articles.internal.graphql.ArticleInputs.UnpublishArticleInput;
import news.piton.articles.internal.graphql.ArticleInputs.UpdateArticleInput;
import news.piton.articles.internal.writing.Changes;
import news.piton.articles.internal.writing.CreateArticle;
import news.piton.articles.internal.writing.Draft;
import news.piton.articles.internal.writing.PublishArticle;
import news.piton.articles.internal.writing.SubmitArticle;
import news.piton.articles.internal.writing.UnpublishArticle;
import news.piton.articles.internal.writing.UpdateArticle;
import news.piton.core.fault.Outcome;
import news.piton.core.graphql.MutationHandler.Call;
import news.piton.core.plugin.Contribution;

/** The ways from the articles' mutations into their use cases. */
public record ArticleMutations(
        CreateArticle create,
        UpdateArticle update,
        SubmitArticle submit,
        PublishArticle publish,
        UnpublishArticle unpublish,
        Uploads uploads) {

    /** What the payload shows. */
    record ArticlePayload(ArticleView article) {}

    void contribute(Contribution.Builder to) {
        to.mutation("createArticle", CreateArticleInput.class, ArticlePayload.class, this::create)
                .mutation("updateArticle", UpdateArticleInput.class, ArticlePayload.class, this::update)
                .mutation("submitArticle", SubmitArticleInput.class, ArticlePayload.class, this::submit)
                .mutation("publishArticle", PublishArticleInput.class, ArticlePayload.class, this::publish)
                .mutation("unpublishArticle", UnpublishArticleInput.class, ArticlePayload.class, this::unpublish);
    }

    private Outcome<ArticlePayload> create(Call<CreateArticleInput> call) {
        return switch (call.input().draft(uploads)) {
            case Outcome.Done<Draft>(Draft draft) -> create.create(draft).map(ArticlePayload::new);
            case Outcome.Refused<Draft>(var errors) -> Outcome.refused(errors);
        };
    }

    private Outcome<ArticlePayload> update(Call<UpdateArticleInput> call) {
        UpdateArticleInput input = call.input();
        return switch (input.changes(call, uploads)) {
            case Outcome.Done<Changes>(Changes changes) ->
                update.update(
                                article(input.id()),
                                input.expectedVersion(),
                                changes,
                                call.caller().require(ArticlePermissions.WRITE_ARTICLES))
                        .map(ArticlePayload::new);
            case Outcome.Refused<Changes>(var errors) -> Outcome.refused(errors);
        };
    }

    private Outcome<ArticlePayload> submit(Call<SubmitArticleInput> call) {
        return submit.submit(article(call.input().id()), call.input().expectedVersion())
                .map(ArticlePayload::new);
    }

    private Outcome<ArticlePayload> publish(Call<PublishArticleInput> call) {
        PublishArticleInput input = call.input();
        return publish.publish(article(input.id()), input.at(), input.expectedVersion())
                .map(ArticlePayload::new);
    }

    private Outcome<ArticlePayload> unpublish(Call<UnpublishArticleInput> call) {
        UnpublishArticleInput input = call.input();
        Refusals refusals = new Refusals();
        Reason reason = refusals.value("reason", input.reason(), Reason::new);
        if (refusals.any()) {
            return refusals.refused();
        }
        return unpublish
                .unpublish(article(input.id()), Objects.requireNonNull(reason), input.expectedVersion())
                .map(ArticlePayload::new);
    }

    private static long article(String id) {
        return Edits.number("Article", id);
    }
}
