package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import org.junit.jupiter.api.Test;

/** A live blog, followed by somebody who has its page open. */
class LiveBrowserTest {
    /** Keeps the streams that the page opens where the test finds them. */
    private static final String STREAMS = """
        window.__streams = [];
        window.EventSource = class extends EventSource {
          constructor(url) { super(url); window.__streams.push(this); }
        };
        """;

    /** What a browser tells a page in a tab that is left, or come back to. */
    private static final String TAB = "Object.defineProperty(document, 'visibilityState', { value: arguments[0],"
            + " configurable: true }); document.dispatchEvent(new Event('visibilitychange'));";

    private static final String NEWEST = "window.__streams[window.__streams.length - 1]";

    @Test
    void a_reader_is_told_of_new_entries_and_reads_them_when_it_suits() {
        try (Newsroom newsroom = Newsroom.open();
                Chromium browser = Chromium.visiting(newsroom.host().url("/"))) {
            browser.devtools("Page.addScriptToEvaluateOnNewDocument", Map.of("source", STREAMS));
            String path = newsroom.path(newsroom.live());
            browser.open(path);
            int before = browser.all(".entry").size();
            assertEquals("", browser.text(".fresh"));
            post(newsroom, "The wind drops");
            told(browser, "1 new entry");
            post(newsroom, "The first boat leaves");
            told(browser, "2 new entries");
            assertEquals(before, browser.all(".entry").size(), "the page stays as it is");

            browser.submit(".fresh a");
            assertEquals(path, browser.address().getPath());
            assertEquals("live", browser.address().getFragment());
            assertEquals(before + 2, browser.all(".entry").size());
            assertTrue(browser.text(".entry").contains("The first boat leaves"));
            assertEquals("", browser.text(".fresh"));

            browser.until("return " + NEWEST + "?.readyState === 1", "the new page listens");
            browser.run(NEWEST + ".dispatchEvent(new Event('error'))");
            assertEquals(2L, browser.run("return " + NEWEST + ".readyState"), "a broken stream is closed");
            post(newsroom, "While nobody listens");
            told(browser, "1 new entry");
            browser.until("return window.__streams.length === 2", "it listens again");

            browser.run(TAB, "hidden");
            assertEquals(2L, browser.run("return " + NEWEST + ".readyState"), "nobody looks");
            post(newsroom, "While nobody looks");
            browser.run(TAB, "visible");
            told(browser, "2 new entries");

            ArticlesFixture.change(newsroom.host(), "EDITOR", "closeLiveBlog", "", Map.of("id", newsroom.live()))
                    .ok();
            browser.open(path);
            assertTrue(browser.all("[data-live], .fresh").isEmpty(), "it is over");
        }
    }

    private static void post(Newsroom newsroom, String text) {
        newsroom.host().clock().tick(Duration.ofSeconds(1));
        Map<String, Object> body = Map.of("format", "MARKDOWN", "text", text);
        ArticlesFixture.change(
                        newsroom.host(),
                        "EDITOR",
                        "postLiveEntry",
                        "",
                        Map.of("articleId", newsroom.live(), "body", body))
                .ok();
        newsroom.host().deliverEvents();
    }

    private static void told(Chromium browser, String text) {
        browser.until("return document.querySelector('.fresh[role=status]').innerText === '" + text + "'", text);
    }
}
