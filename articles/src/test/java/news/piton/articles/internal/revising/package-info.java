@NullMarked
package news.piton.articles.internal.revising;

import org.jspecify.annotations.NullMarked;
