package news.piton.articles.internal.graphql;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import news.piton.articles.ArticlePermissions;
import news.piton.articles.internal.article.Refusals;
import news.piton.articles.internal.graphql.ArticleInputs.UpdateArticleInput;
import news.piton.articles.internal.graphql.ArticleMutations.ArticlePayload;
import news.piton.articles.internal.revising.Note;
import news.piton.articles.internal.writing.Changes;
import news.piton.articles.internal.writing.DecideOnRevision;
import news.piton.articles.internal.writing.RestoreRevision;
import news.piton.articles.internal.writing.ShowConflict;
import news.piton.articles.internal.writing.ShowConflict.EditConflict;
import news.piton.articles.internal.writing.UpdateArticle;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.graphql.MutationHandler.Call;
import news.piton.core.identity.Viewer;
import news.piton.core.plugin.Contribution;
import org.jspecify.annotations.Nullable;

/** The ways from the mutations that change an article's text into their use cases, and what they show of a conflict. */
public record RevisionMutations(
        UpdateArticle update,
        RestoreRevision restore,
        DecideOnRevision decide,
        ShowConflict conflict,
        Uploads uploads) {

    record RestoreRevisionInput(
            String id,
            @Nullable Integer expectedVersion,
            @Nullable String note) {}

    record ApproveRevisionInput(
            String id,
            @Nullable Integer expectedVersion,
            @Nullable String note) {}

    record DiscardRevisionInput(String id, @Nullable Integer expectedVersion, String reason) {}

    public void contribute(Contribution.Builder to) {
        to.mutation(
                        "updateArticle",
                        UpdateArticleInput.class,
                        ArticlePayload.class,
                        this::update,
                        (call, errors) ->
                                conflict(call.input().expectedVersion(), errors, expected -> ofUpdate(call, expected)))
                .mutation(
                        "restoreRevision",
                        RestoreRevisionInput.class,
                        ArticlePayload.class,
                        this::restore,
                        (call, errors) -> conflict(
                                call.input().expectedVersion(),
                                errors,
                                expected -> conflict.ofRevision(
                                        revision(call.input().id()), expected, true)))
                .mutation(
                        "approveRevision",
                        ApproveRevisionInput.class,
                        ArticlePayload.class,
                        this::approve,
                        (call, errors) -> conflict(
                                call.input().expectedVersion(),
                                errors,
                                expected -> conflict.ofRevision(
                                        revision(call.input().id()), expected, false)))
                .mutation(
                        "discardRevision",
                        DiscardRevisionInput.class,
                        ArticlePayload.class,
                        this::discard,
                        (call, errors) -> conflict(
                                call.input().expectedVersion(),
                                errors,
                                expected -> conflict.ofRevision(
                                        revision(call.input().id()), expected, false)));
    }

    private Outcome<ArticlePayload> update(Call<UpdateArticleInput> call) {
        UpdateArticleInput input = call.input();
        Refusals refusals = new Refusals();
        Note note = refusals.value("note", input.note(), Note::new);
        return switch (input.changes(call, uploads)) {
            case Outcome.Done<Changes>(Changes changes) ->
                refusals.any()
                        ? refusals.refused()
                        : update.update(
                                        Edits.number("Article", input.id()),
                                        input.expectedVersion(),
                                        changes,
                                        Boolean.TRUE.equals(input.approve()),
                                        note,
                                        who(call))
                                .map(ArticlePayload::new);
            case Outcome.Refused<Changes>(var errors) -> {
                refusals.addAll(errors);
                yield refusals.refused();
            }
        };
    }

    private Outcome<ArticlePayload> restore(Call<RestoreRevisionInput> call) {
        RestoreRevisionInput input = call.input();
        Refusals refusals = new Refusals();
        Note note = refusals.value("note", input.note(), Note::new);
        return refusals.any()
                ? refusals.refused()
                : restore.restore(revision(input.id()), input.expectedVersion(), note, who(call))
                        .map(ArticlePayload::new);
    }

    private Outcome<ArticlePayload> approve(Call<ApproveRevisionInput> call) {
        ApproveRevisionInput input = call.input();
        Refusals refusals = new Refusals();
        Note note = refusals.value("note", input.note(), Note::new);
        return refusals.any()
                ? refusals.refused()
                : decide.approve(revision(input.id()), input.expectedVersion(), note, who(call))
                        .map(ArticlePayload::new);
    }

    private Outcome<ArticlePayload> discard(Call<DiscardRevisionInput> call) {
        DiscardRevisionInput input = call.input();
        Refusals refusals = new Refusals();
        Note reason = refusals.value("reason", input.reason(), Note::new);
        return refusals.any()
                ? refusals.refused()
                : decide.discard(
                                revision(input.id()),
                                input.expectedVersion(),
                                Objects.requireNonNull(reason),
                                who(call))
                        .map(ArticlePayload::new);
    }

    private Optional<EditConflict> ofUpdate(Call<UpdateArticleInput> call, int expected) {
        return call.input().changes(call, uploads) instanceof Outcome.Done<Changes>(Changes changes)
                ? conflict.of(Edits.number("Article", call.input().id()), expected, changes)
                : Optional.empty();
    }

    private static @Nullable ArticlePayload conflict(
            @Nullable Integer expected, List<UserError> errors, Function<Integer, Optional<EditConflict>> look) {
        return expected == null
                ? null
                : Edits.stale(
                        errors,
                        () -> new ArticlePayload(null, look.apply(expected).orElse(null)));
    }

    private static Viewer.Staff who(Call<?> call) {
        return call.caller().require(ArticlePermissions.WRITE_ARTICLES);
    }

    private static long revision(String id) {
        return Edits.number("Revision", id);
    }
}
