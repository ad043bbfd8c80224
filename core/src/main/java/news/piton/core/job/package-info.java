/** Scheduled work that runs once, however many nodes there are. */
@NullMarked
package news.piton.core.job;

import org.jspecify.annotations.NullMarked;
