package news.piton.app.site.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MarkupTest {
    private static final String TABLE = "<p>So:</p>\n<table><tbody><tr><td>1 &lt; 2</td></tr></tbody></table>";
    private static final String REACHABLE = "<p>So:</p>\n<div class=\"sideways\" tabindex=\"0\" role=\"group\""
            + " aria-label=\"Table\"><table><tbody><tr><td>1 &lt; 2</td></tr></tbody></table></div>";

    private static Data body(String html, Data... images) {
        return new Data(Map.of(
                "html", html, "images", Stream.of(images).map(Data::fields).toList()));
    }

    private static String ofArticle(String html) {
        return Markup.ofArticle(body(html));
    }

    private static String below(int above, String html) {
        return Markup.below(above, body(html));
    }

    @Test
    void pictures_come_late_and_in_the_size_that_a_screen_needs() {
        Data uploaded = new Data(Map.of(
                "url",
                "/media/x/640.jpg",
                "width",
                640,
                "height",
                480,
                "renditions",
                List.of(
                        Map.of("url", "https://herald.example/media/x/320.jpg", "width", 320),
                        Map.of("url", "https://herald.example/media/x/640.jpg", "width", 640))));
        assertEquals(
                "<figure><img src=\"/media/x/640.jpg\" alt=\"Boats\" loading=\"lazy\" decoding=\"async\" width=\"640\""
                    + " height=\"480\" srcset=\"https://herald.example/media/x/320.jpg 320w,"
                    + " https://herald.example/media/x/640.jpg 640w\" sizes=\"(min-width: 44rem) 42rem, calc(100vw -"
                    + " 2rem)\"></figure><p>And <img src=\"a.png\" alt=\"\" loading=\"lazy\" decoding=\"async\"></p>",
                Markup.ofArticle(body(
                        "<figure><img src=\"/media/x/640.jpg\" alt=\"Boats\"></figure>"
                                + "<p>And <img src=\"a.png\" alt=\"\"></p>",
                        uploaded)));
    }

    @Test
    void plain_text_stays_as_it_is() {
        String html = "<h2>Wind</h2>\n<p>Gone, for <em>the day</em>.</p>";
        assertSame(html, ofArticle(html));
    }

    @Test
    void what_may_be_wide_can_be_scrolled_from_the_keyboard() {
        assertEquals(REACHABLE, ofArticle(TABLE));
        assertEquals(
                "<pre tabindex=\"0\" role=\"group\" aria-label=\"Preformatted text\"><code>a\n b</code></pre>",
                ofArticle("<pre><code>a\n b</code></pre>"));
        String text = "<p title=\"&lt;table\">An attribute is no table.</p>";
        assertSame(text, ofArticle(text));
    }

    @Test
    void headings_go_on_from_the_one_above() {
        String html = "<h2>Wind</h2><h3>North</h3><h4>Here</h4><p>Calm.</p>";
        assertEquals("<h4>Wind</h4><h5>North</h5><h6>Here</h6><p>Calm.</p>", below(3, html));
        assertEquals("<h3>Wind</h3><h4>North</h4><h5>Here</h5><p>Calm.</p>", below(2, html));
        assertEquals("<h3>Wind</h3>" + REACHABLE, below(2, "<h2>Wind</h2>" + TABLE));
    }
}
