package news.piton.comments.internal.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import news.piton.articles.ArticleView;
import news.piton.articles.Articles;
import news.piton.comments.CommentView;
import news.piton.comments.internal.moderation.Decide;
import news.piton.comments.internal.moderation.Decision;
import news.piton.comments.internal.moderation.Expected;
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
    private static final int ARTICLES = 100;
    private static final int PAUSES = 10;
    private static final Duration LONG = Duration.ofMinutes(23);

    private final InstantSource clock;
    private final Articles articles;
    private final AddComment addComment;
    private final Decide decide;

    public SampleComments(InstantSource clock, Articles articles, AddComment addComment, Decide decide) {
        this.clock = clock;
        this.articles = articles;
        this.addComment = addComment;
        this.decide = decide;
    }

    /** Under the articles of the sample that are there, in a transaction of the caller's. */
    public void write() {
        Instant now = clock.instant();
        List<ArticleView> newest = articles.publishedBetween(Instant.EPOCH, now, ARTICLES);
        for (Conversation conversation : Conversations.ALL) {
            newest.stream()
                    .filter(article -> article.slug().contains(conversation.about()))
                    .findFirst()
                    .ifPresent(article -> hold(conversation, article, now));
        }
    }

    private void hold(Conversation conversation, ArticleView article, Instant now) {
        Instant published = article.publishedAt();
        Instant began = published == null ? now : published;
        Duration pause = Duration.between(began, now).dividedBy(PAUSES);
        hold(conversation.said(), article.id(), Place.TOP, began, pause.compareTo(LONG) > 0 ? LONG : pause);
    }

    private Instant hold(List<Said> said, long articleId, Place place, Instant began, Duration pause) {
        Instant time = began;
        for (Said one : said) {
            time = time.plus(pause);
            Author author = new Author(new AuthorName(one.name()), one.email(), Viewer.GUEST);
            CommentView comment = addComment.add(articleId, place, author, new CommentText(one.text()), time);
            decide(one.fate(), comment);
            time = hold(one.answers(), articleId, place.ofAnswerTo(comment.id()), time, pause);
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
        decide.decide(decision, List.of(comment.id()), Expected.WAITING);
    }
}
