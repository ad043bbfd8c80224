package news.piton.comments.internal.thread;

import java.util.List;
import news.piton.comments.CommentView;
import news.piton.comments.internal.policy.PolicyFinding;
import news.piton.core.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A comment on its way into the discussion, with what readers never see of it.
 *
 * @param email for moderators only
 * @param staffId the member of staff who wrote it; null for guests
 * @param digest the same for texts that say the same
 */
public record NewComment(
        CommentView view,
        int depth,
        @Nullable EmailAddress email,
        @Nullable Long staffId,
        String digest,
        List<PolicyFinding> findings) {}
