package news.piton.newsletter.internal.sending;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import news.piton.articles.ArticleView;
import news.piton.articles.Articles;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.newsletter.IssueStatus;
import news.piton.newsletter.IssueView;
import news.piton.newsletter.internal.issue.Headline;
import news.piton.newsletter.internal.issue.Subject;
import news.piton.newsletter.internal.store.DeliveryStore;
import news.piton.newsletter.internal.store.HeadlineStore;
import news.piton.newsletter.internal.store.IssueStore;
import news.piton.newsletter.internal.store.NewsletterStore;

/**
 * Begins to send a draft: its recipients are written down now, and nobody is added later. The newsletter's lock is held, so
 * that no two drafts with the same article both begin.
 */
public final class SendIssue {
    private final Database database;
    private final InstantSource clock;
    private final Articles articles;
    private final NewsletterStore newsletters;
    private final IssueStore issues;
    private final HeadlineStore headlines;
    private final DeliveryStore deliveries;

    public SendIssue(
            Database database,
            InstantSource clock,
            Articles articles,
            NewsletterStore newsletters,
            IssueStore issues,
            HeadlineStore headlines,
            DeliveryStore deliveries) {
        this.database = database;
        this.clock = clock;
        this.articles = articles;
        this.newsletters = newsletters;
        this.issues = issues;
        this.headlines = headlines;
        this.deliveries = deliveries;
    }

    /** Begins to send the draft with this global id. */
    public Outcome<IssueView> send(String id) {
        return database.inTransaction(() -> switch (FindIssue.locked(issues, id)) {
            case Outcome.Refused<IssueView> refused -> refused;
            case Outcome.Done<IssueView>(IssueView draft) -> begin(draft);
        });
    }

    private Outcome<IssueView> begin(IssueView issue) {
        if (issue.status() != IssueStatus.DRAFT) {
            return FindIssue.wrongStatus(issue, "Only a draft can be sent.");
        }
        newsletters.lock(issue.newsletterId());
        Set<Long> held =
                headlines.of(issue.id()).stream().map(Headline::articleId).collect(Collectors.toSet());
        if (!headlines.told(issue.newsletterId(), held).isEmpty()) {
            return Outcome.refused(UserError.at(
                    "id", "OUTDATED", "Another issue went out with articles of this one. Compose a new one."));
        }
        Set<Long> published = articles.published(held).values().stream()
                .filter(ArticleView::tellable)
                .map(ArticleView::id)
                .collect(Collectors.toSet());
        if (published.isEmpty()) {
            return Outcome.refused(UserError.at(
                    "id",
                    "NOTHING_NEW",
                    "None of this issue's articles is published news any more. Compose a new one."));
        }
        headlines.keepOnly(issue.id(), published);
        if (published.size() < held.size()) {
            issues.entitle(issue.id(), Subject.of(headlines.of(issue.id())));
        }
        Instant now = clock.instant();
        headlines.tell(issue.newsletterId(), issue.id());
        deliveries.begin(issue.id(), issue.newsletterId(), now);
        issues.begin(issue.id(), now);
        return FindIssue.again(issues, issue.id());
    }
}
