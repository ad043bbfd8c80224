@NullMarked
package news.piton.articles;

import org.jspecify.annotations.NullMarked;
