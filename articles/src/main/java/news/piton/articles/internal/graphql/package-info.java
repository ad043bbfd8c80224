/** The articles' fields, mutations and loaders. */
@NullMarked
package news.piton.articles.internal.graphql;

import org.jspecify.annotations.NullMarked;
