package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readers do on the site, with a keyboard and a mouse: on a desk and on a phone, with JavaScript and without. */
class FormsBrowserTest {
    private static Newsroom newsroom;
    private static Chromium scripted;
    private static Chromium plain;

    @BeforeAll
    static void open() {
        newsroom = Newsroom.open();
        scripted = Chromium.visiting(newsroom.host().url("/"));
        plain = Chromium.withoutScripts(newsroom.host().url("/"));
    }

    @AfterAll
    static void close() {
        scripted.close();
        plain.close();
        newsroom.close();
    }

    @BeforeEach
    void wait_for_the_limits() {
        newsroom.later();
    }

    private static Chromium browser(boolean scripts, int width) {
        return (scripts ? scripted : plain).screen(width, 844, 1);
    }

    private static int waiting() {
        return newsroom.host()
                .as("MODERATOR")
                .send("{ moderationQueue { totalCount } }")
                .ok()
                .at("/data/moderationQueue/totalCount")
                .asInt();
    }

    @ParameterizedTest(name = "JavaScript {0}, {1} px")
    @CsvSource({"true, 1280", "true, 390", "false, 1280", "false, 390"})
    void a_reader_finds_an_article_reads_it_and_comments_on_it(boolean scripts, int width) {
        Chromium browser = browser(scripts, width).open("/");
        browser.fill("#search", "regatta calm");
        browser.submit(".search button");
        assertEquals("/search", browser.address().getPath());
        browser.submit(".list h3 a");
        assertEquals("Regatta ends in a calm", browser.text("h1"));
        assertTrue(browser.text("aside.pullquote").startsWith("Not a breath"));

        browser.submit(".say button");
        assertEquals("Please enter your comment!", browser.text("#c-body-error"));
        assertEquals("Please enter your name here", browser.text("#c-name-error"));
        if (scripts) {
            browser.until("return document.activeElement.id === 'c-body'", "what is wrong has the focus");
        }
        int before = waiting();
        String said = "Said at " + width + " px, JavaScript " + scripts;
        browser.fill("#c-body", said);
        browser.submit(".say button");
        assertEquals(said, browser.first("#c-body").getAttribute("value"), "what was typed is kept");
        browser.fill("#c-name", "Ana Joseph");
        browser.submit(".say button");
        assertTrue(browser.text("#comments .thanks").startsWith("Thank you."));
        assertEquals(before + 1, waiting());
    }

    @ParameterizedTest(name = "JavaScript {0}, {1} px")
    @CsvSource({"true, 390", "false, 1280"})
    void a_reader_chooses_where_to_look_and_what_comes_first(boolean scripts, int width) {
        Chromium browser = browser(scripts, width).open("/search");
        browser.fill("#q", "regatta");
        browser.submit(".wide button");
        assertEquals(List.of("Regatta ends in a calm", "What May holds"), browser.texts(".list h3"));
        browser.choose("#order", "Newest first");
        browser.submit(".wide button");
        assertEquals(List.of("What May holds", "Regatta ends in a calm"), browser.texts(".list h3"));
        browser.choose("#in", "On the water");
        browser.submit(".wide button");
        assertEquals(List.of("Regatta ends in a calm"), browser.texts(".list h3"), "it is in a section below");
        assertEquals("regatta", browser.first("#q").getAttribute("value"));
        assertEquals(List.of("On the water", "Newest first"), browser.texts("option:checked"));
        browser.fill("#q", "\"calm regatta\"");
        browser.submit(".wide button");
        assertEquals("Nothing found", browser.text("h2"));
    }

    @ParameterizedTest(name = "JavaScript {0}, {1} px")
    @CsvSource({"true, 1280", "false, 390"})
    void the_front_page_leads_to_what_is_read_most(boolean scripts, int width) {
        Chromium browser = browser(scripts, width).open("/");
        assertEquals("Most read", browser.text(".most h2"));
        String most = browser.text(".most li a");
        browser.submit(".most li a");
        assertEquals(most, browser.text("h1"));
    }

    @Test
    void what_is_read_with_javascript_is_counted() {
        String id = ArticlesFixture.publish(newsroom.host(), "Nobody has read this yet");
        browser(true, 1280).open(newsroom.path(id));
        // the page does not wait until its word has come
        Chromium.await(() -> {
            newsroom.host().clock().tick(Duration.ofSeconds(61));
            String most = newsroom.host()
                    .guest()
                    .send("{ mostRead { headline } }")
                    .ok()
                    .at("/data/mostRead")
                    .toString();
            return most.contains("Nobody has read this yet") ? "" : "what was read among " + most;
        });
        scripted.open("/");
        assertTrue(scripted.texts(".most li").contains("Nobody has read this yet"));
    }

    @ParameterizedTest(name = "JavaScript {0}, {1} px")
    @CsvSource({"true, 1280", "false, 390"})
    void a_reader_subscribes(boolean scripts, int width) {
        Chromium browser = browser(scripts, width).open("/");
        String address = "reader" + width + scripts + "@example.org";
        browser.fill(".box #n-email", address);
        browser.submit(".box button");
        assertEquals("/newsletter", browser.address().getPath());
        assertTrue(browser.text(".thanks").startsWith("Thank you."));
        newsroom.host().deliverEvents();
        assertEquals(address, newsroom.host().mails().getLast().to());
    }

    @ParameterizedTest(name = "JavaScript {0}, {1} px")
    @CsvSource({"true, 390", "false, 1280"})
    void a_reader_shares_an_article(boolean scripts, int width) {
        Chromium browser = browser(scripts, width).open(newsroom.path(newsroom.article()));
        assertTrue(browser.all(".share li a").size() >= 8);
        assertTrue(browser.first(".share li a[href^='mailto:']").isDisplayed());
        assertFalse(browser.first("#f-email").isDisplayed());
        browser.unfold(".share");
        browser.fill("#f-name", "Ana");
        browser.fill("#f-email", "friend" + width + "@example.org");
        browser.submit(".share form button");
        assertTrue(browser.text("#share .thanks").startsWith("Thank you."));
        newsroom.host().deliverEvents();
        assertEquals(
                "friend" + width + "@example.org",
                newsroom.host().mails().getLast().to());
    }

    /** Where there is no TLS, a page has no crypto.subtle; the puzzle is solved all the same. */
    @Test
    void the_puzzle_is_solved_on_a_page_without_tls() {
        Chromium browser = browser(true, 1280).openInsecurely(newsroom.path(newsroom.article()));
        assertEquals(Boolean.FALSE, browser.run("return window.isSecureContext"));
        int before = waiting();
        // more than are taken without a solution
        for (int i = 0; i < 6; i++) {
            browser.fill("#c-body", "Solved without TLS, " + i);
            browser.fill("#c-name", "Josiah Prosper");
            browser.submit(".say button");
            assertTrue(browser.text("#comments .thanks").startsWith("Thank you."));
        }
        assertEquals(before + 6, waiting());
    }

    @Test
    void the_link_is_copied_with_javascript() {
        Chromium browser = browser(true, 1280).open(newsroom.path(newsroom.article()));
        browser.devtools(
                "Browser.grantPermissions",
                Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        browser.first("[data-copy]").click();
        browser.until("return document.querySelector('[data-copy]').innerText === 'Link copied'", "the link is copied");
        assertEquals("Link copied", browser.first("[role=status][data-copied]").getDomProperty("textContent"));
        String link = String.valueOf(browser.runAndWait(
                "const done = arguments[0]; navigator.clipboard.readText().then(done, (e) => done(String(e)))"));
        assertEquals(browser.first("[data-copy]").getAttribute("href"), link);
    }
}
