/** Events that are never lost: stored with the change that caused them, delivered to every subscriber at least once, and applied once. */
@NullMarked
package news.piton.core.outbox;

import org.jspecify.annotations.NullMarked;
