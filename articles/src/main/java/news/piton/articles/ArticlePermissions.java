package news.piton.articles;

import news.piton.core.identity.Permission;

/** What staff may be allowed to do with articles. */
public final class ArticlePermissions {
    public static final Permission WRITE_ARTICLES = new Permission(
            "WRITE_ARTICLES",
            "See articles in every state and their revisions; write and change them, with an editor's approval where"
                    + " they are published.");
    public static final Permission PUBLISH_ARTICLES = new Permission(
            "PUBLISH_ARTICLES",
            "Publish, schedule and unpublish articles, approve changes to published ones, look after sections, authors"
                    + " and sources.");

    private ArticlePermissions() {}
}
