package news.piton.newsletter.internal.sample;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import news.piton.core.fault.Outcome;
import news.piton.core.id.Ids;
import news.piton.core.mail.EmailAddress;
import news.piton.newsletter.IssueView;
import news.piton.newsletter.NewsletterView;
import news.piton.newsletter.internal.composing.ComposeIssue;
import news.piton.newsletter.internal.store.NewsletterStore;
import news.piton.newsletter.internal.store.SubscriptionStore;
import news.piton.newsletter.internal.store.SubscriptionStore.Known;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A few readers of the island paper, and an issue for an editor to look at. Their addresses exist nowhere (RFC 2606). */
public final class Sample implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Sample.class);
    private static final List<String> READERS = List.of(
            "adelaide.fontenelle@example.org",
            "bosun.tulloch@example.org",
            "clementine@example.org",
            "harbourmaster@example.org",
            "petite.anse.school@example.org");
    private final InstantSource clock;
    private final Ids ids;
    private final NewsletterStore newsletters;
    private final SubscriptionStore subscriptions;
    private final ComposeIssue composeIssue;

    public Sample(
            InstantSource clock,
            Ids ids,
            NewsletterStore newsletters,
            SubscriptionStore subscriptions,
            ComposeIssue composeIssue) {
        this.clock = clock;
        this.ids = ids;
        this.newsletters = newsletters;
        this.subscriptions = subscriptions;
        this.composeIssue = composeIssue;
    }

    @Override
    public void run() {
        for (NewsletterView newsletter : newsletters.all()) {
            List<Long> wanted = List.of(newsletter.id());
            Instant now = clock.instant();
            for (String reader : READERS) {
                Known known = subscriptions.know(new EmailAddress(reader), ids.next(), now);
                subscriptions.request(known.id(), wanted, now);
                subscriptions.confirm(known.id(), wanted, now);
            }
            Outcome<IssueView> draft = composeIssue.compose(newsletter.slug());
            LOG.debug("Sample issue of {}: {}", newsletter.slug(), draft);
        }
    }
}
