package news.piton.articles.internal.graphql;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import news.piton.articles.ArticlePermissions;
import news.piton.articles.internal.article.Headline;
import news.piton.articles.internal.article.Invalid;
import news.piton.articles.internal.article.Refusals;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.graphql.ArticleInputs.BodyInput;
import news.piton.articles.internal.graphql.ArticleMutations.ArticlePayload;
import news.piton.articles.internal.live.CloseLiveBlog;
import news.piton.articles.internal.live.EditLiveEntry;
import news.piton.articles.internal.live.PostLiveEntry;
import news.piton.articles.internal.live.StartLiveBlog;
import news.piton.articles.internal.store.LiveEntry;
import news.piton.articles.internal.store.LiveStore;
import news.piton.articles.internal.store.Sight;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.graphql.MutationHandler.Call;
import news.piton.core.id.GlobalId;
import news.piton.core.identity.Viewer;
import news.piton.core.plugin.Contribution;
import org.jspecify.annotations.Nullable;

/** The ways from the mutations about live blogs into their use cases. */
public record LiveMutations(
        StartLiveBlog start, CloseLiveBlog close, PostLiveEntry post, EditLiveEntry edit, LiveStore live) {

    record StartLiveBlogInput(String id, @Nullable Integer expectedVersion) {}

    record CloseLiveBlogInput(String id, @Nullable Integer expectedVersion) {}

    record PostLiveEntryInput(
            String articleId,
            @Nullable String headline,
            BodyInput body,
            @Nullable Instant at) {}

    record EditLiveEntryInput(
            String id,
            @Nullable Integer expectedVersion,
            @Nullable String headline,
            @Nullable BodyInput body,
            @Nullable Instant at) {}

    record RemoveLiveEntryInput(String id, @Nullable Integer expectedVersion) {}

    record RestoreLiveEntryInput(String id, @Nullable Integer expectedVersion) {}

    record LiveEntryPayload(
            @Nullable LiveEntry entry, @Nullable LiveEntry stored) {
        LiveEntryPayload(LiveEntry entry) {
            this(entry, null);
        }
    }

    record RemoveLiveEntryPayload(String removed) {}

    public void contribute(Contribution.Builder to) {
        to.mutation("startLiveBlog", StartLiveBlogInput.class, ArticlePayload.class, this::start)
                .mutation("closeLiveBlog", CloseLiveBlogInput.class, ArticlePayload.class, this::close)
                .mutation("postLiveEntry", PostLiveEntryInput.class, LiveEntryPayload.class, this::post)
                .mutation("editLiveEntry", EditLiveEntryInput.class, LiveEntryPayload.class, this::edit, this::stored)
                .mutation("removeLiveEntry", RemoveLiveEntryInput.class, RemoveLiveEntryPayload.class, this::remove)
                .mutation("restoreLiveEntry", RestoreLiveEntryInput.class, LiveEntryPayload.class, this::restore);
    }

    private Outcome<ArticlePayload> start(Call<StartLiveBlogInput> call) {
        return start.start(article(call.input().id()), call.input().expectedVersion(), writer(call))
                .map(ArticlePayload::new);
    }

    private Outcome<ArticlePayload> close(Call<CloseLiveBlogInput> call) {
        return close.close(article(call.input().id()), call.input().expectedVersion(), writer(call))
                .map(ArticlePayload::new);
    }

    private Outcome<LiveEntryPayload> post(Call<PostLiveEntryInput> call) {
        PostLiveEntryInput input = call.input();
        Refusals refusals = new Refusals();
        Headline headline = refusals.value("headline", input.headline(), Headline::new);
        Body body = refusals.value("body.text", input.body(), LiveMutations::written);
        return refusals.any()
                ? refusals.refused()
                : post.post(
                                article(input.articleId()),
                                headline,
                                Objects.requireNonNull(body),
                                input.at(),
                                writer(call))
                        .map(LiveEntryPayload::new);
    }

    private Outcome<LiveEntryPayload> edit(Call<EditLiveEntryInput> call) {
        EditLiveEntryInput input = call.input();
        Edits edits = new Edits(call);
        var changes = new EditLiveEntry.Changes(
                edits.optional("headline", input.headline(), Headline::new),
                edits.required("body", "body.text", input.body(), LiveMutations::written),
                edits.required("at", input.at(), at -> at));
        return edits.refusals.any()
                ? edits.refusals.refused()
                : edit.edit(entry(input.id()), input.expectedVersion(), changes, writer(call))
                        .map(LiveEntryPayload::new);
    }

    private @Nullable LiveEntryPayload stored(Call<EditLiveEntryInput> call, List<UserError> errors) {
        long id = entry(call.input().id());
        return Edits.stale(
                errors,
                () -> new LiveEntryPayload(
                        null, live.entries(Set.of(id), Sight.STAFF).get(id)));
    }

    private Outcome<RemoveLiveEntryPayload> remove(Call<RemoveLiveEntryInput> call) {
        return edit.remove(entry(call.input().id()), call.input().expectedVersion(), writer(call))
                .map(entry -> new RemoveLiveEntryPayload(GlobalId.encode("LiveEntry", entry.id())));
    }

    private Outcome<LiveEntryPayload> restore(Call<RestoreLiveEntryInput> call) {
        return edit.restore(entry(call.input().id()), call.input().expectedVersion(), writer(call))
                .map(LiveEntryPayload::new);
    }

    private static Body written(BodyInput input) {
        Body body = input.body();
        if (body.isEmpty()) {
            throw Invalid.blank("The entry is empty; write something.");
        }
        return body;
    }

    private static Viewer.Staff writer(Call<?> call) {
        return call.caller().require(ArticlePermissions.WRITE_ARTICLES);
    }

    private static long article(String id) {
        return Edits.number("Article", id);
    }

    private static long entry(String id) {
        return Edits.number("LiveEntry", id);
    }
}
