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
     * @param until the first moment at which readers cannot read it any more; null if no such time is set
     */
    record Published(
            Instant at, @Nullable Instant before, @Nullable Instant until) implements State {
        public Published(Instant at) {
            this(at, null, null);
        }

        boolean waits(Instant now) {
            return at.isAfter(now);
        }

        boolean over(Instant now) {
            return until != null && !until.isAfter(now);
        }
    }

    /** @param before when it had been published */
    record Unpublished(Instant before, Reason reason) implements State {}

    Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    Reason TIME_IS_OVER = new Reason("The time that was set for it is over.");

    /** When readers first could, or can, read it. */
    default @Nullable Instant publishedAt() {
        return switch (this) {
            case Draft() -> null;
            case InReview(Instant before) -> before;
            case Published(Instant at, var before, var until) -> at;
            case Unpublished(Instant before, Reason reason) -> before;
        };
    }

    /** From when on readers cannot read it any more; null when it is not theirs, or theirs for good. */
    default @Nullable Instant closesAt() {
        return this instanceof Published(Instant at, var before, var until) ? until : null;
    }

    default ArticleStatus status(Instant now) {
        return switch (this) {
            case Draft() -> ArticleStatus.DRAFT;
            case InReview(Instant before) -> ArticleStatus.IN_REVIEW;
            case Published published when published.over(now) -> ArticleStatus.UNPUBLISHED;
            case Published published when published.waits(now) -> ArticleStatus.SCHEDULED;
            case Published published -> ArticleStatus.PUBLISHED;
            case Unpublished(Instant before, Reason reason) -> ArticleStatus.UNPUBLISHED;
        };
    }

    /** Whether readers can read it. */
    default boolean open(Instant now) {
        return status(now) == ArticleStatus.PUBLISHED;
    }

    /** The same, where time has taken an article back without anybody's doing. */
    default State settled(Instant now) {
        return this instanceof Published published && published.over(now)
                ? new Unpublished(published.at, TIME_IS_OVER)
                : this;
    }

    /** Handed to the editors. */
    default Outcome<State> submitted(Moment now) {
        return switch (this) {
            case Draft() -> Outcome.done(new InReview(null));
            case Unpublished(Instant before, Reason reason) -> Outcome.done(new InReview(before));
            case InReview(Instant before) -> refused("This article is in review already.");
            case Published(Instant at, var before, var until) ->
                refused("This article has passed review: it is published, or is going to be on " + now.say(at) + ".");
        };
    }

    /** Handed back by an editor: a draft again, or unpublished where it had been published before. */
    default Outcome<State> sentBack(Reason why, Moment now) {
        return switch (this) {
            case InReview(Instant before) -> Outcome.done(back(before, why));
            case Draft() -> refused("This article is a draft; it has not been handed in.");
            case Unpublished(Instant before, Reason reason) -> refused("This article has not been handed in.");
            case Published(Instant at, var before, var until) ->
                refused("This article has passed review: it is published, or is going to be on " + now.say(at)
                        + ". Unpublish it.");
        };
    }

    /**
     * @param at null for now, or for the time of the first publication if there was one
     * @param until when it is to be taken back; where nothing is said, what was planned before stays planned
     */
    default Outcome<State> published(@Nullable Instant at, Change<Instant> until, Moment now) {
        if (at != null && (at.isBefore(EARLIEST) || tooFar(at, now))) {
            return Outcome.refused(
                    UserError.at("at", "INVALID", "The time must lie between 1900 and five years from now."));
        }
        return switch (this) {
            case Draft() -> closed(new Published(at == null ? now.now() : at), until.value(), now);
            case InReview(Instant before) -> closed(again(at, before, now), until.value(), now);
            case Unpublished(Instant before, Reason reason) -> closed(again(at, before, now), until.value(), now);
            case Published old
            when old.waits(now.now()) ->
                closed(new Published(at == null ? now.now() : at, old.before, null), until.or(old.until), now);
            case Published old -> refused("This article has been published since " + now.say(old.at) + ".");
        };
    }

    /**
     * Given a time at which it is to be taken back.
     *
     * @param until null to leave it open
     */
    default Outcome<State> closing(@Nullable Instant until, Moment now) {
        return switch (this) {
            case Published published -> closed(published, until, now);
            case Draft _, InReview _, Unpublished _ ->
                refused("This article is not published; `unpublishAt` of publishArticle sets a time along with that.");
        };
    }

    /** Taken back. If its time has not come, it is a draft again, or unpublished where it had been published before. */
    default Outcome<State> unpublished(Reason reason, Instant now) {
        return switch (this) {
            case Published published ->
                Outcome.done(back(published.waits(now) ? published.before : published.at, reason));
            case Unpublished(Instant before, Reason earlier) -> refused("This article is unpublished already.");
            case Draft() -> refused("This article is not published.");
            case InReview(Instant before) -> refused("This article is not published.");
        };
    }

    private static Outcome<State> closed(Published open, @Nullable Instant until, Moment now) {
        Instant from = open.waits(now.now()) ? open.at : now.now();
        if (until != null && !until.isAfter(from)) {
            return Outcome.refused(UserError.at(
                    "unpublishAt",
                    "INVALID",
                    "This article would be taken back on " + now.say(until) + ", before or just when readers get it: "
                            + now.say(from) + ". Set a later `unpublishAt`, or null."));
        }
        if (until != null && tooFar(until, now)) {
            return Outcome.refused(UserError.at(
                    "unpublishAt", "INVALID", "An article can be taken back at most five years from now."));
        }
        return Outcome.done(new Published(open.at, open.before, until));
    }

    private static boolean tooFar(Instant time, Moment now) {
        return time.isAfter(now.now().plus(5 * 365, ChronoUnit.DAYS));
    }

    private static Published again(@Nullable Instant at, @Nullable Instant before, Moment now) {
        if (at != null) {
            return new Published(at, before, null);
        }
        return new Published(before == null ? now.now() : before);
    }

    private static State back(@Nullable Instant published, Reason reason) {
        return published == null ? new Draft() : new Unpublished(published, reason);
    }

    private static Outcome<State> refused(String why) {
        return Outcome.refused(UserError.at("id", "ILLEGAL_TRANSITION", why));
    }
}
