package news.piton.comments.internal.reading;

import news.piton.comments.CommentStatus;
import news.piton.comments.CommentView;
import news.piton.comments.internal.store.ThreadStore;
import news.piton.core.page.Connection;
import news.piton.core.page.PageRequest;

/** The moderators' lists, oldest first. */
public enum ModerationQueue {
    PENDING,
    REPORTED,
    APPEALED,
    APPROVED,
    REJECTED,
    SPAM;

    public Connection<CommentView> page(ThreadStore threads, PageRequest page) {
        return switch (this) {
            case PENDING -> threads.queue(CommentStatus.PENDING, page);
            case APPROVED -> threads.queue(CommentStatus.APPROVED, page);
            case REJECTED -> threads.queue(CommentStatus.REJECTED, page);
            case SPAM -> threads.queue(CommentStatus.SPAM, page);
            // Nobody can report a comment or contest a rejection, so nothing can be here.
            case REPORTED, APPEALED -> Connection.empty();
        };
    }
}
