package news.piton.comments.internal.posting;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import news.piton.comments.CommentAuthor;
import news.piton.comments.internal.policy.Checks;
import news.piton.comments.internal.policy.Draft;
import news.piton.comments.internal.policy.PolicyFinding;
import news.piton.comments.internal.store.CommentStore;
import news.piton.comments.internal.thread.CommentText;

/** Runs the automatic checks over what a guest says under an article; what staff say is not checked. */
public final class ExamineComment {
    private static final Duration LATELY = Duration.ofDays(1);

    private final InstantSource clock;
    private final Checks checks;
    private final CommentStore comments;

    public ExamineComment(InstantSource clock, Checks checks, CommentStore comments) {
        this.clock = clock;
        this.checks = checks;
        this.comments = comments;
    }

    List<PolicyFinding> findings(long articleId, CommentAuthor author, CommentText text) {
        if (author.staff()) {
            return List.of();
        }
        int elsewhere = comments.articlesWithSameText(
                articleId, text.digest(), clock.instant().minus(LATELY));
        return checks.findings(new Draft(author.name(), text.value(), elsewhere));
    }
}
