package news.piton.articles.internal.writing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.piton.articles.internal.article.Refusals;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.revising.Manuscript;
import news.piton.articles.internal.revising.Revision;
import news.piton.articles.internal.store.RevisionReads;
import org.jspecify.annotations.Nullable;

/** Shows an editor whose edit was stale what colleagues have written meanwhile, beside what the edit would have made. */
public final class ShowConflict {
    private final RevisionReads revisions;
    private final UpdateArticle update;

    public ShowConflict(RevisionReads revisions, UpdateArticle update) {
        this.revisions = revisions;
        this.update = update;
    }

    /**
     * @param base the text that the editor has seen
     * @param stored the newest one
     * @param yours the text that the edit would have made of the base; null for what is no edit of a text
     */
    public record EditConflict(
            Revision base, Revision stored, @Nullable Manuscript yours) {}

    /** Of an edit of an article. Empty when there is no such article. */
    public Optional<EditConflict> of(long article, int expected, Changes changes) {
        return of(article, expected)
                .map(seen -> new EditConflict(
                        seen.base, seen.stored, update.next(text(seen.base), changes, new Refusals())));
    }

    /** Of an attempt to restore, approve or discard a revision. Empty when there is no such revision. */
    public Optional<EditConflict> ofRevision(long revision, int expected, boolean restoring) {
        return Optional.ofNullable(revisions.byIds(List.of(revision)).get(revision))
                .flatMap(wanted -> of(wanted.article(), expected)
                        .map(seen -> new EditConflict(seen.base, seen.stored, restoring ? text(wanted) : null)));
    }

    private Optional<EditConflict> of(long article, int expected) {
        var seen = new RevisionReads.At(article, expected);
        var newest = new RevisionReads.At(article, Integer.MAX_VALUE);
        Map<RevisionReads.At, Revision> found = revisions.asOf(List.of(seen, newest));
        Revision base = found.get(seen);
        Revision stored = found.get(newest);
        return base == null || stored == null ? Optional.empty() : Optional.of(new EditConflict(base, stored, null));
    }

    private Manuscript text(Revision revision) {
        return revision.manuscript(revisions.bodies(List.of(revision.body())).getOrDefault(revision.body(), Body.NONE));
    }
}
