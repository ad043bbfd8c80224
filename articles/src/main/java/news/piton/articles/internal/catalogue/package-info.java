/** What articles are sorted by: sections, authors and sources, one use case each for what editors do with them. */
@NullMarked
package news.piton.articles.internal.catalogue;

import org.jspecify.annotations.NullMarked;
