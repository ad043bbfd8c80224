package news.piton.articles.internal.graphql;

import news.piton.articles.ArticlePermissions;
import news.piton.articles.ArticleView;
import news.piton.articles.internal.graphql.ArticleInputs.CreateArticleInput;
import news.piton.articles.internal.graphql.ArticleInputs.UpdateArticleInput;
import news.piton.articles.internal.writing.Changes;
import news.piton.articles.internal.writing.CreateArticle;
import news.piton.articles.internal.writing.Draft;
import news.piton.articles.internal.writing.UpdateArticle;
import news.piton.core.fault.Outcome;
import news.piton.core.graphql.MutationHandler.Call;
import news.piton.core.plugin.Contribution;

/** The ways from the articles' mutations into their use cases. */
public record ArticleMutations(CreateArticle create, UpdateArticle update, Uploads uploads) {

    /** What the payload shows. */
    record ArticlePayload(ArticleView article) {}

    void contribute(Contribution.Builder to) {
        to.mutation("createArticle", CreateArticleInput.class, ArticlePayload.class, this::create)
                .mutation("updateArticle", UpdateArticleInput.class, ArticlePayload.class, this::update);
    }

    private Outcome<ArticlePayload> create(Call<CreateArticleInput> call) {
        return switch (call.input().draft(uploads)) {
            case Outcome.Done<Draft>(Draft draft) ->
                create.create(draft, call.caller().require(ArticlePermissions.WRITE_ARTICLES))
                        .map(ArticlePayload::new);
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

    private static long article(String id) {
        return Edits.number("Article", id);
    }
}
