package news.piton.newsletter;

import news.piton.core.identity.Permission;

/** What staff may be allowed to do with newsletters. */
public final class NewsletterPermissions {
    public static final Permission MANAGE_NEWSLETTERS = new Permission(
            "MANAGE_NEWSLETTERS", "Compose, test and send issues of newsletters; see and export their subscribers.");

    private NewsletterPermissions() {}
}
