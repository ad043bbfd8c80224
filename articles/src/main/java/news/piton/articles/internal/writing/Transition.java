package news.piton.articles.internal.writing;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.State;
import news.piton.articles.internal.article.Versions;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import org.jspecify.annotations.Nullable;

/** Moves an article from one state to the next, in the caller's transaction. */
final class Transition {
    private final Files files;

    Transition(Files files) {
        this.files = files;
    }

    record Moved(Article before, Article after) {}

    Outcome<Moved> move(long id, @Nullable Integer expected, Instant now, Function<Article, Outcome<State>> next) {
        Optional<Article> found = files.lock(id);
        if (found.isEmpty()) {
            return Outcome.refused(Versions.missing("article"));
        }
        Article before = found.get();
        Optional<UserError> conflict = Versions.conflict("article", expected, before.version());
        if (conflict.isPresent()) {
            return Outcome.refused(conflict.get());
        }
        return next.apply(before).map(state -> {
            Article after = before.in(state, now);
            files.replace(before, after, Files.Parts.NONE, now).ifPresent(taken -> {
                throw new IllegalStateException("a slug was lost: " + taken.message());
            });
            return new Moved(before, after);
        });
    }
}
