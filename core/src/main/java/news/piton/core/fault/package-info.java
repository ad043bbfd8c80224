/**
 * Everything that can go wrong, in two kinds: what the caller could expect and mend ({@link UserError} inside an {@link
 * Outcome}), and what ends the operation ({@link Fault}).
 */
@NullMarked
package news.piton.core.fault;

import org.jspecify.annotations.NullMarked;
