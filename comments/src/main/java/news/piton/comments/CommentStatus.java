package news.piton.comments;

/** Where a comment stands. */
public enum CommentStatus {
    /** Waits for a moderator. */
    PENDING,
    /** A moderator let it through. */
    APPROVED,
    /** A moderator turned it down and named the rule. */
    REJECTED,
    /** A moderator called it spam. */
    SPAM,
    /** Its author took it back. */
    WITHDRAWN;

    /** Moderators may change their minds; nothing waits a second time, and an author's last word is the last word. */
    public boolean mayBecome(CommentStatus next) {
        return this != WITHDRAWN && next != PENDING && next != this;
    }
}
