@NullMarked
package news.piton.core.identity;

import org.jspecify.annotations.NullMarked;
