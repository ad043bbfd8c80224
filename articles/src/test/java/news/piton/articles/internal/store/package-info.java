@NullMarked
package news.piton.articles.internal.store;

import org.jspecify.annotations.NullMarked;
