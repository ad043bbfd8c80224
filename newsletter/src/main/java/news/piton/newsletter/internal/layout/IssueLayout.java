package news.piton.newsletter.internal.layout;

import static news.piton.newsletter.internal.layout.Templates.NONE;
import static news.piton.newsletter.internal.layout.Templates.html;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import news.piton.core.site.Site;
import news.piton.newsletter.internal.issue.Headline;
import news.piton.newsletter.internal.issue.IssueContent;
import news.piton.newsletter.internal.pages.JteissueGenerated;
import news.piton.newsletter.internal.pages.JteissueMailGenerated;
import news.piton.newsletter.internal.pages.JteissuePageGenerated;

/** What an issue looks like: as a fragment, as plain text, as a mail, as a web page. */
public final class IssueLayout {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private final Site site;

    public IssueLayout(Site site) {
        this.site = site;
    }

    /** The headlines alone, as HTML that can be inserted into a page. */
    public String fragment(IssueContent content) {
        return html(out -> JteissueGenerated.render(
                out, NONE, site, content.newsletter().title(), date(content), content.headlines()));
    }

    /** The headlines alone, as plain text. */
    public String text(IssueContent content) {
        return plain(content).toString();
    }

    /**
     * The whole mail as HTML.
     *
     * @param webUrl where a recipient can read the issue in a browser
     */
    public String mailHtml(IssueContent content, String webUrl, String unsubscribeUrl) {
        String title = content.newsletter().title();
        String subject = content.issue().subject();
        return html(out -> JteissueMailGenerated.render(
                out,
                NONE,
                site,
                title,
                subject,
                opening(content),
                date(content),
                content.headlines(),
                webUrl,
                unsubscribeUrl));
    }

    public String mailText(IssueContent content, String webUrl, String unsubscribeUrl) {
        String title = content.newsletter().title();
        return plain(content)
                .line("--")
                .paragraph("You get this mail because you subscribed to " + title + " of " + site.name()
                        + " and confirmed it.")
                .line("Read it on the web:")
                .paragraph(webUrl)
                .line("Unsubscribe:")
                .paragraph(unsubscribeUrl)
                .toString();
    }

    public String page(IssueContent content) {
        return html(out -> JteissuePageGenerated.render(
                out,
                NONE,
                site,
                content.newsletter().title(),
                content.issue().subject(),
                date(content),
                content.headlines()));
    }

    private PlainText plain(IssueContent content) {
        PlainText text =
                new PlainText().line(content.newsletter().title()).paragraph(site.name() + ", " + date(content));
        for (Headline headline : content.headlines()) {
            text.line(headline.section().toUpperCase(Locale.ENGLISH)).line(headline.headline());
            if (!headline.summary().isEmpty()) {
                text.line(headline.summary());
            }
            text.paragraph(headline.url());
        }
        return text;
    }

    /** What mail programs show beside the subject. */
    private static String opening(IssueContent content) {
        return content.headlines().stream()
                .skip(1)
                .findFirst()
                .map(Headline::headline)
                .orElse("");
    }

    private String date(IssueContent content) {
        return DATE.format(content.issue().composedAt().atZone(site.zone()));
    }
}
