package news.piton.comments.internal.thread;

import org.jspecify.annotations.Nullable;

/**
 * Where in a discussion a comment hangs.
 *
 * @param parentId the comment that it answers; null at the top level
 * @param depth how many comments are above it
 */
public record Place(@Nullable Long parentId, int depth) {
    /** Five levels are what a phone can show indented. */
    static final int DEEPEST = 4;

    public static final Place TOP = new Place(null, 0);

    /** Where an answer goes to a comment that hangs here: below it, or beside it when it is as deep as can be. */
    public Place ofAnswerTo(long commentId) {
        return depth < DEEPEST ? new Place(commentId, depth + 1) : this;
    }
}
