package news.piton.comments;

import news.piton.core.outbox.EventType;

/** A comment was let through, for the first time or again. */
public record CommentApproved(long commentId, long articleId) {
    public static final EventType<CommentApproved> TYPE =
            new EventType<>("comments.comment-approved.v1", CommentApproved.class);
}
