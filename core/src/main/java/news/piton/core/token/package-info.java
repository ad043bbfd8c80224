/** Tokens that carry their own proof: signed, bound to one purpose, not stored. */
@NullMarked
package news.piton.core.token;

import org.jspecify.annotations.NullMarked;
