/** How words are folded for search, and how the place where they were found is shown. */
@NullMarked
package news.piton.articles.internal.search;

import org.jspecify.annotations.NullMarked;
