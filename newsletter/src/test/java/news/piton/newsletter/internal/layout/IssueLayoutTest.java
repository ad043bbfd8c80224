package news.piton.newsletter.internal.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import news.piton.core.site.Site;
import news.piton.newsletter.IssueStatus;
import news.piton.newsletter.IssueView;
import news.piton.newsletter.NewsletterView;
import news.piton.newsletter.internal.issue.Headline;
import news.piton.newsletter.internal.issue.IssueContent;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class IssueLayoutTest {
    private static final String UNSUBSCRIBE = "https://herald.example/newsletter/unsubscribe?token=abc";
    private static final String WEB = "https://herald.example/newsletter/issues/xyz?key=k";
    private final Site site = new Site(
            "The Herald & Sons",
            URI.create("https://herald.example"),
            ZoneId.of("America/St_Lucia"),
            "news@herald.example");
    private final IssueLayout layout = new IssueLayout(site);

    @Test
    void shows_every_headline_with_its_section_summary_and_link_in_both_forms() {
        IssueContent content = content(
                new Headline(1, "News", "Ferry returns", "After nine days in dry dock.", "https://herald.example/a"),
                new Headline(2, "Sport", "Regatta won", "", "https://herald.example/b"));
        Document html = Jsoup.parse(layout.mailHtml(content, WEB, UNSUBSCRIBE));
        assertEquals(List.of("Ferry returns", "Regatta won"), html.select("h2").eachText());
        assertEquals("https://herald.example/b", html.select("h2 a").get(1).attr("href"));
        assertTrue(html.text().contains("After nine days in dry dock."));
        assertTrue(html.text().contains("Tuesday, 24 November 2026"));
        assertEquals(1, html.select("a[href='" + UNSUBSCRIBE + "']").size());
        assertEquals(1, html.select("a[href='" + WEB + "']").size());
        String text = layout.mailText(content, WEB, UNSUBSCRIBE);
        assertTrue(text.contains("SPORT\nRegatta won\nhttps://herald.example/b\n"), text);
        assertTrue(text.contains("Unsubscribe:\n" + UNSUBSCRIBE + "\n"), text);
    }

    @Test
    void lets_no_markup_of_an_article_into_the_page() {
        IssueContent content = content(new Headline(
                1,
                "<b>x</b>",
                "<script>alert(1)</script> Tom & Jerry's “day”",
                "</td></table><img src=x onerror=alert(1)>",
                "javascript:alert(1)"));
        for (String html :
                List.of(layout.mailHtml(content, WEB, UNSUBSCRIBE), layout.page(content), layout.fragment(content))) {
            Document parsed = Jsoup.parse(html);
            assertEquals(0, parsed.select("script, img, [onerror], b").size());
            assertEquals(
                    "<script>alert(1)</script> Tom & Jerry's “day”",
                    parsed.select("h2").text());
            assertFalse(html.contains("href=\"javascript:"), html);
        }
    }

    @Test
    void brings_nothing_that_a_mail_program_would_have_to_fetch() {
        Document html = Jsoup.parse(layout.mailHtml(content(headline("Ferry returns")), WEB, UNSUBSCRIBE));
        assertEquals(
                0,
                html.select("img, link, script, iframe, object, [background], [src]")
                        .size());
        assertFalse(html.html().contains("url("));
        assertFalse(html.html().contains("@import"));
    }

    @Test
    void keeps_lines_of_text_short_and_addresses_whole() {
        String url = "https://herald.example/2026/11/24/" + "a".repeat(120);
        String text = layout.text(content(new Headline(1, "News", "word ".repeat(60), "word ".repeat(90), url)));
        assertTrue(text.contains("\n" + url + "\n"));
        assertTrue(text.lines().filter(line -> !line.equals(url)).allMatch(line -> line.length() <= 76), text);
    }

    @Test
    void lets_right_to_left_text_run_its_own_way() {
        Document html = Jsoup.parse(layout.fragment(content(headline("عودة العبّارة"))));
        assertEquals("auto", html.selectFirst("h2").attr("dir"));
    }

    private static Headline headline(String text) {
        return new Headline(1, "News", text, "", "https://herald.example/a");
    }

    private static IssueContent content(Headline... headlines) {
        return new IssueContent(
                new NewsletterView(1, "daily-headlines", "Daily headlines", "The headlines."),
                new IssueView(
                        7,
                        1,
                        IssueStatus.DRAFT,
                        headlines[0].headline(),
                        URI.create("https://herald.example/newsletter/issues/xyz"),
                        Instant.parse("2026-11-25T02:00:00Z"),
                        null,
                        null),
                List.of(headlines));
    }
}
