@NullMarked
package news.piton.articles.internal.checks;

import org.jspecify.annotations.NullMarked;
