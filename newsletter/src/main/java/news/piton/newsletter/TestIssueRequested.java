package news.piton.newsletter;

import news.piton.core.outbox.EventType;

/**
 * A member of staff wants to see an issue as mail.
 *
 * @param to the address that they named
 */
public record TestIssueRequested(long issueId, String to) {
    public static final EventType<TestIssueRequested> TYPE =
            new EventType<>("newsletter.test-issue-requested.v1", TestIssueRequested.class);
}
