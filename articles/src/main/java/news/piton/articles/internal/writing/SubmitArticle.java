package news.piton.articles.internal.writing;

import java.time.Instant;
import java.time.InstantSource;
import news.piton.articles.ArticleView;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import org.jspecify.annotations.Nullable;

/** Hands an article to the editors. */
public final class SubmitArticle {
    private final Database database;
    private final InstantSource clock;
    private final Transition transition;
    private final Views views;

    public SubmitArticle(Database database, InstantSource clock, Files files, Views views) {
        this.database = database;
        this.clock = clock;
        this.transition = new Transition(files);
        this.views = views;
    }

    public Outcome<ArticleView> submit(long id, @Nullable Integer expected) {
        Instant now = clock.instant();
        return database.inTransaction(() -> views.of(transition
                .move(id, expected, now, before -> before.state().submitted())
                .map(moved -> moved.after().id())));
    }
}
