package news.piton.comments.internal.thread;

import news.piton.core.identity.Viewer;
import news.piton.core.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who writes a comment.
 *
 * @param email for moderators only; null when none was left
 * @param viewer as whom they came in; staff cannot be claimed, only be
 */
public record Author(AuthorName name, @Nullable EmailAddress email, Viewer viewer) {

    public @Nullable Long staffId() {
        return viewer instanceof Viewer.Staff staff ? staff.id() : null;
    }
}
