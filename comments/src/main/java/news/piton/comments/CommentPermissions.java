package news.piton.comments;

import news.piton.core.identity.Permission;

/** What staff may be allowed to do with comments. */
public final class CommentPermissions {
    public static final Permission MODERATE_COMMENTS = new Permission(
            "MODERATE_COMMENTS",
            "See comments in every state with their authors' addresses; approve and reject them, close discussions.");

    private CommentPermissions() {}
}
