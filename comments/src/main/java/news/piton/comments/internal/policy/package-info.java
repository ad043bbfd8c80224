/** The six rules for comments, and the automatic checks that look for what may break them. */
@NullMarked
package news.piton.comments.internal.policy;

import org.jspecify.annotations.NullMarked;
