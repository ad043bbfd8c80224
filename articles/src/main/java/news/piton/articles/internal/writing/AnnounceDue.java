package news.piton.articles.internal.writing;

import java.time.InstantSource;
import news.piton.articles.ArticlePublished;
import news.piton.articles.internal.store.ArticleStore;
import news.piton.core.database.Database;
import news.piton.core.job.Job;
import news.piton.core.outbox.Outbox;

/** Publishes the event of each scheduled article whose time has come, once: with it, in one transaction, the debt is struck. */
public final class AnnounceDue implements Job.Work {
    private static final int AT_ONCE = 50;

    private final Database database;
    private final Outbox outbox;
    private final InstantSource clock;
    private final ArticleStore articles;

    public AnnounceDue(Database database, Outbox outbox, InstantSource clock, ArticleStore articles) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
        this.articles = articles;
    }

    @Override
    public void run(Job.Stop stop) {
        boolean more = true;
        while (more && !stop.requested()) {
            more = database.inTransaction(this::some) == AT_ONCE;
        }
    }

    private int some() {
        var due = articles.lockDue(clock.instant(), AT_ONCE);
        due.forEach(article -> {
            articles.owe(article.id(), null);
            outbox.publish(ArticlePublished.TYPE, new ArticlePublished(article.id(), article.listedAt()));
        });
        return due.size();
    }
}
