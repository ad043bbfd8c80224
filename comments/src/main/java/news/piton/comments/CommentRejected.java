package news.piton.comments;

import news.piton.core.outbox.EventType;

/** A comment was turned down for a rule of the policy. Spam causes no event: nobody wants to hear of it. */
public record CommentRejected(long commentId, long articleId) {
    public static final EventType<CommentRejected> TYPE =
            new EventType<>("comments.comment-rejected.v1", CommentRejected.class);
}
