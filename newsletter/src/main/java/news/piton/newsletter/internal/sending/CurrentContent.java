package news.piton.newsletter.internal.sending;

import java.util.Optional;
import news.piton.newsletter.internal.issue.IssueContent;

/** What an issue says, read again once that has changed. Shared by the workers of one run. */
final class CurrentContent {
    private final ReadIssue read;
    private final long issueId;
    private int revision = -1;
    private Optional<IssueContent> content = Optional.empty();

    CurrentContent(ReadIssue read, long issueId) {
        this.read = read;
        this.issueId = issueId;
    }

    long issueId() {
        return issueId;
    }

    /** As of that revision of the issue or a later one; empty when nothing is left to tell. */
    synchronized Optional<IssueContent> at(int wanted) {
        if (wanted > revision) {
            content = read.content(issueId).filter(found -> !found.headlines().isEmpty());
            revision = wanted;
        }
        return content;
    }
}
