package news.piton.newsletter.internal.issue;

import java.util.List;
import news.piton.newsletter.IssueView;
import news.piton.newsletter.NewsletterView;

/** Everything that an issue says, apart from whom it is sent to. */
public record IssueContent(NewsletterView newsletter, IssueView issue, List<Headline> headlines) {
    public IssueContent {
        headlines = List.copyOf(headlines);
    }
}
