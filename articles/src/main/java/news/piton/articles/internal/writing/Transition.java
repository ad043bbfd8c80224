package news.piton.articles.internal.writing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.State;
import news.piton.articles.internal.article.Versions;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import org.jspecify.annotations.Nullable;

/**
 * Moves an article from one state to the next, in the caller's transaction. What counts as now is read once the article is
 * locked: whoever waited for another editor would otherwise take a publication of a moment ago for one still to come.
 */
final class Transition {
    private final Files files;
    private final InstantSource clock;

    Transition(Files files, InstantSource clock) {
        this.files = files;
        this.clock = clock;
    }

    /** @param at when it was moved */
    record Moved(Article before, Article after, Instant at) {}

    Outcome<Moved> move(long id, @Nullable Integer expected, BiFunction<Article, Instant, Outcome<State>> next) {
        Optional<Article> found = files.lock(id);
        if (found.isEmpty()) {
            return Outcome.refused(Versions.missing("article"));
        }
        Article before = found.get();
        Optional<UserError> conflict = Versions.conflict("article", expected, before.version());
        if (conflict.isPresent()) {
            return Outcome.refused(conflict.get());
        }
        Instant now = clock.instant();
        return next.apply(before, now).map(state -> {
            Article after = before.in(state, now);
            files.replace(before, after, Files.Parts.NONE, now).ifPresent(taken -> {
                throw new IllegalStateException("a slug was lost: " + taken.message());
            });
            return new Moved(before, after, now);
        });
    }
}
