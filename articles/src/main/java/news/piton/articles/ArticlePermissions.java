package news.piton.articles;

import news.piton.core.identity.Permission;

/** What staff may be allowed to do with articles. */
public final class ArticlePermissions {
    public static final Permission WRITE_ARTICLES = new Permission(
            "WRITE_ARTICLES", "See articles in every state; write and change those that are not published.");
    public static final Permission PUBLISH_ARTICLES = new Permission(
            "PUBLISH_ARTICLES",
            "Publish, schedule and unpublish articles, change published ones, look after sections, authors and"
                    + " sources.");

    private ArticlePermissions() {}
}
