package news.piton.comments.internal.moderation;

import java.time.Instant;
import news.piton.comments.CommentStatus;
import news.piton.comments.internal.policy.Rule;
import news.piton.comments.internal.thread.ModerationEvent;
import news.piton.core.identity.Viewer;
import org.jspecify.annotations.Nullable;

/** What can be decided about a comment, and what each decision must say. */
public sealed interface Decision {

    record Approve(Viewer.Staff by, @Nullable String note) implements Decision {}

    /** A rejection always names the rule that the comment breaks. */
    record Reject(Viewer.Staff by, Rule rule, @Nullable String note) implements Decision {}

    record MarkAsSpam(Viewer.Staff by) implements Decision {}

    /** The author's own. */
    record Withdraw() implements Decision {}

    /** The status of a comment after this decision. */
    default CommentStatus outcome() {
        return switch (this) {
            case Approve approve -> CommentStatus.APPROVED;
            case Reject reject -> CommentStatus.REJECTED;
            case MarkAsSpam spam -> CommentStatus.SPAM;
            case Withdraw withdraw -> CommentStatus.WITHDRAWN;
        };
    }

    /** Who decides; null for the author. */
    default Viewer.@Nullable Staff decider() {
        return switch (this) {
            case Approve(Viewer.Staff by, String note) -> by;
            case Reject(Viewer.Staff by, Rule rule, String note) -> by;
            case MarkAsSpam(Viewer.Staff by) -> by;
            case Withdraw() -> null;
        };
    }

    /** This decision, as the comment's history keeps it. */
    default ModerationEvent event(CommentStatus before, Instant at) {
        return switch (this) {
            case Approve(Viewer.Staff by, String note) ->
                new ModerationEvent(at, by.name(), before, outcome(), null, note);
            case Reject(Viewer.Staff by, Rule rule, String note) ->
                new ModerationEvent(at, by.name(), before, outcome(), rule, note);
            case MarkAsSpam(Viewer.Staff by) -> new ModerationEvent(at, by.name(), before, outcome(), null, null);
            case Withdraw() -> new ModerationEvent(at, null, before, outcome(), null, null);
        };
    }
}
