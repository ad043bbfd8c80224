/** The few pages of this context: confirm, unsubscribe, an issue on the web, the export of subscribers. */
@NullMarked
package news.piton.newsletter.internal.web;

import org.jspecify.annotations.NullMarked;
