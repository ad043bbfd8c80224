package news.piton.articles.internal.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

    @Test
    void keeps_headings_lists_links_and_emphasis_of_markdown() {
        Body body = Body.fromMarkdown("""
            # Budget

            The *minister* spoke for **two hours**, see [the speech](https://example.org/speech).

            - roads
            - schools

            1. first
            2. second
            """);
        assertEquals("""
            <h2>Budget</h2>
            <p>The <em>minister</em> spoke for <strong>two hours</strong>, see <a href="https://example.org/speech" rel="noopener">the speech</a>.</p>
            <ul><li>roads</li><li>schools</li></ul>
            <ol><li>first</li><li>second</li></ol>\
            """, body.html());
    }

    @Test
    void leaves_out_pictures_of_nothing_and_links_no_mail_address_by_itself() {
        assertEquals(
                "<p>Write to desk@herald.example.</p>",
                Body.fromMarkdown("Write to desk@herald.example.\n\n<img title=\"gone\">")
                        .html());
    }

    @Test
    void makes_a_pull_quote_of_a_marked_quote_and_names_who_said_it() {
        Body body = Body.fromMarkdown("> [!PULLQUOTE]\n> We will not close the clinic.\n> — Dr Ada Fontenelle\n");
        assertEquals(
                "<aside class=\"pullquote\"><p>We will not close the clinic.</p><cite>Dr Ada Fontenelle</cite></aside>",
                body.html());
        assertEquals(
                List.of(new Block.PullQuote(
                        "<p>We will not close the clinic.</p>", "We will not close the clinic.", "Dr Ada Fontenelle")),
                body.blocks());
    }

    @Test
    void tells_a_quote_from_a_pull_quote() {
        Body body = Body.fromMarkdown("> Plain words.\n>\n> — The Port Authority\n");
        assertEquals(
                List.of(new Block.Quote("<p>Plain words.</p>", "Plain words.", "The Port Authority")), body.blocks());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<blockquote class='pullquote'>Words</blockquote>",
                "<aside class=\"big pullquote\"><p>Words</p></aside>",
                "<figure class=\"wp-block-pullquote alignleft\"><blockquote><p>Words</p></blockquote></figure>"
            })
    void knows_the_pull_quotes_of_others(String html) {
        assertEquals(
                "<aside class=\"pullquote\"><p>Words</p></aside>",
                Body.fromHtml(html).html());
    }

    @Test
    void makes_a_figure_of_a_picture_that_stands_alone() {
        Body body = Body.fromMarkdown("![Boats at the jetty](https://example.org/b.jpg \"The fleet at Anse Bleue\")");
        assertEquals(
                "<figure><img src=\"https://example.org/b.jpg\" alt=\"Boats at the jetty\">"
                        + "<figcaption>The fleet at Anse Bleue</figcaption></figure>",
                body.html());
        assertEquals(
                List.of(new Block.ImageBlock(
                        "https://example.org/b.jpg", "Boats at the jetty", "The fleet at Anse Bleue", null, null)),
                body.blocks());
    }

    @Test
    void keeps_tables_and_code() {
        Body body = Body.fromMarkdown("| Team | Points |\n|---|---:|\n| Leeward | 12 |\n\n```\na < b\n```\n\n---\n");
        assertEquals(
                "<table><thead><tr><th>Team</th><th class=\"right\">Points</th></tr></thead>"
                        + "<tbody><tr><td>Leeward</td><td class=\"right\">12</td></tr></tbody></table>\n"
                        + "<pre><code>a &lt; b</code></pre>\n<hr>",
                body.html());
        assertEquals("Team\tPoints\nLeeward\t12\n\na < b", body.text());
    }

    @Test
    void shows_a_link_to_a_known_provider_as_an_embed() {
        Body body = Body.fromHtml("<iframe src=\"https://www.youtube.com/embed/abc_123?rel=0\"></iframe>");
        assertEquals(
                List.of(new Block.Embed("https://www.youtube.com/watch?v=abc_123", "YouTube", "Video on YouTube")),
                body.blocks());
    }

    @Test
    void calls_what_another_site_shows_by_its_title_or_by_what_it_must_be() {
        assertEquals(
                List.of(
                        new Block.Embed("https://player.vimeo.com/video/7", "Vimeo", "The mayor's speech"),
                        new Block.Embed("https://w.soundcloud.com/player/?url=a", "SoundCloud", "Audio on SoundCloud"),
                        new Block.Embed("https://open.spotify.com/embed/track/1", "Spotify", "Audio on Spotify")),
                Body.fromHtml("<iframe src=\"https://player.vimeo.com/video/7\" title=\" The mayor's\n"
                                + " speech \"></iframe><iframe src=\"//w.soundcloud.com/player/?url=a\""
                                + " title=\"&#x200b;\"></iframe><iframe"
                                + " src=\"https://open.spotify.com/embed/track/1\"></iframe>")
                        .blocks());
        assertEquals(
                "<p><a href=\"https://maps.example/7\" rel=\"noopener\">https://maps.example/7</a></p>",
                Body.fromHtml("<iframe src=\"https://maps.example/7\"></iframe>")
                        .html());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script><p>Text</p>",
                "<p onclick=\"alert(1)\">Text</p>",
                "<style>p{}</style><p style='x'>Text</p>",
                "<svg><script>alert(1)</script></svg><p>Text</p>",
                "<p>Text<img src=x onerror=alert(1)></p><p></p>",
                "<a href=\"javascript:alert(1)\">Text</a>",
                "<a href=\"&#106;avascript:alert(1)\">Text</a>",
                "<iframe src=\"javascript:alert(1)\"></iframe>Text",
                "<math><mtext><table><mglyph><style><img src=x"
                        + " onerror=alert(1)></style></mglyph></table></mtext></math>Text",
                "<form><input name=x><button>Text</button></form>",
                "<object data=x></object><embed src=x>Text",
                "<p>Text<!-- <script>alert(1)</script> --></p>"
            })
    void takes_out_what_could_do_harm(String html) {
        String clean = Body.fromHtml(html).html();
        assertTrue(clean.contains("Text"), clean);
        assertFalse(
                clean.matches("(?is).*(script|onclick|onerror|style|svg|math|iframe|form|input|object|embed|<!--).*"),
                clean);
    }

    @Test
    void puts_loose_text_into_paragraphs_and_drops_wrappers() {
        assertEquals(
                "<p>One</p>\n<p>Two <em>three</em></p>\n<p>Four</p>",
                Body.fromHtml("<div><div>One</div>Two <i>three</i><section><p>Four</p></section><p> </p></div>")
                        .html());
    }

    @Test
    void counts_words_and_minutes() {
        Body body = Body.fromMarkdown("word ".repeat(239) + "— 7% &");
        assertEquals(240, body.wordCount());
        assertEquals(2, body.readingMinutes());
        assertEquals(1, Body.fromHtml("").readingMinutes());
        assertTrue(Body.fromHtml("<p> <br> </p>").isEmpty());
    }

    @Test
    void changes_nothing_when_it_is_made_canonical_again_and_holds_only_what_is_allowed() {
        Random dice = new Random(20261124);
        String[] names = {
            "p",
            "div",
            "h1",
            "h3",
            "h6",
            "ul",
            "ol",
            "li",
            "blockquote",
            "aside class=pullquote",
            "figure",
            "figcaption",
            "img src=/a.jpg alt=x title=t",
            "a href=https://example.org/",
            "b",
            "i",
            "strong",
            "em",
            "code",
            "pre",
            "table",
            "tr",
            "td",
            "th",
            "br",
            "hr",
            "cite",
            "footer",
            "q",
            "script",
            "style",
            "svg",
            "iframe src=//youtube.com/embed/x",
            "span",
            "sub",
            "textarea",
            "template",
            "noscript",
            "select",
            "math"
        };
        String[] texts = {" ", "text ", "\n", "— name", "a  b", "&lt;b&gt;", "\u00a0", "’", "<", "&", "x\ty"};
        for (int i = 0; i < 1_500; i++) {
            StringBuilder html = new StringBuilder();
            int parts = dice.nextInt(25);
            for (int part = 0; part < parts; part++) {
                String name = names[dice.nextInt(names.length)];
                switch (dice.nextInt(4)) {
                    case 0 -> html.append("</").append(name.split(" ")[0]).append('>');
                    case 1 -> html.append(texts[dice.nextInt(texts.length)]);
                    default -> html.append('<').append(name).append('>');
                }
            }
            Body once = Body.fromHtml(html.toString());
            assertEquals(once, Body.fromHtml(once.html()), html.toString());
            assertEquals("", foreign(once.html()), html.toString());
            once.blocks();
        }
    }

    private static String foreign(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        List<String> top =
                List.of("p", "h2", "h3", "h4", "ul", "ol", "blockquote", "aside", "figure", "table", "pre", "hr");
        List<String> inside = List.of(
                "li",
                "figcaption",
                "img",
                "caption",
                "colgroup",
                "col",
                "thead",
                "tbody",
                "tfoot",
                "tr",
                "th",
                "td",
                "br",
                "a",
                "em",
                "strong",
                "code",
                "kbd",
                "sub",
                "sup",
                "s",
                "del",
                "ins",
                "q",
                "cite",
                "abbr");
        Stream<String> stray = body.childNodes().stream()
                .filter(node -> !(node instanceof Element element && top.contains(element.normalName()))
                        && !node.outerHtml().isBlank())
                .map(Object::toString);
        Stream<String> strange = body.select("* > *").stream()
                .filter(element -> element != body
                        && !top.contains(element.normalName())
                        && !inside.contains(element.normalName()))
                .map(Element::normalName);
        return Stream.concat(stray, strange).collect(Collectors.joining(" "));
    }
}
