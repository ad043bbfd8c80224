package news.piton.articles.internal.writing;

import java.time.Duration;
import java.time.Instant;
import news.piton.articles.ArticlePublished;
import news.piton.articles.ArticleStatus;
import news.piton.articles.ArticleUnpublished;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.State;
import news.piton.articles.internal.history.Step;
import news.piton.articles.internal.store.ArticleStore;
import news.piton.articles.internal.store.ArticleStore.Owed;
import news.piton.articles.internal.store.HistoryStore;
import news.piton.core.outbox.Outbox;

/**
 * Writes down what time has done: that an article has opened, or that readers cannot read it any more. Readers see both at
 * their moment, since every query compares times; here the event goes out, the history gets its entry and the debt is
 * struck, all in the transaction of the caller, who has locked the article. So it is told once, whoever comes first: the
 * job or an editor.
 */
public final class Settling {
    private final ArticleStore articles;
    private final HistoryStore history;
    private final Outbox outbox;

    public Settling(ArticleStore articles, HistoryStore history, Outbox outbox) {
        this.articles = articles;
        this.history = history;
        this.outbox = outbox;
    }

    /** @return the article as time has left it, in the same version */
    Article settle(Owed owed, Instant now) {
        Article article = owed.article();
        Instant due = owed.due();
        if (due == null
                || due.isAfter(now)
                || !(article.state() instanceof State.Published(var at, var b, var until))) {
            return article;
        }
        if (!due.isAfter(at)) {
            Duration late = Duration.between(at, now);
            tell(article, Step.Kind.OPENED, ArticleStatus.SCHEDULED, ArticleStatus.PUBLISHED, at, late);
            outbox.publish(ArticlePublished.TYPE, new ArticlePublished(article.id(), at, late));
        }
        if (until == null || until.isAfter(now)) {
            articles.owe(article.id(), until);
            return article;
        }
        Article closed = article.settled(now);
        tell(
                closed,
                Step.Kind.CLOSED,
                ArticleStatus.PUBLISHED,
                ArticleStatus.UNPUBLISHED,
                until,
                Duration.between(until, now));
        outbox.publish(ArticleUnpublished.TYPE, new ArticleUnpublished(article.id()));
        if (!articles.update(closed)) {
            throw new IllegalStateException("the slug of " + closed.id() + " was lost");
        }
        articles.owe(article.id(), null);
        return closed;
    }

    private void tell(
            Article article, Step.Kind kind, ArticleStatus from, ArticleStatus to, Instant moment, Duration late) {
        history.add(article.id(), new Step(kind, moment, null, from, to, null, moment, late, article.version()));
    }
}
