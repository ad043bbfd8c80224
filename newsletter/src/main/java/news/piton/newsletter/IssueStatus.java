package news.piton.newsletter;

/** Where an issue stands. The names are part of the public API, which tells what they mean. */
public enum IssueStatus {
    DRAFT,
    SENDING,
    PAUSED,
    SENT,
    SKIPPED,
    CANCELLED;

    /** Whether this may be followed by that. */
    public boolean leadsTo(IssueStatus next) {
        return switch (this) {
            case DRAFT -> next == SENDING || next == CANCELLED;
            case SENDING -> next == PAUSED || next == SENT || next == CANCELLED;
            case PAUSED -> next == SENDING || next == CANCELLED;
            case SENT, SKIPPED, CANCELLED -> false;
        };
    }
}
