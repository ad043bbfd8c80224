package news.piton.newsletter;

import news.piton.core.outbox.EventType;

/** The last recipient of an issue has been dealt with; from now on readers can see it on the web. */
public record IssueSent(long issueId) {
    public static final EventType<IssueSent> TYPE = new EventType<>("newsletter.issue-sent.v1", IssueSent.class);
}
