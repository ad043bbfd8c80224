/** Who did what: one row for each thing that a staff account did. */
@NullMarked
package news.piton.core.audit;

import org.jspecify.annotations.NullMarked;
