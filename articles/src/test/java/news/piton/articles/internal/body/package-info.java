@NullMarked
package news.piton.articles.internal.body;

import org.jspecify.annotations.NullMarked;
