package news.piton.app.site.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class MarkupTest {
    private static final String TABLE = "<p>So:</p>\n<table><tbody><tr><td>1 &lt; 2</td></tr></tbody></table>";
    private static final String REACHABLE = "<p>So:</p>\n<div class=\"sideways\" tabindex=\"0\" role=\"group\""
            + " aria-label=\"Table\"><table><tbody><tr><td>1 &lt; 2</td></tr></tbody></table></div>";

    @Test
    void plain_text_stays_as_it_is() {
        String html = "<h2>Wind</h2>\n<p>Gone, for <em>the day</em>.</p>";
        assertSame(html, Markup.ofArticle(html));
    }

    @Test
    void what_may_be_wide_can_be_scrolled_from_the_keyboard() {
        assertEquals(REACHABLE, Markup.ofArticle(TABLE));
        assertEquals(
                "<pre tabindex=\"0\" role=\"group\" aria-label=\"Preformatted text\"><code>a\n b</code></pre>",
                Markup.ofArticle("<pre><code>a\n b</code></pre>"));
        String text = "<p title=\"&lt;table\">An attribute is no table.</p>";
        assertSame(text, Markup.ofArticle(text));
    }

    @Test
    void headings_go_on_from_the_one_above() {
        String html = "<h2>Wind</h2><h3>North</h3><h4>Here</h4><p>Calm.</p>";
        assertEquals("<h4>Wind</h4><h5>North</h5><h6>Here</h6><p>Calm.</p>", Markup.below(3, html));
        assertEquals("<h3>Wind</h3><h4>North</h4><h5>Here</h5><p>Calm.</p>", Markup.below(2, html));
        assertEquals("<h3>Wind</h3>" + REACHABLE, Markup.below(2, "<h2>Wind</h2>" + TABLE));
    }
}
