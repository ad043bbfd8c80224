package news.piton.newsletter;

/**
 * Something that readers can subscribe to.
 *
 * @param slug its name in addresses
 * @param title its name for readers
 */
public record NewsletterView(long id, String slug, String title, String description) {}
