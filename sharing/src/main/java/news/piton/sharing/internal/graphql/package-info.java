/** The fields of this context. */
@NullMarked
package news.piton.sharing.internal.graphql;

import org.jspecify.annotations.NullMarked;
