package news.piton.comments.internal.posting;

import java.util.List;
import java.util.OptionalLong;
import news.piton.articles.Articles;
import news.piton.comments.CommentView;
import news.piton.comments.internal.moderation.Decide;
import news.piton.comments.internal.moderation.Decision;
import news.piton.comments.internal.moderation.Expected;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;

/** Takes a comment back, for whoever holds its receipt. */
public final class WithdrawComment {
    private final Receipts receipts;
    private final Articles articles;
    private final Decide decide;

    public WithdrawComment(Receipts receipts, Articles articles, Decide decide) {
        this.receipts = receipts;
        this.articles = articles;
        this.decide = decide;
    }

    public record Input(String receipt) {}

    public Outcome<ChangedComment> withdraw(Input input) {
        OptionalLong id = receipts.open(input.receipt());
        if (id.isEmpty()) {
            return Outcome.refused(UserError.at("receipt", "NOT_FOUND", "This receipt does not open any comment."));
        }
        return switch (decide.decide(new Decision.Withdraw(), List.of(id.getAsLong()), Expected.ANYTHING)) {
            case Outcome.Done(List<CommentView> withdrawn) -> Outcome.done(shown(withdrawn.getFirst()));
            case Outcome.Refused(List<UserError> errors) ->
                Outcome.refused(
                        UserError.at("receipt", errors.getFirst().code(), "You have taken this comment back already."));
        };
    }

    private ChangedComment shown(CommentView comment) {
        return new ChangedComment(articles.published(comment.articleId()).isPresent() ? comment : null);
    }
}
