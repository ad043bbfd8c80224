package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.piton.core.testing.TestHost;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.xml.sax.SAXException;

/** Every kind of page, as it comes to people: its size, its width, its markup, the way through it by keyboard, WCAG 2.2 AA. */
class PagesBrowserTest {
    /** An aside inside an article is none, by HTML-AAM 1.0; axe takes a pull quote for one. */
    private static final String NO_LANDMARK = "landmark-complementary-is-top-level";

    private static final Map<String, Object> EVERYTHING = Map.of(
            "rules",
            Map.of(NO_LANDMARK, Map.of("enabled", false)),
            "runOnly",
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));

    /** All that differs between light and dark. */
    private static final Map<String, Object> COLOURS =
            Map.of("runOnly", Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block")));

    private static final int HEAVIEST = 60_000;

    private static Newsroom newsroom;
    private static Map<String, String> pages;
    private static Chromium browser;
    private static String axe;

    @BeforeAll
    static void open() throws IOException {
        newsroom = Newsroom.open();
        pages = newsroom.pages();
        browser = Chromium.visiting(newsroom.host().url("/"));
        try (InputStream script = PagesBrowserTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void close() {
        browser.close();
        newsroom.close();
    }

    @BeforeEach
    void as_most_people_have_it() {
        browser.screen(1280, 900, 1).medium("screen").prefers("prefers-reduced-motion", "reduce");
    }

    private record Window(int width, int letters) {}

    /** WCAG 2.2, 1.4.10 (320 px) and 1.4.4 (200 % zoom, which halves a desk's 1280 px; and letters alone, twice as large). */
    @Test
    void nothing_needs_sideways_scrolling() {
        List<Window> windows = List.of(
                new Window(1280, 16),
                new Window(640, 16),
                new Window(640, 32),
                new Window(390, 32),
                new Window(390, 16),
                new Window(320, 16));
        List<String> wide = new ArrayList<>();
        pages.forEach((kind, path) -> {
            browser.open(path);
            for (Window window : windows) {
                browser.resize(window.width, 800, window.width == 640 ? 2 : 1);
                Object over = tooWide(window.letters);
                if (!"".equals(over)) {
                    wide.add(kind + " in " + window + ": " + over);
                }
            }
        });
        assertEquals(List.of(), wide);
    }

    private static Object tooWide(int letters) {
        return browser.run(
                "document.documentElement.style.fontSize = arguments[0] + 'px';"
                        + " const page = document.documentElement;"
                        + " if (page.scrollWidth <= page.clientWidth) return '';"
                        + " return [...document.querySelectorAll('body *')].filter(e =>"
                        + " e.getBoundingClientRect().right > page.clientWidth + 1).map(e => e.tagName + '.' +"
                        + " e.className).slice(0, 5).join(' ') || 'something';",
                letters);
    }

    @Test
    void a_page_weighs_little_and_asks_nobody_else() {
        browser.screen(390, 844, 2);
        String site = newsroom.host().url("").toString();
        pages.forEach((kind, path) -> {
            browser.devtools("Network.clearBrowserCache", Map.of()).open(path);
            List<?> entries = (List<?>) browser.run("return [...performance.getEntriesByType('navigation'),"
                    + " ...performance.getEntriesByType('resource')].map(e => [e.name, e.initiatorType,"
                    + " e.decodedBodySize])");
            long weight = 0;
            for (Object each : entries) {
                List<?> entry = (List<?>) each;
                assertTrue(entry.getFirst().toString().startsWith(site), kind + " loads " + entry);
                weight += entry.get(1).equals("img") ? 0 : ((Number) entry.get(2)).longValue();
            }
            assertTrue(weight > 10_000 && weight < HEAVIEST, kind + " weighs " + weight + " bytes, unpacked");
        });
    }

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"light, 1280", "dark, 1280", "light, 390", "dark, 390"})
    void axe_finds_nothing_against_wcag_2_2_aa(String scheme, int width) {
        browser.screen(width, 844, 1).prefers("prefers-color-scheme", scheme);
        List<String> found = new ArrayList<>();
        pages.forEach((kind, path) -> {
            browser.open(path);
            browser.picture(kind + "-" + scheme + "-" + width);
            browser.run("document.querySelectorAll('details').forEach(e => { e.open = true })");
            violations(scheme.equals("dark") ? COLOURS : EVERYTHING)
                    .forEach(violation -> found.add(kind + " " + violation));
        });
        assertEquals(List.of(), found);
    }

    private static List<?> violations(Map<String, Object> among) {
        browser.run(axe);
        return (List<?>) browser.runAndWait(
                "const done = arguments[arguments.length - 1]; axe.run(document, arguments[0]).then(r =>"
                        + " done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')"
                        + " + ' ' + n.failureSummary).join(' | '))), e => done(['axe failed: ' + e]))",
                among);
    }

    /** With the cookie of somebody who has signed in, as the newsroom's own application gets it. */
    @Test
    void the_newsroom_sees_a_draft_as_the_article_that_it_will_be() {
        browser.open("/");
        Object signedIn = browser.runAndWait(
                "const done = arguments[arguments.length - 1]; fetch('/graphql', {method: 'POST', headers:"
                        + " {'Content-Type': 'application/json'}, body: JSON.stringify({query: 'mutation($e: String!,"
                        + " $p: String!) { signIn(input: {email: $e, password: $p}) { userErrors { code } } }',"
                        + " variables: {e: arguments[0], p: arguments[1]}})}).then(r => r.json()).then(r =>"
                        + " done(JSON.stringify(r.data)), e => done(String(e)))",
                "admin@example.org",
                TestHost.PASSWORD);
        assertEquals("{\"signIn\":{\"userErrors\":[]}}", signedIn);
        browser.screen(390, 844, 1).open(newsroom.path(newsroom.draft()));
        assertEquals("A regatta to come", browser.text("h1"));
        assertEquals("", tooWide(16));
        browser.picture("draft");
        assertEquals(List.of(), violations(EVERYTHING));
        browser.driver().manage().deleteAllCookies();
        browser.open(newsroom.path(newsroom.draft()));
        assertEquals("There is no such page", browser.text("h1"));
    }

    @Test
    void the_keyboard_leads_through_the_page_in_order_and_shows_where_it_is() {
        for (String kind : List.of("front", "article", "comment", "newsletter", "missing")) {
            toTheSkipLink(kind);
            assertEquals(
                    Boolean.TRUE,
                    browser.run("const b = document.activeElement.getBoundingClientRect(); return b.left >= 0 && b.top"
                            + " >= 0"));
            int stops = 1;
            browser.run("window.before = document.activeElement");
            while (true) {
                press(Keys.TAB);
                browser.until("return document.activeElement !== window.before", kind + ": the focus moves on");
                String now = String.valueOf(browser.run(LOOK));
                if (now.equals("end")) {
                    break;
                }
                assertEquals("", now, kind + ", stop " + ++stops);
                assertTrue(stops < 300, kind);
            }
            assertTrue(stops > 10, kind + " has " + stops);
            toTheSkipLink(kind);
            press(Keys.ENTER);
            browser.until("return document.activeElement.id === 'main'", kind + ": the skip link leads to the content");
        }
    }

    private static void toTheSkipLink(String kind) {
        browser.open(pages.get(kind));
        press(Keys.TAB);
        browser.until("return document.activeElement.className === 'skip'", kind + ": the skip link comes first");
    }

    private static final String LOOK = """
        const now = document.activeElement, before = window.before;
        if (now === document.body || now.className === 'skip') return 'end';
        window.before = now;
        const box = now.getBoundingClientRect(), style = getComputedStyle(now);
        const named = now.outerHTML.slice(0, 120);
        if (!(before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING)) return 'out of order: ' + named;
        if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return 'no focus to be seen: ' + named;
        if (box.width < 1 || box.bottom <= 0 || box.top >= innerHeight) return 'out of sight: ' + named;
        return '';
        """;

    private static void press(Keys key) {
        new Actions(browser.driver()).sendKeys(key).perform();
    }

    @Test
    void who_wants_less_motion_gets_none() {
        String moving = "return getComputedStyle(document.documentElement).scrollBehavior + ' ' +"
                + " [...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e); return"
                + " s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0 }).length";
        browser.prefers("prefers-reduced-motion", "reduce").open("/");
        assertEquals("auto 0", browser.run(moving));
        browser.prefers("prefers-reduced-motion", "no-preference").open("/");
        assertEquals("smooth 0", browser.run(moving));
    }

    @Test
    void on_paper_stands_what_is_to_be_read_and_nothing_else() {
        browser.medium("print").open(pages.get("article"));
        String shown = browser.text("body");
        assertAll(
                () -> assertTrue(shown.contains("Regatta ends in a calm"), shown),
                () -> assertTrue(shown.contains("Is it safe to swim there?"), shown),
                () -> assertTrue(!shown.contains("Subscribe") && !shown.contains("WhatsApp"), shown));
    }

    @Test
    void the_html_is_valid() {
        Visitor visitor = Visitor.of(newsroom.host());
        List<String> wrong = new ArrayList<>();
        pages.forEach((kind, path) -> {
            for (JsonNode message : messages(visitor.get(path).body())) {
                // not what it would like better, such as headings for comments, which nobody could name
                if (!message.path("type").asText().equals("info")) {
                    wrong.add(kind + ": " + message.path("message").asText() + " "
                            + message.path("extract").asText().strip());
                }
            }
        });
        visitor.http().close();
        assertEquals(List.of(), wrong);
    }

    private static JsonNode messages(String html) {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
        try {
            String told = validator.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
            return new ObjectMapper().readTree(told).path("messages");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SAXException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
