package news.piton.comments.internal.posting;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import news.piton.comments.CommentAuthor;
import news.piton.comments.CommentBody;
import news.piton.comments.CommentPermissions;
import news.piton.comments.CommentPosted;
import news.piton.comments.CommentStatus;
import news.piton.comments.CommentView;
import news.piton.comments.internal.moderation.Decide;
import news.piton.comments.internal.moderation.Decision;
import news.piton.comments.internal.moderation.Expected;
import news.piton.comments.internal.store.CommentStore;
import news.piton.comments.internal.thread.Author;
import news.piton.comments.internal.thread.CommentText;
import news.piton.comments.internal.thread.NewComment;
import news.piton.comments.internal.thread.Place;
import news.piton.core.fault.Outcome;
import news.piton.core.id.Ids;
import news.piton.core.identity.Viewer;
import news.piton.core.outbox.Outbox;

/**
 * Puts an admitted comment into its discussion, in the caller's transaction. A guest's goes through the checks and waits for
 * a moderator; a moderator's own is approved at once.
 */
public final class AddComment {
    private final InstantSource clock;
    private final Ids ids;
    private final ExamineComment examine;
    private final CommentStore comments;
    private final Decide decide;
    private final Outbox outbox;

    public AddComment(
            InstantSource clock, Ids ids, ExamineComment examine, CommentStore comments, Decide decide, Outbox outbox) {
        this.clock = clock;
        this.ids = ids;
        this.examine = examine;
        this.comments = comments;
        this.decide = decide;
        this.outbox = outbox;
    }

    public CommentView add(long articleId, Place place, Author author, CommentText text) {
        return add(articleId, place, author, text, clock.instant());
    }

    public CommentView add(long articleId, Place place, Author author, CommentText text, Instant postedAt) {
        Viewer viewer = author.viewer();
        CommentView comment = new CommentView(
                ids.next(),
                articleId,
                place.parentId(),
                new CommentAuthor(author.name().value(), author.staffId() != null),
                new CommentBody(text.value()),
                CommentStatus.PENDING,
                postedAt.truncatedTo(ChronoUnit.MICROS),
                null,
                false,
                1);
        comments.add(new NewComment(
                comment,
                place.depth(),
                author.email(),
                author.staffId(),
                text.digest(),
                examine.findings(articleId, comment.author(), text)));
        outbox.publish(CommentPosted.TYPE, new CommentPosted(comment.id(), articleId));
        return viewer instanceof Viewer.Staff staff && staff.may(CommentPermissions.MODERATE_COMMENTS)
                ? approved(comment, staff)
                : comment;
    }

    private CommentView approved(CommentView comment, Viewer.Staff by) {
        return switch (decide.decide(new Decision.Approve(by, null), List.of(comment.id()), Expected.WAITING)) {
            case Outcome.Done(List<CommentView> approved) -> approved.getFirst();
            case Outcome.Refused(var errors) -> throw new IllegalStateException("a new comment was decided already");
        };
    }
}
