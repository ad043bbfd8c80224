/** The plain routes of this context: the redirect, and the page on which a friend says never again. */
@NullMarked
package news.piton.sharing.internal.web;

import org.jspecify.annotations.NullMarked;
