package news.piton.articles.internal.writing;

import java.util.Optional;
import news.piton.articles.ArticleView;
import news.piton.articles.RevisionAction;
import news.piton.articles.internal.article.Article;
import news.piton.articles.internal.article.Refusals;
import news.piton.articles.internal.article.Versions;
import news.piton.articles.internal.revising.Manuscript;
import news.piton.articles.internal.revising.Note;
import news.piton.articles.internal.revising.Revision;
import news.piton.articles.internal.revising.Save;
import news.piton.articles.internal.store.CatalogueStore;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.identity.Viewer;
import org.jspecify.annotations.Nullable;

/** Makes an earlier text the newest one again, as a new revision. */
public final class RestoreRevision {
    private final Database database;
    private final Locking locking;
    private final Placing placing;
    private final Texts texts;
    private final Views views;

    public RestoreRevision(Database database, Locking locking, CatalogueStore catalogue, Texts texts, Views views) {
        this.database = database;
        this.locking = locking;
        this.placing = new Placing(catalogue);
        this.texts = texts;
        this.views = views;
    }

    /**
     * Publishes nothing: what readers can see, or will at a time that is set, stays until the restored text is approved. The
     * slug stays too, for it is an address and no text. Authors and sources that are gone are left out; a section that is
     * gone is NOT_FOUND.
     */
    public Outcome<ArticleView> restore(long id, @Nullable Integer expected, @Nullable Note note, Viewer.Staff who) {
        return database.inTransaction(() -> {
            Optional<Revision> wanted = texts.revision(id);
            if (wanted.isEmpty()) {
                return Outcome.refused(Versions.missing("revision"));
            }
            return views.of(locking.hold(wanted.get().article(), expected)
                    .then(held -> restore(
                            held.article(),
                            texts.of(wanted.get()),
                            new Save(RevisionAction.WRITTEN, id, who, note, held.now()))));
        });
    }

    private Outcome<Long> restore(Article article, Manuscript earlier, Save save) {
        Optional<Revision> pending = texts.pending(article);
        Manuscript newest = pending.map(texts::of).orElseGet(() -> texts.standing(article));
        Refusals refusals = new Refusals();
        Manuscript next = placing.known(earlier, refusals).at(newest.slug());
        if (refusals.any()) {
            return refusals.refused();
        }
        if (next.equals(newest)) {
            return Outcome.done(article.id());
        }
        return article.awaitsApproval(save.at())
                ? texts.propose(article, pending, next, save)
                : texts.write(article, next, save);
    }
}
