package news.piton.articles.internal.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import news.piton.articles.internal.article.Invalid;
import org.junit.jupiter.api.Test;

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

    @Test
    void survives_bombs_quickly() {
        List<String> bombs = List.of(
                "<div>".repeat(80_000),
                "<b><i>".repeat(60_000),
                "<ul><li>".repeat(40_000),
                "<table><tr><td>".repeat(20_000),
                "<a href=x>".repeat(40_000),
                "<blockquote>".repeat(30_000) + "x");
        for (String bomb : bombs) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> outcome(() -> Body.fromHtml(bomb)), bomb.substring(0, 9));
        }
        List<String> marked = List.of(
                "> ".repeat(100_000) + "x",
                "*a **b ".repeat(40_000),
                "[".repeat(200_000),
                "- ".repeat(100_000) + "x",
                "![".repeat(100_000),
                "`".repeat(399_999));
        for (String bomb : marked) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> outcome(() -> Body.fromMarkdown(bomb)), bomb.substring(0, 9));
        }
    }

    /** A result or a refusal; anything else is a failure. */
    private static String outcome(java.util.function.Supplier<Body> attempt) {
        try {
            return attempt.get().html();
        } catch (Invalid refused) {
            return refused.code();
        }
    }
}
