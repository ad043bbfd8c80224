package news.piton.articles.internal.revising;

import java.time.Instant;
import news.piton.articles.RevisionAction;
import news.piton.core.identity.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * A save: what is done, by whom and when.
 *
 * @param of the revision that is restored, approved or discarded
 * @param who null for an import
 */
public record Save(
        RevisionAction action,
        @Nullable Long of,
        Viewer.@Nullable Staff who,
        @Nullable Note note,
        Instant at) {

    public Save as(RevisionAction other) {
        return new Save(other, of, who, note, at);
    }
}
