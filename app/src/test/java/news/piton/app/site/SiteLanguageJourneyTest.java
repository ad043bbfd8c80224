package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.core.mail.Mail;
import news.piton.core.testing.TestHost;
import news.piton.newsletter.NewsletterFixture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A paper that is not written in English says so wherever it is read, and not of the sentences that are ours. */
class SiteLanguageJourneyTest {
    private static final TestHost host =
            Visitor.allModules().setting("site.language", "pt-br").boot();

    @AutoClose
    private static final Visitor visitor = Visitor.of(host);

    private static final String article = ArticlesFixture.publish(host, "A ponte abre hoje");

    private static void assertTold(Document document) {
        assertEquals("pt-BR", document.select("html").attr("lang"));
    }

    /** Of a text of ours, in which what that selects is the paper's own. */
    private static void assertEnglish(Document document, String papers) {
        assertEquals("en", document.select("html").attr("lang"));
        assertFalse(document.select(papers).isEmpty(), document::html);
        document.select(papers).forEach(each -> assertEquals("pt-BR", language(each), each::outerHtml));
    }

    private static String language(Element element) {
        return element.closest("[lang]").attr("lang");
    }

    private static Mail lastMail() {
        host.deliverEvents();
        return host.mails().getLast();
    }

    @Test
    void is_told_on_pages_and_in_feeds_and_news_sitemaps() {
        Document page = visitor.page(visitor.path(article));
        String rss = visitor.get("/feed").body();
        String atom = visitor.get("/feed/atom").body();
        String json = visitor.get("/feed/json").body();
        String sitemap = visitor.get("/sitemaps/news.xml").body();
        assertAll(
                () -> assertTold(page),
                () -> assertTrue(page.select("script[type=application/ld+json]")
                        .first()
                        .data()
                        .contains("\"inLanguage\":\"pt-BR\"")),
                () -> assertTrue(rss.contains("<language>pt-BR</language>"), rss),
                () -> assertTrue(atom.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"pt-BR\""), atom),
                () -> assertTrue(json.contains("\"language\":\"pt-BR\""), json),
                () -> assertTrue(sitemap.contains("<news:language>pt</news:language>"), sitemap));
    }

    @Test
    void is_told_in_the_mails_of_a_newsletter_and_on_the_pages_behind_their_links() {
        NewsletterFixture.subscribe(host, "ana@example.org").ok();
        Mail asking = lastMail();
        assertEnglish(Jsoup.parse(asking.html()), "td > p:first-child");
        assertEnglish(visitor.page(NewsletterFixture.link("confirm", asking.text())), "header a");
        NewsletterFixture.confirm(host, NewsletterFixture.token("confirm", asking.text()))
                .ok();
        NewsletterFixture.order(host, "sendIssue", NewsletterFixture.composed(host))
                .ok();
        host.runJob("newsletter.send-issues");
        Mail issue = lastMail();
        Document mail = Jsoup.parse(issue.html());
        assertTold(mail);
        assertEquals("en", language(mail.selectFirst("a:contains(Read the story)")));
        assertEquals("en", language(mail.selectFirst("a:contains(Unsubscribe)")));
        assertEquals("pt-BR", language(mail.selectFirst("h2 a")));
        assertTold(visitor.page(NewsletterFixture.link("issues", issue.text())));
        assertEnglish(visitor.page(NewsletterFixture.link("unsubscribe", issue.text())), "header a");
    }

    @Test
    void is_told_in_the_mail_to_a_friend_and_on_the_page_that_stops_such_mails() {
        Map<String, String> input = Map.of(
                "articleId",
                article,
                "senderName",
                "Ana",
                "recipientEmail",
                "bob@example.org",
                "challenge",
                host.solvedChallenge());
        ArticlesFixture.change(host, "EDITOR", "sendToFriend", "", input).ok();
        Mail mail = lastMail();
        assertEquals("bob@example.org", mail.to());
        assertEnglish(Jsoup.parse(mail.html()), "h1, span:contains(Herald)");
        String stop = mail.headers().get("List-Unsubscribe").replaceAll("[<>]", "");
        Document never = visitor.page(stop.substring(stop.indexOf("/share")));
        assertEquals("en", never.select("html").attr("lang"));
    }
}
