package news.piton.articles.internal.writing;

import java.time.Instant;
import java.time.InstantSource;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.Versions;
import news.piton.articles.internal.store.ArticleStore;
import news.piton.core.fault.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Puts an article into the hands of one transaction: locked, the version that the caller has seen, and as time has left it.
 *
 * <p>What counts as now is read once the article is locked: whoever waited for another editor would otherwise take a
 * publication of a moment ago for one still to come. What time has done by then is written down first, so that nobody changes
 * or unpublishes what was never announced.
 */
public final class Locking {
    private final ArticleStore articles;
    private final Settling settling;
    private final InstantSource clock;

    public Locking(ArticleStore articles, Settling settling, InstantSource clock) {
        this.articles = articles;
        this.settling = settling;
        this.clock = clock;
    }

    public record Held(Article article, Instant now) {}

    /**
     * Refused with NOT_FOUND and CONFLICT.
     *
     * @param expected the version that the caller has seen; null to change whatever is there
     */
    public Outcome<Held> hold(long id, @Nullable Integer expected) {
        return Versions.seen(
                        "article", articles.lock(id), owed -> owed.article().version(), expected)
                .map(owed -> {
                    Instant now = clock.instant();
                    return new Held(settling.settle(owed, now), now);
                });
    }
}
