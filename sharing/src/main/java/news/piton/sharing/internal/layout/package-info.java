/** What our mail and our one page look like. */
@NullMarked
package news.piton.sharing.internal.layout;

import org.jspecify.annotations.NullMarked;
