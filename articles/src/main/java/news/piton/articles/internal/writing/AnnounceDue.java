package news.piton.articles.internal.writing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import news.piton.articles.internal.store.ArticleStore;
import news.piton.core.database.Database;
import news.piton.core.job.Job;

/** Tells of each article whose time to open or to close has come. Any number of nodes may run it at once. */
public final class AnnounceDue implements Job.Work {
    private static final int AT_ONCE = 50;

    private final Database database;
    private final InstantSource clock;
    private final ArticleStore articles;
    private final Settling settling;

    public AnnounceDue(Database database, InstantSource clock, ArticleStore articles, Settling settling) {
        this.database = database;
        this.clock = clock;
        this.articles = articles;
        this.settling = settling;
    }

    @Override
    public void run(Job.Stop stop) {
        boolean more = true;
        while (more && !stop.requested()) {
            more = database.inTransaction(this::some) == AT_ONCE;
        }
    }

    private int some() {
        Instant now = clock.instant();
        List<ArticleStore.Owed> due = articles.lockDue(now, AT_ONCE);
        due.forEach(owed -> settling.settle(owed, now));
        return due.size();
    }
}
