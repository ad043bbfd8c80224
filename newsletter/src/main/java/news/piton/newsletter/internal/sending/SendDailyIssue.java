package news.piton.newsletter.internal.sending;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import news.piton.core.database.Database;
import news.piton.core.fault.Outcome;
import news.piton.core.fault.UserError;
import news.piton.core.id.GlobalId;
import news.piton.core.job.Job;
import news.piton.core.site.Site;
import news.piton.newsletter.IssueView;
import news.piton.newsletter.NewsletterView;
import news.piton.newsletter.internal.composing.ComposeIssue;
import news.piton.newsletter.internal.store.IssueStore;
import news.piton.newsletter.internal.store.NewsletterStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Composes the day's issue of `daily-headlines` and begins to send it, unless one began today already, by hand or by an
 * earlier run, and was not cancelled. Without news the day gets a skipped issue, so that staff see why no mail went out.
 */
public final class SendDailyIssue implements Job.Work {
    private static final Logger LOG = LoggerFactory.getLogger(SendDailyIssue.class);
    private static final String NEWSLETTER = "daily-headlines";
    private final Database database;
    private final InstantSource clock;
    private final Site site;
    private final NewsletterStore newsletters;
    private final IssueStore issues;
    private final ComposeIssue composeIssue;
    private final SendIssue sendIssue;

    public SendDailyIssue(
            Database database,
            InstantSource clock,
            Site site,
            NewsletterStore newsletters,
            IssueStore issues,
            ComposeIssue composeIssue,
            SendIssue sendIssue) {
        this.database = database;
        this.clock = clock;
        this.site = site;
        this.newsletters = newsletters;
        this.issues = issues;
        this.composeIssue = composeIssue;
        this.sendIssue = sendIssue;
    }

    @Override
    public void run(Job.Stop stop) {
        newsletters.bySlug(NEWSLETTER).ifPresent(newsletter -> database.inTransaction(() -> send(newsletter)));
    }

    private void send(NewsletterView newsletter) {
        newsletters.lock(newsletter.id());
        Instant midnight = clock.instant()
                .atZone(site.zone())
                .toLocalDate()
                .atStartOfDay(site.zone())
                .toInstant();
        if (issues.begunSince(newsletter.id(), midnight)) {
            LOG.info("Today's issue of {} is out already.", newsletter.slug());
            return;
        }
        switch (composeIssue.compose(newsletter.slug())) {
            case Outcome.Refused<IssueView>(List<UserError> errors) -> {
                if (!errors.getFirst().code().equals("NOTHING_NEW")) {
                    throw refused(newsletter, errors);
                }
                composeIssue.skip(newsletter);
            }
            case Outcome.Done<IssueView>(IssueView draft) -> begin(newsletter, draft);
        }
    }

    private void begin(NewsletterView newsletter, IssueView draft) {
        if (sendIssue.send(GlobalId.encode("Issue", draft.id()))
                instanceof Outcome.Refused<IssueView>(List<UserError> errors)) {
            throw refused(newsletter, errors);
        }
        LOG.info("Today's issue of {} is being sent.", newsletter.slug());
    }

    /** The job has failed then, leaves nothing behind and is run again. */
    private static IllegalStateException refused(NewsletterView newsletter, List<UserError> errors) {
        return new IllegalStateException("Today's issue of " + newsletter.slug() + " was refused: "
                + errors.getFirst().message());
    }
}
