package news.piton.articles.internal.writing;

import java.util.Optional;
import java.util.function.BiFunction;
import news.piton.articles.ArticleView;
import news.piton.articles.RevisionAction;
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

/** An editor's word on a revision that waits. */
public final class DecideOnRevision {
    private final Database database;
    private final Locking locking;
    private final Placing placing;
    private final Texts texts;
    private final Approval approval;
    private final Views views;

    public DecideOnRevision(
            Database database, Locking locking, CatalogueStore catalogue, Texts texts, Approval approval, Views views) {
        this.database = database;
        this.locking = locking;
        this.placing = new Placing(catalogue);
        this.texts = texts;
        this.approval = approval;
        this.views = views;
    }

    /** It becomes the article's text. Refused with NOT_PENDING, SLUG_TAKEN when its slug is another's meanwhile, and as {@link Approval} says. */
    public Outcome<ArticleView> approve(long id, @Nullable Integer expected, @Nullable Note note, Viewer.Staff who) {
        return decide(id, expected, (held, pending) -> {
            Refusals refusals = new Refusals();
            Manuscript next = placing.known(texts.of(pending), refusals);
            return refusals.any()
                    ? refusals.refused()
                    : approval.write(
                            held.article(), next, new Save(RevisionAction.APPROVED, id, who, note, held.now()));
        });
    }

    /** The article's text stays; what was proposed stays among its revisions. Refused with NOT_PENDING. */
    public Outcome<ArticleView> discard(long id, @Nullable Integer expected, Note reason, Viewer.Staff who) {
        return decide(
                id,
                expected,
                (held, pending) ->
                        texts.discard(held.article(), new Save(RevisionAction.DISCARDED, id, who, reason, held.now())));
    }

    private Outcome<ArticleView> decide(
            long id, @Nullable Integer expected, BiFunction<Locking.Held, Revision, Outcome<Long>> decision) {
        return database.inTransaction(() -> {
            Optional<Revision> wanted = texts.revision(id);
            if (wanted.isEmpty()) {
                return Outcome.refused(Versions.missing("revision"));
            }
            return views.of(locking.hold(wanted.get().article(), expected).then(held -> {
                Optional<Revision> pending = texts.pending(held.article());
                return pending.isEmpty() || pending.get().id() != id
                        ? Outcome.refused(notPending(pending))
                        : decision.apply(held, pending.get());
            }));
        });
    }

    private static UserError notPending(Optional<Revision> pending) {
        return UserError.at(
                "id",
                "NOT_PENDING",
                pending.map(waiting -> "This revision does not wait for approval; revision " + waiting.number()
                                + " of the article does.")
                        .orElse("This revision does not wait for approval, and no other of the article does."));
    }
}
