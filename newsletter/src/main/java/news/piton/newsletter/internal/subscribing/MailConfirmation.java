package news.piton.newsletter.internal.subscribing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import news.piton.core.mail.Mail;
import news.piton.core.mail.MailResult;
import news.piton.core.mail.Mailer;
import news.piton.core.outbox.EventHandler;
import news.piton.core.site.Site;
import news.piton.newsletter.SubscriptionRequested;
import news.piton.newsletter.internal.layout.NoticeLayout;
import news.piton.newsletter.internal.layout.NoticeLayout.Notice;
import news.piton.newsletter.internal.store.NewsletterStore;
import news.piton.newsletter.internal.store.SubscriptionStore;
import news.piton.newsletter.internal.store.SubscriptionStore.Known;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to an address that somebody entered: please confirm, or, when there is nothing left to confirm, that all is done.
 * Nothing in the mail comes from whoever entered it.
 */
public final class MailConfirmation implements EventHandler<SubscriptionRequested> {
    private static final Logger LOG = LoggerFactory.getLogger(MailConfirmation.class);
    private final SubscriptionStore subscriptions;
    private final NewsletterStore newsletters;
    private final SubscriptionLinks links;
    private final NoticeLayout layout;
    private final Mailer mailer;
    private final Site site;

    public MailConfirmation(
            SubscriptionStore subscriptions,
            NewsletterStore newsletters,
            SubscriptionLinks links,
            NoticeLayout layout,
            Mailer mailer,
            Site site) {
        this.subscriptions = subscriptions;
        this.newsletters = newsletters;
        this.links = links;
        this.layout = layout;
        this.mailer = mailer;
        this.site = site;
    }

    @Override
    public void handle(SubscriptionRequested event) {
        subscriptions.find(event.subscriberId()).ifPresent(this::write);
    }

    private void write(Known subscriber) {
        List<Long> waiting = subscriptions.waiting(subscriber.id());
        Notice notice = waiting.isEmpty() ? nothingToDo() : pleaseConfirm(subscriber, waiting);
        // RFC 3834, section 5: written by a program, so that no absence note answers it
        Map<String, String> headers = Map.of("Auto-Submitted", "auto-generated");
        Mail mail = new Mail(
                subscriber.email().text(), notice.subject(), layout.mailText(notice), layout.mailHtml(notice), headers);
        switch (mailer.send(mail)) {
            case MailResult.Accepted accepted -> {}
            case MailResult.Deferred deferred ->
                throw new IllegalStateException("the confirmation mail has to wait: " + deferred.reply());
            case MailResult.Rejected rejected -> LOG.info("A confirmation mail was refused: {}", rejected.reply());
            case MailResult.Uncertain uncertain ->
                LOG.warn("Nobody knows whether a confirmation mail arrived: {}", uncertain.reason());
        }
    }

    private Notice pleaseConfirm(Known subscriber, List<Long> waiting) {
        String titles = newsletters.byId(waiting).values().stream()
                .map(newsletter -> "“" + newsletter.title() + "”")
                .sorted()
                .collect(Collectors.joining(", "));
        return new Notice(
                "Please confirm your subscription",
                List.of(
                        "Somebody, probably you, asked to get " + titles + " of " + site.name() + " at this address.",
                        "If it was you, follow the link and press the button on the page that opens. It works for"
                                + " seven days."),
                "Confirm the subscription",
                links.confirm(subscriber.id(), waiting),
                "If it was not you, do nothing: without your confirmation we send nothing and forget the address.");
    }

    private Notice nothingToDo() {
        return new Notice(
                "You are subscribed already",
                List.of("Somebody, probably you, asked to get mail of " + site.name()
                        + " at this address. You are subscribed and there is nothing left to do."),
                "Go to " + site.name(),
                site.link("/"),
                "To leave, use the unsubscribe link at the foot of any issue.");
    }
}
