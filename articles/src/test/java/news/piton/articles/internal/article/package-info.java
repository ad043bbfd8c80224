@NullMarked
package news.piton.articles.internal.article;

import org.jspecify.annotations.NullMarked;
