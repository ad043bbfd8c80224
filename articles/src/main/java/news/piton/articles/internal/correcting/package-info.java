/** What the paper does about its mistakes: notices on published articles, and retractions, which take two. */
@NullMarked
package news.piton.articles.internal.correcting;

import org.jspecify.annotations.NullMarked;
