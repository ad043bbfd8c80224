/** Identity of things: numbers inside, opaque global ids outside, and random secrets. */
@NullMarked
package news.piton.core.id;

import org.jspecify.annotations.NullMarked;
