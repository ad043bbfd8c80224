/** The tables of this context: rows become records here, and only here. */
@NullMarked
package news.piton.sharing.internal.store;

import org.jspecify.annotations.NullMarked;
