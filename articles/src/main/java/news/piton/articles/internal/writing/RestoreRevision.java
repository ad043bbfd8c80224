package news.piton.articles.internal.writing;

import java.time.InstantSource;
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
import news.piton.core.fault.UserError;
import news.piton.core.identity.Viewer;
import org.jspecify.annotations.Nullable;

/** Makes an earlier text the newest one again, as a new revision. */
public final class RestoreRevision {
    private final Database database;
    private final InstantSource clock;
    private final Placing placing;
    private final Files files;
    private final Texts texts;
    private final Views views;

    public RestoreRevision(
            Database database, InstantSource clock, CatalogueStore catalogue, Files files, Texts texts, Views views) {
        this.database = database;
        this.clock = clock;
        this.placing = new Placing(catalogue);
        this.files = files;
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
            Optional<Article> found = wanted.flatMap(revision -> files.lock(revision.article()));
            if (wanted.isEmpty() || found.isEmpty()) {
                return Outcome.refused(Versions.missing("revision"));
            }
            Article article = found.get();
            Optional<UserError> conflict = Versions.conflict("article", expected, article.version());
            if (conflict.isPresent()) {
                return Outcome.refused(conflict.get());
            }
            Manuscript newest = texts.pending(article).map(texts::of).orElseGet(() -> texts.standing(article));
            Refusals refusals = new Refusals();
            Manuscript next = placing.known(texts.of(wanted.get()), refusals).at(newest.slug());
            if (refusals.any()) {
                return refusals.refused();
            }
            if (next.equals(newest)) {
                return views.of(article.id());
            }
            Save save = new Save(RevisionAction.WRITTEN, id, who, note, clock.instant());
            return views.of(
                    UpdateArticle.waitsForApproval(article, save.at())
                            ? texts.propose(article, next, save)
                            : texts.write(article, next, save));
        });
    }
}
