/** From an address that somebody typed to a confirmed subscription, and out again. */
@NullMarked
package news.piton.newsletter.internal.subscribing;

import org.jspecify.annotations.NullMarked;
