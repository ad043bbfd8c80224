/**
 * Newsletters: readers leave an address, confirm it, and get the day's headlines until they leave again.
 *
 * <p>A subscription counts only once the owner of the address has pressed the button behind the link that we mailed; until
 * then, and when the reader leaves, the address is nothing we keep. An issue is composed of what the articles context has
 * published since the last one, tried on a colleague, and sent. Sending is a ledger: the recipients are written down once,
 * each is mailed once at the most, and every row ends as sent, failed, suppressed or uncertain, whatever crashes on the way.
 * Readers see the issues that were sent, on the web as well.
 *
 * <p>Begin with {@code internal.sending.DeliverIssues} for the ledger and {@code internal.subscribing.Subscribe} for the rest.
 */
@NullMarked
@BoundedContext(name = "newsletter", uses = "articles")
package news.piton.newsletter;

import news.piton.core.plugin.BoundedContext;
import org.jspecify.annotations.NullMarked;
