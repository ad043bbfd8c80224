package news.piton.articles.internal.writing;

import java.time.Instant;
import java.time.InstantSource;
import news.piton.articles.ArticlePublished;
import news.piton.articles.ArticleView;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.State;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * Opens an article to readers, now or at a time to come. At that time it is open by itself, since every query compares
 * times; only the event waits for {@link AnnounceDue}.
 */
public final class PublishArticle {
    private final Database database;
    private final Outbox outbox;
    private final Files files;
    private final Transition transition;
    private final Views views;

    public PublishArticle(Database database, Outbox outbox, InstantSource clock, Files files, Views views) {
        this.database = database;
        this.outbox = outbox;
        this.files = files;
        this.transition = new Transition(files, clock);
        this.views = views;
    }

    /** @param at null for now, or for the earlier time of one that had been published before */
    public Outcome<ArticleView> publish(long id, @Nullable Instant at, @Nullable Integer expected) {
        return database.inTransaction(() -> views.of(transition
                .move(id, expected, (before, now) -> next(before, at, now))
                .map(moved -> announce(moved.after(), moved.at()))));
    }

    private Outcome<State> next(Article before, @Nullable Instant at, Instant now) {
        Outcome<State> next = before.state().published(at, now);
        if (next instanceof Outcome.Done<State> && files.body(before.id()).isEmpty()) {
            return Outcome.refused(
                    UserError.at("id", "BLANK", "This article has no text yet; write some before it is published."));
        }
        return next;
    }

    private long announce(Article article, Instant now) {
        Instant at = article.listedAt();
        if (at.isAfter(now)) {
            files.owe(article.id(), at);
        } else {
            files.owe(article.id(), null);
            outbox.publish(ArticlePublished.TYPE, new ArticlePublished(article.id(), at));
        }
        return article.id();
    }
}
