package news.piton.comments.internal.graphql;

import static news.piton.comments.CommentPermissions.MODERATE_COMMENTS;

import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import news.piton.comments.internal.moderation.Moderation;
import news.piton.comments.internal.moderation.SetCommentsOpen;
import news.piton.comments.internal.policy.CommentPolicy;
import news.piton.comments.internal.posting.ChangedComment;
import news.piton.comments.internal.posting.CheckComment;
import news.piton.comments.internal.posting.EditComment;
import news.piton.comments.internal.posting.PostComment;
import news.piton.comments.internal.posting.ShowReceipt;
import news.piton.comments.internal.posting.WithdrawComment;
import news.piton.comments.internal.reading.ModerationQueue;
import news.piton.comments.internal.store.ThreadStore;
import news.piton.core.graphql.Pages;
import news.piton.core.plugin.Contribution;

/** What can be asked and done, each with the use case behind it. */
public record CommentOperations(
        PostComment postComment,
        CheckComment checkComment,
        EditComment editComment,
        WithdrawComment withdrawComment,
        ShowReceipt showReceipt,
        Moderation moderation,
        SetCommentsOpen setCommentsOpen,
        ThreadStore threads) {

    public void contribute(Contribution.Builder contribution) {
        contribution
                .query("commentPolicy", field -> CommentPolicy.CURRENT)
                .query("commentReceipt", field -> showReceipt.show(argument(field, "receipt")))
                .query(
                        "moderationQueue",
                        field -> ModerationQueue.valueOf(argument(field, "queue"))
                                .page(threads, Pages.of(field)))
                .mutation(
                        "postComment",
                        PostComment.Input.class,
                        PostComment.Posted.class,
                        call -> postComment.post(
                                call.input(),
                                call.caller().viewer(),
                                call.caller().address()))
                .mutation(
                        "checkComment",
                        CheckComment.Input.class,
                        CheckComment.Checked.class,
                        call -> checkComment.check(call.input(), call.caller().address()))
                .mutation(
                        "editComment",
                        EditComment.Input.class,
                        ChangedComment.class,
                        call -> editComment.edit(call.input(), call.caller().address()))
                .mutation(
                        "withdrawComment",
                        WithdrawComment.Input.class,
                        ChangedComment.class,
                        call -> withdrawComment.withdraw(call.input()))
                .mutation(
                        "approveComments",
                        Moderation.Approval.class,
                        Moderation.Moderated.class,
                        call -> moderation.approve(call.input(), call.caller().require(MODERATE_COMMENTS)))
                .mutation(
                        "rejectComments",
                        Moderation.Rejection.class,
                        Moderation.Moderated.class,
                        call -> moderation.reject(call.input(), call.caller().require(MODERATE_COMMENTS)))
                .mutation(
                        "markCommentsAsSpam",
                        Moderation.SpamMark.class,
                        Moderation.Moderated.class,
                        call -> moderation.markAsSpam(
                                call.input(), call.caller().require(MODERATE_COMMENTS)))
                .mutation(
                        "setCommentsOpen",
                        SetCommentsOpen.Input.class,
                        SetCommentsOpen.Changed.class,
                        call -> setCommentsOpen.set(call.input(), call.caller().require(MODERATE_COMMENTS)));
    }

    private static String argument(DataFetchingEnvironment field, String name) {
        return Objects.requireNonNull(field.getArgument(name));
    }
}
