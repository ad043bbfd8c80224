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
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

    /** WCAG 2.2, 1.4.10 (320 px) and 1.4.4 (200 % zoom, which halves a desk's 1280 px; and letters alone, twice as large). */
    @ParameterizedTest(name = "{0} px, {1} px letters")
    @CsvSource({"320, 16", "390, 16", "640, 16", "1280, 16", "390, 32", "640, 32"})
    void nothing_needs_sideways_scrolling(int width, int letters) {
        browser.screen(width, 800, width == 640 ? 2 : 1);
        List<String> wide = new ArrayList<>();
        pages.forEach((kind, path) -> {
            browser.open(path);
            Object over = browser.run(
                    "document.documentElement.style.fontSize = arguments[0] + 'px';"
                            + " const page = document.documentElement;"
                            + " if (page.scrollWidth <= page.clientWidth) return '';"
                            + " return [...document.querySelectorAll('body *')].filter(e =>"
                            + " e.getBoundingClientRect().right > page.clientWidth + 1).map(e => e.tagName + '.' +"
                            + " e.className).slice(0, 5).join(' ') || 'something';",
                    letters);
            if (!"".equals(over)) {
                wide.add(kind + ": " + over);
            }
        });
        assertEquals(List.of(), wide);
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
            if (kind.equals("article")) {
                browser.first(".share summary").click();
            }
            browser.run(axe);
            List<?> violations = (List<?>) browser.runAndWait(
                    "const done = arguments[arguments.length - 1]; axe.run(document, {rules: {[arguments[0]]:"
                            + " {enabled: false}}, runOnly: {type: 'tag', values:"
                            + " ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}})"
                            + ".then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')"
                            + " + ' ' + n.failureSummary).join(' | '))), e => done(['axe failed: ' + e]))",
                    NO_LANDMARK);
            violations.forEach(violation -> found.add(kind + " " + violation));
        });
        browser.prefers("prefers-color-scheme", "light");
        assertEquals(List.of(), found);
    }

    @Test
    void the_keyboard_leads_through_the_page_in_order_and_shows_where_it_is() {
        browser.screen(1280, 900, 1);
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

    /** Keys that come before the page has the window's focus are lost. */
    private static void toTheSkipLink(String kind) {
        browser.open(pages.get(kind)).devtools("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
        browser.until("return document.readyState === 'complete' && document.hasFocus()", kind + " has the focus");
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
        browser.devtools("Emulation.setEmulatedMedia", Map.of("media", "print")).open(pages.get("article"));
        String shown = browser.text("body");
        browser.devtools("Emulation.setEmulatedMedia", Map.of("media", ""));
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
        visitor.close();
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
