@NullMarked
package news.piton.core.token;

import org.jspecify.annotations.NullMarked;
