/** What readers of the made-up sample paper have to say. */
@NullMarked
package news.piton.comments.internal.sample;

import org.jspecify.annotations.NullMarked;
