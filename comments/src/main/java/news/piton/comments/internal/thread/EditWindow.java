package news.piton.comments.internal.thread;

import java.time.Duration;
import java.time.Instant;
import news.piton.comments.CommentStatus;
import news.piton.comments.CommentView;
import org.jspecify.annotations.Nullable;

/**
 * How long after posting its author may change a comment that still waits.
 *
 * @param length zero for not at all
 */
public record EditWindow(Duration length) {

    public EditWindow {
        if (length.isNegative()) {
            throw new IllegalArgumentException("a window of less than no time");
        }
    }

    /** Until when, exclusive, a comment may be changed; null when it may not be any more. */
    public @Nullable Instant endFor(CommentView comment, Instant now) {
        Instant end = comment.postedAt().plus(length);
        return comment.status() == CommentStatus.PENDING && now.isBefore(end) ? end : null;
    }
}
