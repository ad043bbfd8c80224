package news.piton.comments.internal.posting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import news.piton.comments.CommentView;
import news.piton.comments.internal.store.CommentStore;
import news.piton.comments.internal.thread.Author;
import news.piton.comments.internal.thread.AuthorName;
import news.piton.comments.internal.thread.CommentText;
import news.piton.comments.internal.thread.Place;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.Outcome.Done;
import news.piton.core.fault.Outcome.Refused;
import news.piton.core.fault.UserError;
import news.piton.core.guard.ClientAddress;
import news.piton.core.guard.Guard;
import news.piton.core.guard.RateLimit;
import news.piton.core.guard.WithoutChallenge;
import news.piton.core.id.GlobalId;
import news.piton.core.identity.Viewer;
import news.piton.core.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Posts a comment: the one thing that strangers may write into this paper. What they typed is looked at first, which costs
 * nothing; then comes what keeps machines away, then the article, and only then is anything stored.
 */
public final class PostComment {
    private static final RateLimit LIMIT = new RateLimit("comments.post", 10, Duration.ofMinutes(10));
    /** Such comments wait for a moderator like all of guests: the site's limit bounds the moderators' work. */
    private static final WithoutChallenge UNSOLVED = new WithoutChallenge(
            new RateLimit("comments.post-unsolved", 5, Duration.ofHours(1)),
            new RateLimit("comments.post-unsolved-site", 60, Duration.ofHours(1)));

    private final Database database;
    private final Guard guard;
    private final OpenDiscussions discussions;
    private final CommentStore comments;
    private final AddComment addComment;
    private final Receipts receipts;

    public PostComment(
            Database database,
            Guard guard,
            OpenDiscussions discussions,
            CommentStore comments,
            AddComment addComment,
            Receipts receipts) {
        this.database = database;
        this.guard = guard;
        this.discussions = discussions;
        this.comments = comments;
        this.addComment = addComment;
        this.receipts = receipts;
    }

    public record Input(
            String articleId,
            @Nullable String parentId,
            @Nullable String authorName,
            @Nullable String authorEmail,
            String body,
            @Nullable String challenge) {}

    public record Posted(CommentView comment, String receipt) {}

    public Outcome<Posted> post(Input input, Viewer viewer, ClientAddress address) {
        Outcome<AuthorName> name = nameOf(input, viewer);
        Outcome<CommentText> text = CommentText.of(input.body());
        Outcome<Optional<EmailAddress>> email = emailOf(input);
        if (name instanceof Done(AuthorName author)
                && email instanceof Done(Optional<EmailAddress> reachable)
                && text instanceof Done(CommentText said)) {
            return admit(input, new Author(author, reachable.orElse(null), viewer), said, address);
        }
        return Outcome.refused(
                Stream.of(name, email, text).flatMap(PostComment::errors).toList());
    }

    private Outcome<Posted> admit(Input input, Author author, CommentText text, ClientAddress address) {
        boolean guest = author.viewer() instanceof Viewer.Guest;
        if (guest) {
            guard.spend(LIMIT, address.text());
        }
        return database.inTransaction(() -> {
            Optional<UserError> unsolved =
                    guest ? guard.spendChallenge(input.challenge(), UNSOLVED, address) : Optional.empty();
            if (unsolved.isPresent()) {
                return Outcome.refused(unsolved.get());
            }
            return switch (discussions.enter(input.articleId())) {
                case Done(Long articleId) -> add(articleId, input.parentId(), author, text);
                case Refused(List<UserError> errors) -> Outcome.refused(errors);
            };
        });
    }

    private Outcome<Posted> add(long articleId, @Nullable String parentId, Author author, CommentText text) {
        Optional<Place> place = parentId == null ? Optional.of(Place.TOP) : belowParent(parentId, articleId);
        if (place.isEmpty()) {
            return Outcome.refused(
                    UserError.at("parentId", "NOT_FOUND", "The comment that you answer is not there, or no longer."));
        }
        if (!comments.repeated(articleId, author.name().value(), text.digest()).isEmpty()) {
            return Outcome.refused(UserError.at(
                    "body", "DUPLICATE", "You have said this here before, so it was not taken a second time."));
        }
        CommentView comment = addComment.add(articleId, place.get(), author, text);
        return Outcome.done(new Posted(comment, receipts.of(comment.id())));
    }

    private Optional<Place> belowParent(String parentId, long articleId) {
        OptionalLong id = GlobalId.number("Comment", parentId);
        return id.isEmpty()
                ? Optional.empty()
                : comments.placeOfShown(id.getAsLong(), articleId).map(parent -> parent.ofAnswerTo(id.getAsLong()));
    }

    /** What staff say is marked as theirs, so it bears the name of their account and none that they think up. */
    private static Outcome<AuthorName> nameOf(Input input, Viewer viewer) {
        return switch (viewer) {
            case Viewer.Guest guest -> AuthorName.of(input.authorName());
            case Viewer.Staff staff -> {
                Outcome<AuthorName> own = AuthorName.of(staff.name());
                yield input.authorName() == null
                                || AuthorName.of(input.authorName()).equals(own)
                        ? own
                        : Outcome.refused(UserError.at(
                                "authorName",
                                "INVALID",
                                "You are signed in, so your comment bears your own name, " + staff.name()
                                        + ". Leave the name out, or sign out to comment as a guest."));
            }
        };
    }

    /** A form sends an empty field for what was left out. */
    private static Outcome<Optional<EmailAddress>> emailOf(Input input) {
        String typed = input.authorEmail();
        if (typed == null || typed.isBlank()) {
            return Outcome.done(Optional.empty());
        }
        Optional<EmailAddress> email = EmailAddress.of(typed);
        return email.isPresent()
                ? Outcome.done(email)
                : Outcome.refused(UserError.at(
                        "authorEmail",
                        "INVALID_EMAIL",
                        "This is not an e-mail address such as name@example.org. Correct it, or leave it out."));
    }

    private static Stream<UserError> errors(Outcome<?> outcome) {
        return outcome instanceof Refused<?>(List<UserError> errors) ? errors.stream() : Stream.empty();
    }
}
