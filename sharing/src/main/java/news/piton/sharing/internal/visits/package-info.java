/** How often the links are opened. */
@NullMarked
package news.piton.sharing.internal.visits;

import org.jspecify.annotations.NullMarked;
