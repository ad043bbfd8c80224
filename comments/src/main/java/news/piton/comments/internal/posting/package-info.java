/** What a reader does: post a comment, have a text checked before, look what became of it, take it back. */
@NullMarked
package news.piton.comments.internal.posting;

import org.jspecify.annotations.NullMarked;
