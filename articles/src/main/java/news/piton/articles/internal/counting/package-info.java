/** How often articles are read, and which are read most; nothing about who reads them. */
@NullMarked
package news.piton.articles.internal.counting;

import org.jspecify.annotations.NullMarked;
