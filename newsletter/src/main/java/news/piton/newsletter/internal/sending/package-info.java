/** The delivery of issues: each recipient once at the most, whatever breaks on the way. */
@NullMarked
package news.piton.newsletter.internal.sending;

import org.jspecify.annotations.NullMarked;
