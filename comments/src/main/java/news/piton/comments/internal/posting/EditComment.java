package news.piton.comments.internal.posting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import news.piton.articles.Articles;
import news.piton.comments.CommentStatus;
import news.piton.comments.CommentView;
import news.piton.comments.internal.store.CommentStore;
import news.piton.comments.internal.store.DiscussionStore;
import news.piton.comments.internal.store.HistoryStore;
import news.piton.comments.internal.thread.CommentText;
import news.piton.comments.internal.thread.EditWindow;
import news.piton.comments.internal.thread.ModerationEvent;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.guard.ClientAddress;
import news.piton.core.guard.Guard;
import news.piton.core.guard.RateLimit;
import org.jspecify.annotations.Nullable;

/**
 * Changes the text of a comment that waits, for whoever holds its receipt, as long as its {@link EditWindow} is open. The
 * discussion is locked first, so that no moderator decides about one text while another one is put in its place.
 */
public final class EditComment {
    private static final RateLimit LIMIT = new RateLimit("comments.edit", 10, Duration.ofMinutes(10));

    private final Database database;
    private final InstantSource clock;
    private final Guard guard;
    private final EditWindow window;
    private final Receipts receipts;
    private final Articles articles;
    private final CommentStore comments;
    private final DiscussionStore discussions;
    private final HistoryStore history;
    private final ExamineComment examine;

    public EditComment(
            Database database,
            InstantSource clock,
            Guard guard,
            EditWindow window,
            Receipts receipts,
            Articles articles,
            CommentStore comments,
            DiscussionStore discussions,
            HistoryStore history,
            ExamineComment examine) {
        this.database = database;
        this.clock = clock;
        this.guard = guard;
        this.window = window;
        this.receipts = receipts;
        this.articles = articles;
        this.comments = comments;
        this.discussions = discussions;
        this.history = history;
        this.examine = examine;
    }

    public record Input(String receipt, String body) {}

    public Outcome<ChangedComment> edit(Input input, ClientAddress address) {
        return switch (CommentText.of(input.body())) {
            case Outcome.Refused(List<UserError> errors) -> Outcome.refused(errors);
            case Outcome.Done(CommentText text) -> {
                guard.spend(LIMIT, address.text());
                yield database.inTransaction(() -> edit(input.receipt(), text));
            }
        };
    }

    private Outcome<ChangedComment> edit(String receipt, CommentText text) {
        CommentView comment = lock(receipts.open(receipt));
        if (comment == null) {
            return Outcome.refused(UserError.at("receipt", "NOT_FOUND", "This receipt does not open any comment."));
        }
        if (comment.status() != CommentStatus.PENDING) {
            String why = comment.status() == CommentStatus.WITHDRAWN
                    ? "You have taken this comment back."
                    : "A moderator has decided about this comment, so it stays as it is.";
            return Outcome.refused(UserError.at("receipt", "CONFLICT", why));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (window.endFor(comment, now) == null) {
            return Outcome.refused(UserError.at(
                    "receipt",
                    "EDIT_WINDOW_CLOSED",
                    "The time for changes is over. You can take the comment back and write another one."));
        }
        return put(text, comment, now);
    }

    private Outcome<ChangedComment> put(CommentText text, CommentView comment, Instant now) {
        long id = comment.id();
        if (comments.repeated(comment.articleId(), comment.author().name(), text.digest()).stream()
                .anyMatch(other -> other != id)) {
            return Outcome.refused(
                    UserError.at("body", "DUPLICATE", "You have said this here before, in another comment."));
        }
        comments.edit(id, text, now, examine.findings(comment.articleId(), comment.author(), text));
        history.add(
                null,
                Map.of(id, new ModerationEvent(now, null, CommentStatus.PENDING, CommentStatus.PENDING, null, null)));
        return Outcome.done(new ChangedComment(find(id)));
    }

    /** The comment under the lock of its discussion; null when there is none, or its article is not public. */
    private @Nullable CommentView lock(OptionalLong id) {
        CommentView comment = id.isEmpty() ? null : find(id.getAsLong());
        if (comment == null || articles.published(comment.articleId()).isEmpty()) {
            return null;
        }
        discussions.lock(Set.of(comment.articleId()));
        return find(comment.id());
    }

    private @Nullable CommentView find(long id) {
        return comments.any(Set.of(id)).get(id);
    }
}
