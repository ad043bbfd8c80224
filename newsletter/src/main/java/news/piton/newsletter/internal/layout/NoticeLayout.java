package news.piton.newsletter.internal.layout;

import static news.piton.newsletter.internal.layout.Templates.NONE;
import static news.piton.newsletter.internal.layout.Templates.html;

import java.util.List;
import news.piton.core.site.Site;
import news.piton.newsletter.internal.pages.JtenoticeGenerated;
import news.piton.newsletter.internal.pages.JtenoticeMailGenerated;

/** What a short message to one person looks like: as a mail with one button, and as a web page. */
public final class NoticeLayout {
    private final Site site;

    public NoticeLayout(Site site) {
        this.site = site;
    }

    /**
     * A message with one thing to do.
     *
     * @param button what it is called
     * @param url where it leads
     * @param closing the small print
     */
    public record Notice(String subject, List<String> paragraphs, String button, String url, String closing) {}

    public String mailHtml(Notice notice) {
        return html(out -> JtenoticeMailGenerated.render(
                out,
                NONE,
                site,
                notice.subject(),
                notice.paragraphs(),
                notice.button(),
                notice.url(),
                notice.closing()));
    }

    public String mailText(Notice notice) {
        PlainText text = new PlainText();
        notice.paragraphs().forEach(text::paragraph);
        return text.line(notice.button() + ":")
                .paragraph(notice.url())
                .paragraph(notice.closing())
                .line("--")
                .line(site.name())
                .line(site.url().toString())
                .toString();
    }

    /** A page that only tells. */
    public String page(String title, String... paragraphs) {
        return form(title, List.of(paragraphs), "", "", "", "");
    }

    /** A page with one button that sends one hidden field by POST. */
    public String form(
            String title, List<String> paragraphs, String action, String button, String field, String value) {
        return html(out -> JtenoticeGenerated.render(out, NONE, site, title, paragraphs, action, button, field, value));
    }
}
