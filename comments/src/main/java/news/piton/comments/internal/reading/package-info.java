/** What readers and moderators get to see, and how. */
@NullMarked
package news.piton.comments.internal.reading;

import org.jspecify.annotations.NullMarked;
