package news.piton.articles.internal.wordpress;

import java.time.Instant;
import java.util.Optional;
import news.piton.articles.internal.article.State;
import news.piton.articles.wxr.WxrItem;

/** Where a post stands here. Nothing becomes public that was not: whatever is in doubt is a draft. */
sealed interface Standing {

    record In(State state) implements Standing {}

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
        boolean behindPassword = !item.password().isEmpty();
        return switch (item.status()) {
            case "publish" -> new In(behindPassword ? new State.Draft() : published(date));
            case "future" -> new In(behindPassword ? new State.Draft() : scheduled(date, now));
            case "pending" -> new In(new State.InReview(null));
            case "trash" -> new Out("in the trash");
            case "auto-draft" -> new Out("never saved by its author");
            case "inherit" -> new Out("an old version of something else");
            default -> new In(new State.Draft()); // draft, private, and what editorial plugins call their own steps
        };
    }

    private static State published(Optional<Instant> date) {
        return date.filter(at -> at.isAfter(State.EARLIEST))
                .<State>map(State.Published::new)
                .orElseGet(State.Draft::new);
    }

    /** A time that has passed since the export was made has passed without anybody's looking. */
    private static State scheduled(Optional<Instant> date, Instant now) {
        return date.filter(at -> at.isAfter(now))
                .<State>map(State.Published::new)
                .orElseGet(State.Draft::new);
    }
}
