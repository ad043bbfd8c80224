package news.piton.comments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment, without what only moderators may know of it.
 *
 * @param parentId the comment that it answers; null at the top level
 * @param editedAt when its author last changed the text; null when never
 * @param answered whether readers could see answers to it when it was read
 * @param version counts its changes, from 1
 */
public record CommentView(
        long id,
        long articleId,
        @Nullable Long parentId,
        CommentAuthor author,
        CommentBody body,
        CommentStatus status,
        Instant postedAt,
        @Nullable Instant editedAt,
        boolean answered,
        int version) {}
