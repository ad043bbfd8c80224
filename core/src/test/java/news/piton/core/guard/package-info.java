@NullMarked
package news.piton.core.guard;

import org.jspecify.annotations.NullMarked;
