/** Which plugins there are, and in what order. */
@NullMarked
package news.piton.core.host.discovery;

import org.jspecify.annotations.NullMarked;
