package news.piton.articles.internal.graphql;

import news.piton.articles.ArticlePermissions;
import news.piton.articles.ArticleView;
import news.piton.articles.internal.article.Refusals;
import news.piton.articles.internal.graphql.ArticleInputs.CreateArticleInput;
import news.piton.articles.internal.revising.Note;
import news.piton.articles.internal.writing.CreateArticle;
import news.piton.articles.internal.writing.Draft;
import news.piton.articles.internal.writing.ShowConflict.EditConflict;
import news.piton.core.fault.Outcome;
import news.piton.core.graphql.MutationHandler.Call;
import news.piton.core.plugin.Contribution;
import org.jspecify.annotations.Nullable;

/** The ways from the articles' mutations into their use cases. */
public record ArticleMutations(CreateArticle create, Uploads uploads) {

    /** What the payload shows: the article, or what stood against an edit of it. */
    record ArticlePayload(
            @Nullable ArticleView article, @Nullable EditConflict conflict) {
        ArticlePayload(ArticleView article) {
            this(article, null);
        }
    }

    public void contribute(Contribution.Builder to) {
        to.mutation("createArticle", CreateArticleInput.class, ArticlePayload.class, this::create);
    }

    private Outcome<ArticlePayload> create(Call<CreateArticleInput> call) {
        Refusals refusals = new Refusals();
        Note note = refusals.value("note", call.input().note(), Note::new);
        return switch (call.input().draft(uploads)) {
            case Outcome.Done<Draft>(Draft draft) ->
                refusals.any()
                        ? refusals.refused()
                        : create.create(draft, note, call.caller().require(ArticlePermissions.WRITE_ARTICLES))
                                .map(ArticlePayload::new);
            case Outcome.Refused<Draft>(var errors) -> {
                refusals.addAll(errors);
                yield refusals.refused();
            }
        };
    }
}
