package news.piton.articles.internal.article;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import news.piton.articles.ArticleStatus;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import org.jspecify.annotations.Nullable;

/** Where an article stands, and where it may go from there. */
public sealed interface State {

    /** Being written; no reader has seen it. */
    record Draft() implements State {}

    /** @param before when it had been published before, null if never */
    record InReview(@Nullable Instant before) implements State {}

    /**
     * Open to readers from a moment on, which may be still to come.
     *
     * @param before when it had been published before that, null if never
     */
    record Published(Instant at, @Nullable Instant before) implements State {
        public Published(Instant at) {
            this(at, null);
        }
    }

    /** @param before when it had been published */
    record Unpublished(Instant before, Reason reason) implements State {}

    Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** When readers first could, or can, read it. */
    default @Nullable Instant publishedAt() {
        return switch (this) {
            case Draft() -> null;
            case InReview(Instant before) -> before;
            case Published(Instant at, var before) -> at;
            case Unpublished(Instant before, Reason reason) -> before;
        };
    }

    default ArticleStatus status(Instant now) {
        return switch (this) {
            case Draft() -> ArticleStatus.DRAFT;
            case InReview(Instant before) -> ArticleStatus.IN_REVIEW;
            case Published(Instant at, var before) ->
                at.isAfter(now) ? ArticleStatus.SCHEDULED : ArticleStatus.PUBLISHED;
            case Unpublished(Instant before, Reason reason) -> ArticleStatus.UNPUBLISHED;
        };
    }

    /** Whether readers can read it. */
    default boolean open(Instant now) {
        return status(now) == ArticleStatus.PUBLISHED;
    }

    /** Handed to the editors. */
    default Outcome<State> submitted() {
        return switch (this) {
            case Draft() -> Outcome.done(new InReview(null));
            case Unpublished(Instant before, Reason reason) -> Outcome.done(new InReview(before));
            case InReview(Instant before) -> refused("This article is in review already.");
            case Published(Instant at, var before) ->
                refused("This article has passed review: it is published, or is going to be at " + at + ".");
        };
    }

    /** @param at null for now, or for the time of the first publication if there was one */
    default Outcome<State> published(@Nullable Instant at, Instant now) {
        if (at != null && (at.isBefore(EARLIEST) || at.isAfter(now.plus(5 * 365, ChronoUnit.DAYS)))) {
            return Outcome.refused(
                    UserError.at("at", "INVALID", "The time must lie between 1900 and five years from now."));
        }
        return switch (this) {
            case Draft() -> Outcome.done(new Published(at == null ? now : at));
            case InReview(Instant before) -> Outcome.done(again(at, before, now));
            case Unpublished(Instant before, Reason reason) -> Outcome.done(again(at, before, now));
            case Published(Instant old, var before) ->
                old.isAfter(now)
                        ? Outcome.done(new Published(at == null ? now : at, before))
                        : refused("This article has been published since " + old + ".");
        };
    }

    /** Taken back. If its time has not come, it is a draft again, or unpublished where it had been published before. */
    default Outcome<State> unpublished(Reason reason, Instant now) {
        return switch (this) {
            case Published(Instant at, var before) -> Outcome.done(back(at.isAfter(now) ? before : at, reason));
            case Unpublished(Instant before, Reason earlier) -> refused("This article is unpublished already.");
            case Draft() -> refused("This article is not published.");
            case InReview(Instant before) -> refused("This article is not published.");
        };
    }

    private static State again(@Nullable Instant at, @Nullable Instant before, Instant now) {
        if (at != null) {
            return new Published(at, before);
        }
        return new Published(before == null ? now : before);
    }

    private static State back(@Nullable Instant published, Reason reason) {
        return published == null ? new Draft() : new Unpublished(published, reason);
    }

    private static Outcome<State> refused(String why) {
        return Outcome.refused(UserError.at("id", "ILLEGAL_TRANSITION", why));
    }
}
