package news.piton.articles.internal.store;

import java.time.Instant;

/**
 * A retraction that waits for a second member of staff.
 *
 * @param staff the account that proposed it
 * @param proposedBy its name at that time
 */
public record PendingRetraction(long articleId, String text, long staff, String proposedBy, Instant proposedAt) {}
