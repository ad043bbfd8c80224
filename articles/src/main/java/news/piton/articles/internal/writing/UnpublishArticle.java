package news.piton.articles.internal.writing;

import java.time.InstantSource;
import news.piton.articles.ArticleUnpublished;
import news.piton.articles.ArticleView;
import news.piton.articles.internal.article.Reason;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Takes a published article back, or calls off the publication of a scheduled one. */
public final class UnpublishArticle {
    private final Database database;
    private final Outbox outbox;
    private final Files files;
    private final Transition transition;
    private final Views views;

    public UnpublishArticle(Database database, Outbox outbox, InstantSource clock, Files files, Views views) {
        this.database = database;
        this.outbox = outbox;
        this.files = files;
        this.transition = new Transition(files, clock);
        this.views = views;
    }

    public Outcome<ArticleView> unpublish(long id, Reason reason, @Nullable Integer expected) {
        return database.inTransaction(() -> views.of(transition
                .move(id, expected, (before, now) -> before.state().unpublished(reason, now))
                .map(moved -> {
                    files.owe(id, null);
                    if (moved.before().state().open(moved.at())) {
                        outbox.publish(ArticleUnpublished.TYPE, new ArticleUnpublished(id));
                    }
                    return id;
                })));
    }
}
