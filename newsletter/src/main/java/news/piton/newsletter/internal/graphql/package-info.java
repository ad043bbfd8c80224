/** The fields of this context. */
@NullMarked
package news.piton.newsletter.internal.graphql;

import org.jspecify.annotations.NullMarked;
