/** Mailing an article to a friend. */
@NullMarked
package news.piton.sharing.internal.friend;

import org.jspecify.annotations.NullMarked;
