@NullMarked
package news.piton.articles.internal.search;

import org.jspecify.annotations.NullMarked;
