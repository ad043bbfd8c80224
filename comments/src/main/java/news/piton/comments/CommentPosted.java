package news.piton.comments;

import news.piton.core.outbox.EventType;

/** Somebody posted a comment. Unless it is a moderator's own, nobody has approved it yet. */
public record CommentPosted(long commentId, long articleId) {
    public static final EventType<CommentPosted> TYPE =
            new EventType<>("comments.comment-posted.v1", CommentPosted.class);
}
