package news.piton.comments.internal.moderation;

import java.util.Map;
import news.piton.comments.CommentStatus;
import news.piton.comments.CommentView;
import org.jspecify.annotations.Nullable;

/**
 * What whoever decides has seen of the comments, so that nobody decides about what has changed since.
 *
 * @param status null for any from which the decision is possible
 * @param versions by the comments' ids; where there is none, any will do
 */
public record Expected(@Nullable CommentStatus status, Map<Long, Integer> versions) {
    public static final Expected ANYTHING = new Expected(null, Map.of());
    public static final Expected WAITING = new Expected(CommentStatus.PENDING, Map.of());

    public Expected {
        versions = Map.copyOf(versions);
    }

    boolean is(CommentView comment) {
        return (status == null || status == comment.status()) && isTextOf(comment);
    }

    /** Whether the comment is the version that was seen. */
    boolean isTextOf(CommentView comment) {
        return versions.getOrDefault(comment.id(), comment.version()) == comment.version();
    }
}
