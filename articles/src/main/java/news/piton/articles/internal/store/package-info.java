/** All SQL of the articles. Rows become records here and only here. */
@NullMarked
package news.piton.articles.internal.store;

import org.jspecify.annotations.NullMarked;
