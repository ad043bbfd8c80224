/** What a new installation shows of this context. */
@NullMarked
package news.piton.newsletter.internal.sample;

import org.jspecify.annotations.NullMarked;
