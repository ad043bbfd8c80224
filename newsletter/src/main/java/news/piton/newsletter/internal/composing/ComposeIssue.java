package news.piton.newsletter.internal.composing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.piton.articles.Articles;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.id.Ids;
import news.piton.core.site.Site;
import news.piton.newsletter.IssueStatus;
import news.piton.newsletter.IssueView;
import news.piton.newsletter.NewsletterView;
import news.piton.newsletter.internal.issue.Headline;
import news.piton.newsletter.internal.issue.Subject;
import news.piton.newsletter.internal.store.HeadlineStore;
import news.piton.newsletter.internal.store.IssueStore;
import news.piton.newsletter.internal.store.IssueStore.Span;
import news.piton.newsletter.internal.store.NewsletterStore;

/** Makes a draft of the headlines that no issue has brought yet. Drafts may be made as often as one likes; one is sent. */
public final class ComposeIssue {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH);
    private final Database database;
    private final InstantSource clock;
    private final Ids ids;
    private final ZoneId zone;
    private final NewsletterStore newsletters;
    private final IssueStore issues;
    private final HeadlineStore headlines;
    private final FreshHeadlines fresh;

    public ComposeIssue(
            Database database,
            InstantSource clock,
            Ids ids,
            Site site,
            Articles articles,
            NewsletterStore newsletters,
            IssueStore issues,
            HeadlineStore headlines) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.zone = site.zone();
        this.newsletters = newsletters;
        this.issues = issues;
        this.headlines = headlines;
        this.fresh = new FreshHeadlines(articles, issues, headlines);
    }

    /** Composes a draft for the newsletter of this slug or global id. */
    public Outcome<IssueView> compose(String name) {
        return database.inTransaction(() -> {
            Optional<NewsletterView> newsletter = newsletters.named(name);
            if (newsletter.isEmpty()) {
                return Outcome.refused(UserError.at(
                        "newsletter",
                        "UNKNOWN_NEWSLETTER",
                        "There is no newsletter of that name; `newsletters` lists them."));
            }
            long id = newsletter.get().id();
            newsletters.lock(id); // what an issue tells that is being sent just now is not news any more
            Instant now = clock.instant();
            Span span = fresh.span(id, now);
            List<Headline> news = fresh.in(id, span);
            if (news.isEmpty()) {
                String since = WHEN.format(span.from().atZone(zone));
                return Outcome.refused(UserError.at(
                        "newsletter",
                        "NOTHING_NEW",
                        "Nothing has been published since " + since + " that no issue has told yet."));
            }
            IssueView draft = issues.add(
                    ids.next(), id, IssueStatus.DRAFT, Subject.of(news).text(), span, now);
            headlines.add(draft.id(), news);
            return Outcome.done(draft);
        });
    }

    /** Leaves a mark for staff that the daily run found nothing to tell. */
    public void skip(NewsletterView newsletter) {
        Instant now = clock.instant();
        issues.add(
                ids.next(), newsletter.id(), IssueStatus.SKIPPED, "Nothing new", fresh.span(newsletter.id(), now), now);
    }
}
