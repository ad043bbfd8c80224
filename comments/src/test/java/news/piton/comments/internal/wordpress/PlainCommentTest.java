package news.piton.comments.internal.wordpress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlainCommentTest {

    @Test
    void keeps_line_ends_and_paragraphs() {
        assertEquals("One\ntwo\n\nthree", PlainComment.of("One\r\ntwo\r\n\r\n\r\n\tthree"));
        assertEquals("One\n\ntwo\nthree", PlainComment.of("<p>One</p><p>two<br />\nthree</p>"));
    }

    @Test
    void drops_markup_and_whatever_runs() {
        assertEquals(
                "Loud\n\nHeadline",
                PlainComment.of("<strong>Loud</strong>\n<h1>Headline</h1><script>alert(1)</script>"));
        assertEquals("• one\n• two", PlainComment.of("<ul>\n\t<li>one</li>\n\t<li>two</li>\n</ul>"));
    }

    @Test
    void keeps_lists_within_lists_together() {
        assertEquals(
                "• one\n• inner\n• two\n\nHere\n\nand there",
                PlainComment.of(
                        "<ul><li>one<ul><li>inner</li></ul></li><li>two</li></ul><address>Here</address>and there"));
    }

    @Test
    void says_where_links_lead_and_what_pictures_show() {
        assertEquals("see here (https://a.example/x)", PlainComment.of("see <a href=\"https://a.example/x\">here</a>"));
        assertEquals("https://a.example/x", PlainComment.of("<a href=\"https://a.example/x\">https://a.example/x</a>"));
        assertEquals("bad", PlainComment.of("<a href=\"javascript:alert(1)\">bad</a>"));
        assertEquals("A picture.\n[jetty]", PlainComment.of("A picture.\n\t<img src=\"x.jpg\" alt=\"jetty\" />"));
    }

    @Test
    void wastes_no_time_on_endless_spaces() {
        String spaces = " ".repeat(1_000_000);
        assertEquals(
                "a" + spaces + "b",
                assertTimeoutPreemptively(Duration.ofSeconds(10), () -> PlainComment.of("a" + spaces + "b")));
    }

    @Test
    void reads_entities() {
        assertEquals("Island blog « What’s new?", PlainComment.of("Island blog &laquo; What&#8217;s new?"));
        assertEquals("a < b & c", PlainComment.of("a &lt; b &amp; c"));
    }
}
