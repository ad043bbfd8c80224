package news.piton.articles.internal.live;

import java.time.Instant;
import java.util.function.BiFunction;
import news.piton.articles.ArticlePermissions;
import news.piton.articles.ArticleUpdated;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.State;
import news.piton.articles.internal.store.ArticleStore;
import news.piton.articles.internal.writing.Locking;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.identity.Viewer;
import news.piton.core.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** What all changes of a live blog have in common: its article locked, the permission weighed, readers told. */
public final class LiveEditing {
    private final Database database;
    private final Outbox outbox;
    private final Locking locking;
    private final ArticleStore articles;

    public LiveEditing(Database database, Outbox outbox, Locking locking, ArticleStore articles) {
        this.database = database;
        this.outbox = outbox;
        this.locking = locking;
        this.articles = articles;
    }

    /**
     * Does something to the locked article.
     *
     * @param expected the article's version that the caller has seen; null to change whatever is there
     */
    <V> Outcome<V> on(
            long article,
            @Nullable Integer expected,
            Viewer.Staff who,
            BiFunction<Article, Instant, Outcome<V>> change) {
        return database.inTransaction(() -> locking.hold(article, expected).then(held -> {
            if (held.article().state() instanceof State.Published && !who.may(ArticlePermissions.PUBLISH_ARTICLES)) {
                return Outcome.refused(UserError.of(
                        "FORBIDDEN",
                        "This article is published or scheduled; its live blog needs the permission"
                                + " PUBLISH_ARTICLES."));
            }
            return change.apply(held.article(), held.now());
        }));
    }

    /** The live blog itself has changed, and with it the article. */
    void changed(Article article, Instant now) {
        articles.touch(article.id(), now);
        tell(article, now);
    }

    /** An entry has changed: pages are made anew, and whoever is editing the article is left in peace. */
    void entriesChanged(Article article, Instant now) {
        articles.markUpdated(article.id(), now);
        tell(article, now);
    }

    private void tell(Article article, Instant now) {
        if (article.state().open(now)) {
            outbox.publish(ArticleUpdated.TYPE, new ArticleUpdated(article.id()));
        }
    }

    static UserError notOpen(String field) {
        return UserError.at(
                field,
                "NOT_OPEN",
                "This article takes no entries now. startLiveBlog lets it, also after it was closed.");
    }
}
