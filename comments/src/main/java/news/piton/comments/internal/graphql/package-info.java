/** The fields that comments put into the schema. */
@NullMarked
package news.piton.comments.internal.graphql;

import org.jspecify.annotations.NullMarked;
