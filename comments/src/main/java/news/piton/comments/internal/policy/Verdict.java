package news.piton.comments.internal.policy;

/** What a check makes of a finding. */
public enum Verdict {
    /** A moderator should look at this. */
    HOLD,
    /** A moderator will most likely reject this. */
    REJECT
}
