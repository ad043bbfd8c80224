package news.piton.articles.internal.wordpress;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import news.piton.articles.internal.article.Reason;
import news.piton.articles.internal.article.State;
import news.piton.articles.wxr.WxrItem;
import news.piton.articles.wxr.WxrKeys;
import news.piton.core.text.Visible;
import org.jspecify.annotations.Nullable;

/** Where a post stands here. Nothing becomes public that was not: whatever is in doubt is a draft. */
sealed interface Standing {

    /** @param loss what it loses by that; null when nothing */
    record In(State state, @Nullable Loss loss) implements Standing {
        In(State state) {
            this(state, null);
        }
    }

    /**
     * Something about a post that comes in otherwise.
     *
     * @param kind what is lost, in the plural
     * @param why as a clause
     */
    record Loss(String kind, String why) {}

    /** @param why it stays out, as a clause */
    record Out(String why) implements Standing {}

    /** @param date when it was, or is to be, published; empty when the export does not tell */
    static Standing of(WxrItem item, Optional<Instant> date, Instant now) {
        if (item.id() == 0) {
            return new Out("without a number, so that it could come twice");
        }
        if (item.title().isBlank() && item.content().isBlank()) {
            return new Out("neither title nor text");
        }
        if (!item.password().isEmpty() && Set.of("publish", "future").contains(item.status())) {
            return draft("private posts", "behind a password: a draft here");
        }
        if (Set.of("publish", "future").contains(item.status()) && embargoed(item, date.orElse(now), now)) {
            return draft("embargoes", "to be published before its embargo ends: a draft here");
        }
        return switch (item.status()) {
            case "publish" -> published(item, date, now);
            case "future" -> scheduled(item, date, now);
            case "pending" -> new In(new State.InReview(null));
            case "private" -> draft("private posts", "for signed-in readers only: a draft here");
            case "trash" -> new Out("in the trash");
            case "auto-draft" -> new Out("never saved by its author");
            case "inherit" -> new Out("an old version of something else");
            default -> unpublished(item, date); // draft, and what editorial plugins call their own steps
        };
    }

    /** As far as it still holds. A Piton sets no such date; whoever edited the file or had it in a WordPress may have. */
    private static boolean embargoed(WxrItem item, Instant date, Instant now) {
        return Beside.embargo(item)
                .filter(end -> end.isAfter(now) && end.isAfter(date))
                .isPresent();
    }

    private static In draft(String kind, String why) {
        return new In(new State.Draft(), new Loss(kind, why));
    }

    private static In published(WxrItem item, Optional<Instant> date, Instant now) {
        return date.filter(at -> at.isAfter(State.EARLIEST))
                .map(at -> new In(new State.Published(at, null, until(item)).settled(now)))
                .orElseGet(() -> draft("dates", "published at nobody knows when: a draft here"));
    }

    /** A time that has passed since the export was made has passed without anybody's looking. */
    private static In scheduled(WxrItem item, Optional<Instant> date, Instant now) {
        return date.filter(at -> at.isAfter(now))
                .map(at -> new In(new State.Published(at, null, until(item))))
                .orElseGet(() -> draft("schedules", "the time has passed meanwhile: a draft here"));
    }

    /** When a Piton was to take it back; null for never. */
    private static @Nullable Instant until(WxrItem item) {
        return item.meta(WxrKeys.UNTIL).flatMap(Beside::time).orElse(null);
    }

    /** What a Piton had taken back says so. */
    private static In unpublished(WxrItem item, Optional<Instant> date) {
        Optional<Reason> reason =
                item.meta(WxrKeys.UNPUBLISHED).filter(Visible::anything).map(Standing::reason);
        return reason.isPresent() && date.isPresent()
                ? new In(new State.Unpublished(date.get(), reason.get()))
                : new In(new State.Draft());
    }

    private static Reason reason(String text) {
        return new Reason(Cut.to(Reason.LONGEST, text));
    }
}
