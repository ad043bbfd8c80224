/** What a moderator does: approve, reject, call spam, close a discussion. Every decision is kept. */
@NullMarked
package news.piton.comments.internal.moderation;

import org.jspecify.annotations.NullMarked;
