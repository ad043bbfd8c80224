package news.piton.comments.internal.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyHtmlTest {
    @Test
    void makes_paragraphs_and_keeps_line_breaks() {
        assertEquals("<p>one<br>\ntwo</p>\n<p>three</p>", BodyHtml.of("one\ntwo\n\nthree"));
    }

    @Test
    void escapes_everything() {
        assertEquals(
                "<p>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp;amp; &#39;</p>",
                BodyHtml.of("<script>alert(\"x\")</script> &amp; '"));
    }

    @Test
    void links_addresses_and_leaves_the_sentence_around_them() {
        assertEquals(
                "<p>See (<a href=\"https://example.org/a?b=1&amp;c=2\" rel=\"nofollow ugc noopener\">"
                        + "https://example.org/a?b=1&amp;c=2</a>), please.</p>",
                BodyHtml.of("See (https://example.org/a?b=1&c=2), please."));
        assertEquals(
                "<p><a href=\"https://example.org/Brendan_(saint)\" rel=\"nofollow ugc noopener\">"
                        + "https://example.org/Brendan_(saint)</a>.</p>",
                BodyHtml.of("https://example.org/Brendan_(saint)."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "//example.org",
                "https://",
                "https://herald.example@evil.example/",
                "https://evil.example:port/",
                "https://[evil",
                "ftp://example.org"
            })
    void does_not_link_what_is_no_plain_address(String text) {
        assertFalse(BodyHtml.of(text).contains("<a "), BodyHtml.of(text));
    }

    @Test
    void lets_no_address_break_out_of_its_attribute() {
        String html = BodyHtml.of("https://example.org/\"onmouseover=alert(1) https://example.org/'x <b>");
        assertFalse(html.matches("(?s).*<a [^>]*onmouseover.*"), html);
        assertFalse(html.contains("<b>"), html);
    }

    @Test
    void takes_no_time_over_texts_that_are_made_to_take_time() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            BodyHtml.of("https://x/" + ")".repeat(5_000));
            BodyHtml.of("https://x/(" + ".".repeat(5_000));
            BodyHtml.of("https://".repeat(600));
            BodyHtml.of("\n\n".repeat(2_500));
        });
    }
}
