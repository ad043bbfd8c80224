package news.piton.articles.internal.history;

import java.time.Duration;
import java.time.Instant;
import news.piton.articles.ArticleStatus;
import news.piton.core.identity.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * One step of an article.
 *
 * @param at when it was taken; for one that time took, the moment that was set
 * @param by null for what time did
 * @param from null for the first one
 * @param note why, for colleagues
 * @param moment the time that the step set or was about; null where there is none
 * @param lateBy how late a step that time took was told of; null for all others
 * @param version the article's after the step
 */
public record Step(
        Kind kind,
        Instant at,
        @Nullable Actor by,
        @Nullable ArticleStatus from,
        ArticleStatus to,
        @Nullable String note,
        @Nullable Instant moment,
        @Nullable Duration lateBy,
        int version) {

    /** Who took it, with the name of that time. */
    public record Actor(long id, String name) {
        public static Actor of(Viewer.Staff who) {
            return new Actor(who.id(), who.name());
        }
    }

    /** As the GraphQL enum has them. */
    public enum Kind {
        CREATED,
        SUBMITTED,
        SENT_BACK,
        SCHEDULED,
        RESCHEDULED,
        PUBLISHED,
        OPENED,
        CALLED_OFF,
        UNPUBLISHED,
        UNPUBLISHING_SCHEDULED,
        UNPUBLISHING_CALLED_OFF,
        CLOSED,
        EMBARGOED,
        EMBARGO_LIFTED,
        FEATURED,
        UNFEATURED
    }
}
