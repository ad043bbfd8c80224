@NullMarked
package news.piton.core.outbox;

import org.jspecify.annotations.NullMarked;
