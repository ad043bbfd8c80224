/** What an issue says. */
@NullMarked
package news.piton.newsletter.internal.issue;

import org.jspecify.annotations.NullMarked;
