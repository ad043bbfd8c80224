package news.piton.articles.internal.writing;

import java.time.InstantSource;
import news.piton.articles.ArticleView;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import org.jspecify.annotations.Nullable;

/** Hands an article to the editors. */
public final class SubmitArticle {
    private final Database database;
    private final Transition transition;
    private final Views views;

    public SubmitArticle(Database database, InstantSource clock, Files files, Views views) {
        this.database = database;
        this.transition = new Transition(files, clock);
        this.views = views;
    }

    public Outcome<ArticleView> submit(long id, @Nullable Integer expected) {
        return database.inTransaction(() -> views.of(transition
                .move(id, expected, (before, now) -> before.state().submitted())
                .map(moved -> moved.after().id())));
    }
}
