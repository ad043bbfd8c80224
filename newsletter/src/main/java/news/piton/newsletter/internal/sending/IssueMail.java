package news.piton.newsletter.internal.sending;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import news.piton.core.id.GlobalId;
import news.piton.core.mail.Mail;
import news.piton.core.site.Site;
import news.piton.core.token.Tokens;
import news.piton.newsletter.NewsletterView;
import news.piton.newsletter.internal.issue.IssueContent;
import news.piton.newsletter.internal.layout.IssueLayout;
import news.piton.newsletter.internal.subscribing.SubscriptionLinks;

/**
 * The mail that brings an issue to one subscriber, with the headers by which mail programs know a list and offer to leave
 * it: List-Id (RFC 2919), List-Unsubscribe (RFC 2369) and List-Unsubscribe-Post (RFC 8058).
 */
public final class IssueMail {
    private static final String READ = "newsletter.read";
    /** Nobody's: a test shows a link to leave that works and ends nothing. */
    private static final long NOBODY = 0;

    private final IssueLayout layout;
    private final SubscriptionLinks links;
    private final Tokens tokens;
    private final Site site;

    public IssueMail(IssueLayout layout, SubscriptionLinks links, Tokens tokens, Site site) {
        this.layout = layout;
        this.links = links;
        this.tokens = tokens;
        this.site = site;
    }

    Mail to(long subscriberId, String email, IssueContent content) {
        return mail(subscriberId, email, content.issue().subject(), content);
    }

    Mail test(String email, IssueContent content) {
        return mail(NOBODY, email, "[Test] " + content.issue().subject(), content);
    }

    /** Whether a key from the mail opens the issue's page, which others see only once it is sent. */
    public boolean opens(String key, long issueId) {
        Optional<String> opened = tokens.open(READ, key);
        return opened.isPresent() && opened.get().equals(GlobalId.encode("Issue", issueId));
    }

    private Mail mail(long subscriberId, String email, String subject, IssueContent content) {
        NewsletterView newsletter = content.newsletter();
        String unsubscribe = links.unsubscribe(subscriberId, newsletter.id());
        String web = content.issue().url() + "?key="
                + tokens.sign(READ, GlobalId.encode("Issue", content.issue().id()));
        return new Mail(
                email,
                subject,
                layout.mailText(content, web, unsubscribe),
                layout.mailHtml(content, web, unsubscribe),
                Map.of(
                        "List-Id", "<" + newsletter.slug() + "." + listHost(site.url()) + ">",
                        "List-Unsubscribe", "<" + unsubscribe + ">",
                        "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }

    /** RFC 2919, section 3: a list without a domain of its own is under localhost. */
    private static String listHost(URI url) {
        String host = Optional.ofNullable(url.getHost()).orElse("localhost");
        return host.matches("(?i)[a-z0-9.-]*[a-z][a-z0-9-]*") ? host : "localhost";
    }
}
