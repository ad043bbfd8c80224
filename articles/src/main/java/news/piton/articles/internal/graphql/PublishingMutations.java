package news.piton.articles.internal.graphql;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import news.piton.articles.ArticlePermissions;
import news.piton.articles.ArticleView;
import news.piton.articles.internal.article.Change;
import news.piton.articles.internal.article.PlainText;
import news.piton.articles.internal.article.Reason;
import news.piton.articles.internal.article.Refusals;
import news.piton.articles.internal.graphql.ArticleMutations.ArticlePayload;
import news.piton.articles.internal.writing.EmbargoArticle;
import news.piton.articles.internal.writing.FeatureArticle;
import news.piton.articles.internal.writing.PublishArticle;
import news.piton.articles.internal.writing.SubmitArticle;
import news.piton.articles.internal.writing.Transition;
import news.piton.articles.internal.writing.UnpublishArticle;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.graphql.MutationHandler.Call;
import news.piton.core.identity.Permission;
import news.piton.core.plugin.Contribution;
import org.jspecify.annotations.Nullable;

/** The ways from the mutations that move an article between its states, or to the front, into their use cases. */
public record PublishingMutations(
        SubmitArticle submit,
        PublishArticle publish,
        UnpublishArticle unpublish,
        EmbargoArticle embargo,
        FeatureArticle feature) {

    record SubmitArticleInput(
            String id, @Nullable String note, @Nullable Integer expectedVersion) {}

    record SendBackArticleInput(
            String id, String reason, @Nullable Integer expectedVersion) {}

    record PublishArticleInput(
            String id,
            @Nullable Instant at,
            @Nullable Instant unpublishAt,
            @Nullable String note,
            @Nullable Integer expectedVersion) {}

    record UnpublishArticleInput(
            String id, String reason, @Nullable Integer expectedVersion) {}

    record ScheduleUnpublishingInput(
            String id,
            @Nullable Instant unpublishAt,
            @Nullable String note,
            @Nullable Integer expectedVersion) {}

    record EmbargoArticleInput(
            String id,
            @Nullable Instant until,
            String reason,
            @Nullable Integer expectedVersion) {}

    record FeatureArticleInput(
            String id, @Nullable String note, @Nullable Integer expectedVersion) {}

    record UnfeatureArticleInput(
            String id, @Nullable String note, @Nullable Integer expectedVersion) {}

    public void contribute(Contribution.Builder to) {
        to.mutation("submitArticle", SubmitArticleInput.class, ArticlePayload.class, this::submit)
                .mutation("sendBackArticle", SendBackArticleInput.class, ArticlePayload.class, this::sendBack)
                .mutation("publishArticle", PublishArticleInput.class, ArticlePayload.class, this::publish)
                .mutation("unpublishArticle", UnpublishArticleInput.class, ArticlePayload.class, this::unpublish)
                .mutation(
                        "scheduleUnpublishing",
                        ScheduleUnpublishingInput.class,
                        ArticlePayload.class,
                        this::scheduleUnpublishing)
                .mutation("embargoArticle", EmbargoArticleInput.class, ArticlePayload.class, this::embargo)
                .mutation("featureArticle", FeatureArticleInput.class, ArticlePayload.class, this::feature)
                .mutation("unfeatureArticle", UnfeatureArticleInput.class, ArticlePayload.class, this::unfeature);
    }

    private Outcome<ArticlePayload> submit(Call<SubmitArticleInput> call) {
        SubmitArticleInput input = call.input();
        return noted(
                input.note(),
                note -> submit.submit(
                        order(call, input.id(), input.expectedVersion(), ArticlePermissions.WRITE_ARTICLES, note)));
    }

    private Outcome<ArticlePayload> sendBack(Call<SendBackArticleInput> call) {
        SendBackArticleInput input = call.input();
        return reasoned(
                input.reason(),
                why -> submit.sendBack(editors(call, input.id(), input.expectedVersion(), why.text()), why));
    }

    private Outcome<ArticlePayload> publish(Call<PublishArticleInput> call) {
        PublishArticleInput input = call.input();
        Change<Instant> until = call.has("unpublishAt") ? Change.to(input.unpublishAt()) : Change.none();
        return noted(
                input.note(),
                note -> publish.publish(editors(call, input.id(), input.expectedVersion(), note), input.at(), until));
    }

    private Outcome<ArticlePayload> unpublish(Call<UnpublishArticleInput> call) {
        UnpublishArticleInput input = call.input();
        return reasoned(
                input.reason(),
                why -> unpublish.unpublish(editors(call, input.id(), input.expectedVersion(), why.text()), why));
    }

    private Outcome<ArticlePayload> scheduleUnpublishing(Call<ScheduleUnpublishingInput> call) {
        ScheduleUnpublishingInput input = call.input();
        if (!call.has("unpublishAt")) {
            return Outcome.refused(UserError.at(
                    "unpublishAt", "BLANK", "Say when in `unpublishAt`; null leaves the article open for good."));
        }
        return noted(
                input.note(),
                note -> unpublish.schedule(
                        editors(call, input.id(), input.expectedVersion(), note), input.unpublishAt()));
    }

    private Outcome<ArticlePayload> embargo(Call<EmbargoArticleInput> call) {
        EmbargoArticleInput input = call.input();
        if (!call.has("until")) {
            return Outcome.refused(UserError.at("until", "BLANK", "Say until when; null lifts the embargo."));
        }
        return reasoned(
                input.reason(),
                why -> embargo.embargo(editors(call, input.id(), input.expectedVersion(), why.text()), input.until()));
    }

    private Outcome<ArticlePayload> feature(Call<FeatureArticleInput> call) {
        FeatureArticleInput input = call.input();
        return noted(input.note(), note -> feature.feature(editors(call, input.id(), input.expectedVersion(), note)));
    }

    private Outcome<ArticlePayload> unfeature(Call<UnfeatureArticleInput> call) {
        UnfeatureArticleInput input = call.input();
        return noted(input.note(), note -> feature.unfeature(editors(call, input.id(), input.expectedVersion(), note)));
    }

    private static Outcome<ArticlePayload> noted(
            @Nullable String given, Function<@Nullable String, Outcome<ArticleView>> work) {
        Refusals refusals = new Refusals();
        String note = refusals.value("note", given, text -> PlainText.optional("The note", text, Reason.LONGEST));
        return refusals.any() ? refusals.refused() : work.apply(note).map(ArticlePayload::new);
    }

    private static Outcome<ArticlePayload> reasoned(String given, Function<Reason, Outcome<ArticleView>> work) {
        Refusals refusals = new Refusals();
        Reason reason = refusals.value("reason", given, Reason::new);
        return refusals.any()
                ? refusals.refused()
                : work.apply(Objects.requireNonNull(reason)).map(ArticlePayload::new);
    }

    private static Transition.Order editors(
            Call<?> call, String id, @Nullable Integer expected, @Nullable String note) {
        return order(call, id, expected, ArticlePermissions.PUBLISH_ARTICLES, note);
    }

    private static Transition.Order order(
            Call<?> call, String id, @Nullable Integer expected, Permission needed, @Nullable String note) {
        return new Transition.Order(
                Edits.number("Article", id), expected, call.caller().require(needed), note);
    }
}
