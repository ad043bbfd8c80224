package news.piton.comments.internal.thread;

import java.time.Instant;
import news.piton.comments.CommentStatus;
import news.piton.comments.internal.policy.Rule;
import org.jspecify.annotations.Nullable;

/**
 * One change of a comment's status, or of its text by its author: then the status before and after is the same.
 *
 * @param moderator the name of the member of staff as it was then; null when the author withdrew or edited the comment
 * @param rule the rule that a rejection names
 * @param note what the moderator told the author
 */
public record ModerationEvent(
        Instant at,
        @Nullable String moderator,
        CommentStatus from,
        CommentStatus to,
        @Nullable Rule rule,
        @Nullable String note) {}
