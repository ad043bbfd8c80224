/** Scheduled work that runs once, however many nodes there are; and counts that each node writes down for itself. */
@NullMarked
package news.piton.core.job;

import org.jspecify.annotations.NullMarked;
