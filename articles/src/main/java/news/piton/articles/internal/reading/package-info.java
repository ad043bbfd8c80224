/** What other modules are told of the articles. */
@NullMarked
package news.piton.articles.internal.reading;

import org.jspecify.annotations.NullMarked;
