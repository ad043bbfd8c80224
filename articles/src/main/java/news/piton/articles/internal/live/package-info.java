/** Live blogs: articles that take entries while something goes on. */
@NullMarked
package news.piton.articles.internal.live;

import org.jspecify.annotations.NullMarked;
