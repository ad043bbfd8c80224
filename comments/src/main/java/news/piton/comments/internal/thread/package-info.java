/** The discussion under an article: whether it is open, how deep it goes, and what is known of each comment in it. */
@NullMarked
package news.piton.comments.internal.thread;

import org.jspecify.annotations.NullMarked;
