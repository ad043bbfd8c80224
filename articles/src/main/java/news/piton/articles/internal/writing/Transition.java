package news.piton.articles.internal.writing;

import java.time.Instant;
import java.time.ZoneId;
import news.piton.articles.ArticlePublished;
import news.piton.articles.ArticleStatus;
import news.piton.articles.ArticleUnpublished;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.Moment;
import news.piton.articles.internal.article.State;
import news.piton.articles.internal.history.Step;
import news.piton.articles.internal.store.ArticleStore;
import news.piton.articles.internal.store.HistoryStore;
import news.piton.core.fault.Outcome;
import news.piton.core.identity.Viewer;
import news.piton.core.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * Moves an article from one state to the next, in the caller's transaction, with all that follows from it: the history's
 * entry, the note of what is due later, and the event when readers gain or lose it now.
 */
public final class Transition {
    private final Locking locking;
    private final ArticleStore articles;
    private final Files files;
    private final HistoryStore history;
    private final Outbox outbox;
    private final ZoneId zone;

    /** @param zone the newsroom's */
    public Transition(
            Locking locking, ArticleStore articles, Files files, HistoryStore history, Outbox outbox, ZoneId zone) {
        this.locking = locking;
        this.articles = articles;
        this.files = files;
        this.history = history;
        this.outbox = outbox;
        this.zone = zone;
    }

    /**
     * What somebody wants done.
     *
     * @param expected the version that the caller has seen; null to move whatever is there
     * @param note why, for colleagues
     */
    public record Order(
            long id,
            @Nullable Integer expected,
            Viewer.Staff who,
            @Nullable String note) {}

    /** Where an article goes from where it is. */
    @FunctionalInterface
    interface Verb {
        Outcome<State> next(Article article, Moment now);
    }

    /** @return the article's id; where it stands so already, nothing is written */
    Outcome<Long> move(Order order, Verb verb) {
        return locked(
                order,
                (article, now) -> verb.next(article, now).map(state -> {
                    if (!state.equals(article.state())) {
                        write(order, article, state, now.now());
                    }
                    return article.id();
                }));
    }

    /** What is done with an article that this transaction alone has in its hands. */
    @FunctionalInterface
    interface Work {
        Outcome<Long> on(Article article, Moment now);
    }

    Outcome<Long> locked(Order order, Work work) {
        return locking.hold(order.id, order.expected)
                .then(held -> work.on(held.article(), new Moment(held.now(), zone)));
    }

    private void write(Order order, Article before, State next, Instant now) {
        Step.Kind kind = kind(before.state(), next, now);
        boolean plansOnly = kind == Step.Kind.UNPUBLISHING_SCHEDULED || kind == Step.Kind.UNPUBLISHING_CALLED_OFF;
        Article after = plansOnly ? before.planned(next) : before.in(next, now);
        files.replace(before, after, Files.Parts.NONE, now).ifPresent(taken -> {
            throw new IllegalStateException("a slug was lost: " + taken.message());
        });
        articles.owe(after.id(), due(next, now));
        note(order, before, after, kind, plansOnly ? next.closesAt() : next.publishedAt(), now);
        boolean wasOpen = before.state().open(now);
        boolean isOpen = next.open(now);
        if (isOpen && !wasOpen) {
            outbox.publish(ArticlePublished.TYPE, new ArticlePublished(after.id(), after.listedAt()));
        } else if (wasOpen && !isOpen) {
            outbox.publish(ArticleUnpublished.TYPE, new ArticleUnpublished(after.id()));
        }
    }

    void note(Order order, Article before, Article after, Step.Kind kind, @Nullable Instant moment, Instant now) {
        history.add(
                after.id(),
                new Step(
                        kind,
                        now,
                        Step.Actor.of(order.who),
                        before.state().status(now),
                        after.state().status(now),
                        order.note,
                        moment,
                        null,
                        after.version()));
    }

    /** When something is to be told of that time does: the opening first, the closing then. */
    private static @Nullable Instant due(State state, Instant now) {
        return state instanceof State.Published(var at, var before, var until) ? at.isAfter(now) ? at : until : null;
    }

    private static Step.Kind kind(State before, State after, Instant now) {
        ArticleStatus from = before.status(now);
        return switch (after.status(now)) {
            case IN_REVIEW -> Step.Kind.SUBMITTED;
            case DRAFT, UNPUBLISHED ->
                switch (from) {
                    case IN_REVIEW -> Step.Kind.SENT_BACK;
                    case SCHEDULED -> Step.Kind.CALLED_OFF;
                    case DRAFT, PUBLISHED, UNPUBLISHED -> Step.Kind.UNPUBLISHED;
                };
            case SCHEDULED ->
                from == ArticleStatus.SCHEDULED
                        ? sameTime(before, after) ? closing(after) : Step.Kind.RESCHEDULED
                        : Step.Kind.SCHEDULED;
            case PUBLISHED -> from == ArticleStatus.PUBLISHED ? closing(after) : Step.Kind.PUBLISHED;
        };
    }

    private static boolean sameTime(State before, State after) {
        return java.util.Objects.equals(before.publishedAt(), after.publishedAt());
    }

    private static Step.Kind closing(State after) {
        return after.closesAt() == null ? Step.Kind.UNPUBLISHING_CALLED_OFF : Step.Kind.UNPUBLISHING_SCHEDULED;
    }
}
