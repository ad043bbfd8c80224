package news.piton.comments.internal.posting;

import news.piton.comments.CommentView;
import org.jspecify.annotations.Nullable;

/**
 * What its author did to a comment.
 *
 * @param comment as it is now; null while its article is not public, as with the receipt
 */
public record ChangedComment(@Nullable CommentView comment) {}
