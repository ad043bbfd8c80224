package news.piton.articles.internal.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import news.piton.articles.internal.article.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are too long or too deep: a clear refusal, or the whole text, and soon. */
class BodyLimitsTest {

    /** The sanitizer would leave out the text below its own limit without a word. */
    @Test
    void keeps_a_text_however_deep_it_stands_or_says_that_it_cannot() {
        for (String open : List.of("<div>", "<b>", "<ul><li>", "<blockquote>", "<table><tr><td>")) {
            assertTrue(Body.fromHtml(open.repeat(60) + "Deep down").text().contains("Deep down"), open);
            Invalid refused = assertThrows(Invalid.class, () -> Body.fromHtml(open.repeat(300) + "Deep down"), open);
            assertTrue(refused.getMessage().contains("nested more than 200 elements deep"), refused.getMessage());
        }
    }

    @Test
    void refuses_what_is_too_long_once_it_is_html_so_that_all_it_takes_can_come_in_again() {
        String brackets = "&".repeat(Body.LONGEST - 1);
        assertEquals(
                "TOO_LONG",
                assertThrows(Invalid.class, () -> Body.fromMarkdown(brackets)).code());
    }

    @Test
    void refuses_a_text_that_is_too_long_in_a_sentence() {
        Invalid refused = assertThrows(Invalid.class, () -> Body.fromMarkdown("x".repeat(Body.LONGEST + 1)));
        assertEquals("TOO_LONG", refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains("400,001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<b><i>", "<ul><li>", "<table><tr><td>", "<blockquote>"})
    void refuses_bombs_of_elements_soon(String open) {
        String bomb = open.repeat(Body.LONGEST / open.length() - 1) + "x";
        assertEquals("INVALID", soon(() -> Body.fromHtml(bomb)));
    }

    /** Links made of mail addresses once took nine seconds in such a text. */
    @ParameterizedTest
    @ValueSource(strings = {"[", "![", "`", "*a **b ", "| a ", "a@b.c ", "ada@herald.example "})
    void reads_bombs_of_signs_soon_and_loses_nothing_of_them(String sign) {
        String bomb = "So " + sign.repeat((Body.LONGEST - 20) / sign.length()).strip(); // and its paragraph
        String text = soon(() -> Body.fromMarkdown(bomb));
        assertTrue(text.equals(bomb), () -> text.substring(0, Math.min(100, text.length())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- "})
    void reads_bombs_of_blocks_in_blocks_soon_or_refuses_them(String mark) {
        String outcome = soon(() -> Body.fromMarkdown(mark.repeat(60_000) + "x"));
        assertTrue(outcome.equals("INVALID") || outcome.endsWith("x"), () -> outcome.substring(0, 9));
    }

    @Test
    void reads_links_in_links_soon() {
        assertEquals("x", soon(() -> Body.fromHtml("<a href=x>".repeat(20_000) + "x")));
    }

    @Test
    void keeps_thirty_marks_on_a_letter_however_they_are_written() {
        String kept = "a" + "\u0316\u0300".repeat(15);
        assertEquals(kept, soon(() -> Body.fromHtml("<p>a" + "\u0316\u0300".repeat(150_000))));
        assertEquals(kept, soon(() -> Body.fromMarkdown("a" + "&#x316;&#x300;".repeat(20_000))));
    }

    @Test
    void reads_an_endless_list_of_classes_soon() {
        String html = "<aside class='" + "pullquote ".repeat(39_000) + "\n\n'>Well said</aside>";
        assertEquals("Well said", soon(() -> Body.fromHtml(html)));
    }

    /** The text, or the code of the refusal; anything else is a failure. */
    private static String soon(Supplier<Body> attempt) {
        return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            try {
                return attempt.get().text();
            } catch (Invalid refused) {
                return refused.code();
            }
        });
    }
}
