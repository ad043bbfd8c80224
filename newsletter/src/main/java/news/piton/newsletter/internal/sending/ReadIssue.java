package news.piton.newsletter.internal.sending;

import java.util.Optional;
import news.piton.newsletter.IssueStatus;
import news.piton.newsletter.internal.issue.IssueContent;
import news.piton.newsletter.internal.store.HeadlineStore;
import news.piton.newsletter.internal.store.IssueStore;
import news.piton.newsletter.internal.store.NewsletterStore;

/** An issue with all that it says at this moment. */
public final class ReadIssue {
    private final NewsletterStore newsletters;
    private final IssueStore issues;
    private final HeadlineStore headlines;
    private final IssueMail mails;

    public ReadIssue(NewsletterStore newsletters, IssueStore issues, HeadlineStore headlines, IssueMail mails) {
        this.newsletters = newsletters;
        this.issues = issues;
        this.headlines = headlines;
        this.mails = mails;
    }

    /** What a reader gets: an issue that was sent, or any to whoever has the key from its mail. */
    public Optional<IssueContent> forReader(long issueId, String key) {
        return content(issueId)
                .filter(content -> content.issue().status() == IssueStatus.SENT || mails.opens(key, issueId));
    }

    Optional<IssueContent> content(long issueId) {
        return issues.find(issueId)
                .map(issue -> new IssueContent(newsletters.get(issue.newsletterId()), issue, headlines.of(issueId)));
    }
}
