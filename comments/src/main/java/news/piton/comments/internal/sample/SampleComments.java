package news.piton.comments.internal.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import news.piton.articles.ArticleView;
import news.piton.articles.Articles;
import news.piton.comments.CommentStatus;
import news.piton.comments.CommentView;
import news.piton.comments.internal.moderation.Decide;
import news.piton.comments.internal.moderation.Decision;
import news.piton.comments.internal.policy.Rule;
import news.piton.comments.internal.posting.AddComment;
import news.piton.comments.internal.sample.Said.Fate;
import news.piton.comments.internal.thread.Author;
import news.piton.comments.internal.thread.AuthorName;
import news.piton.comments.internal.thread.CommentText;
import news.piton.comments.internal.thread.Place;
import news.piton.core.identity.Viewer;

/** Lets the sample paper's readers talk, and leaves its moderators something to do. */
public final class SampleComments {
    private static final Viewer.Staff DESK = new Viewer.Staff(0, "Comments desk", Set.of("MODERATE_COMMENTS"));
    private static final Duration PAUSE = Duration.ofMinutes(17);

    private final Articles articles;
    private final AddComment addComment;
    private final Decide decide;

    public SampleComments(Articles articles, AddComment addComment, Decide decide) {
        this.articles = articles;
        this.addComment = addComment;
        this.decide = decide;
    }

    /** Under the newest articles, in a transaction of the caller's. */
    public void write() {
        List<ArticleView> newest = articles.publishedBetween(
                Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"), Conversations.ALL.size());
        Iterator<List<Said>> conversations = Conversations.ALL.iterator();
        for (ArticleView article : newest) {
            Instant published = article.publishedAt();
            hold(conversations.next(), article.id(), Place.TOP, published == null ? article.updatedAt() : published);
        }
    }

    private Instant hold(List<Said> conversation, long articleId, Place place, Instant began) {
        Instant time = began;
        for (Said said : conversation) {
            time = time.plus(PAUSE);
            Author author = new Author(new AuthorName(said.name()), said.email(), Viewer.GUEST);
            CommentView comment = addComment.add(articleId, place, author, new CommentText(said.text()), time);
            decide(said.fate(), comment);
            time = hold(said.answers(), articleId, place.ofAnswerTo(comment.id()), time);
        }
        return time;
    }

    private void decide(Fate fate, CommentView comment) {
        switch (fate) {
            case WAITS -> {}
            case APPROVED -> decide(new Decision.Approve(DESK, null), comment);
            case REJECTED ->
                decide(
                        new Decision.Reject(
                                DESK, Rule.PROMOTION, "Our advertising desk will be glad to help you with this."),
                        comment);
        }
    }

    private void decide(Decision decision, CommentView comment) {
        decide.decide(decision, List.of(comment.id()), CommentStatus.PENDING);
    }
}
