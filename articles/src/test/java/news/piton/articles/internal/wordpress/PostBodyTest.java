package news.piton.articles.internal.wordpress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import news.piton.articles.internal.article.Invalid;
import news.piton.articles.internal.body.Body;
import news.piton.articles.internal.store.ImportFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader of the old site saw, said in plain HTML. */
class PostBodyTest {
    private static final String JETTY = "https://old.example/jetty.jpg";

    @Test
    void makes_paragraphs_of_blank_lines_and_breaks_of_line_ends() {
        assertEquals(
                "<p>One</p><p>Two<br>and <em>more</em><br>of it</p>",
                html("One\r\n\r\nTwo\nand <em>more</em>\nof it\n"));
        assertEquals("<p>Kept</p>", html("<p>Kept</p>"));
        assertEquals("<p>a<br>b</p>", html("a<br />\nb"));
        assertEquals("<p>a</p><p>b</p>", html("a\n\n&nbsp;\n\nb"));
    }

    @Test
    void leaves_blocks_lists_tables_and_code_as_they_are() {
        assertEquals(
                "<p>Before</p><ul><li><p>one</p></li><li><p>two</p><ol><li><p>deep</p></li></ol></li></ul><p>After</p>",
                html("Before\n<ul>\n\t<li>one</li>\n\t<li>two\n<ol>\n\t<li>deep</li>\n</ol>\n</li>\n</ul>\nAfter"));
        assertEquals(
                "<pre>a\n\nb</pre>",
                PostBody.html("<pre>a\n\nb</pre>", new OneJetty()).strip());
        assertEquals(
                "<blockquote><p>Said.</p><cite>Somebody</cite></blockquote>",
                html("<blockquote>Said.\n<cite>Somebody</cite></blockquote>"));
        assertEquals("<h2>A heading</h2><p>Text</p>", html("<h2>A heading</h2>\nText"));
    }

    @Test
    void turns_an_address_alone_on_its_line_into_a_link() {
        assertEquals(
                "<p><a"
                    + " href=\"https://video.example/1?a=b&amp;c=d\">https://video.example/1?a=b&amp;c=d</a></p><p>Watch"
                    + " https://x.example now</p>",
                html("https://video.example/1?a=b&c=d\n\nWatch https://x.example now"));
    }

    @Test
    void drops_the_fold_the_page_breaks_and_the_comments_of_blocks() {
        assertEquals("<p>a</p><p>b</p><p>c</p>", html("a\n\n<!--more Read on-->\n\nb\n\n<!--nextpage-->\n\nc"));
        assertEquals(
                "<p>x</p>",
                html("<!-- wp:paragraph -->\n<p>x</p>\n<!-- /wp:paragraph -->\n<!-- wp:latest-posts {\"a\":1} /-->"));
        assertTrue(html("<!-- wp:code -->\n<pre><code>&lt;!-- wp:code --></code></pre>\n<!-- /wp:code -->")
                .contains("&lt;!-- wp:code --&gt;"));
    }

    @Test
    void finds_pictures_that_load_late_and_tells_of_those_that_are_in_no_file() {
        List<String> lost = new ArrayList<>();
        assertEquals(
                "<p>a</p><figure><img src=\"" + JETTY + "\" alt=\"\"></figure><p>b</p>",
                Body.fromHtml(PostBody.html(
                                "a\n\n<img src=\"data:image/gif;base64,R0lGOD\" data-src=\"" + JETTY
                                        + "\"><noscript><img src=\"" + JETTY + "\"></noscript>\n\nb",
                                new OneJetty(),
                                lost::add))
                        .html()
                        .replace("\n", ""));
        assertEquals(List.of(), lost);
        assertTrue(
                html("<p>a</p><img class=lazy data-lazy-src='" + JETTY + "'>").contains("src=\"" + JETTY));
        assertEquals(
                "<p>a</p><p>b</p>",
                PostBody.html("a\n\n<img src='data:image/png;base64,iVBORw0KGgo='>\n\nb", new OneJetty(), lost::add)
                        .replace("\n", ""));
        assertEquals(List.of("a picture that stands in the text itself, and in no file"), lost);
    }

    @Test
    void keeps_captions_of_both_ages() {
        String picture = "<img src=\"" + JETTY + "\" alt=\"Jetty\">";
        String figure = "<figure>" + picture + "<figcaption>The <em>jetty</em></figcaption></figure>";
        assertEquals(figure, html("[caption id=\"a\" width=\"6\"]" + picture + " The <em>jetty</em>[/caption]"));
        assertEquals(figure, html("[caption width='6' caption=\"The <em>jetty</em>\"]" + picture + "[/caption]"));
        assertEquals("<p>No picture</p>", html("[caption id=\"a\"]No picture[/caption]"));
        assertEquals(
                "<figure>" + picture + "<figcaption>Old</figcaption></figure>",
                html("<dl class=\"wp-caption\"><dt class=\"wp-caption-dt\">" + picture
                                + "</dt><dd class=\"wp-caption-dd\">Old</dd></dl>")
                        .replaceAll(" class=\"[^\"]*\"", ""));
    }

    @Test
    void lays_out_galleries_from_the_attachments_of_the_export() {
        String jetty = "<figure><img src=\"" + JETTY
                + "\" alt=\"The jetty\"><figcaption>Dawn &amp; dusk</figcaption></figure>";
        assertEquals(jetty, html("[gallery]"));
        assertEquals(jetty, html("[gallery columns=\"2\" ids=\"7, 999,x\" orderby=\"rand\"]"));
        assertEquals("", html("[gallery ids=\"999\"]"));
    }

    @Test
    void turns_players_and_embeds_into_links() {
        String song = "<p><a href=\"https://old.example/song.mp3\">song.mp3</a></p>";
        assertEquals(song, html("[audio https://old.example/song.mp3]"));
        assertEquals(song, html("[audio mp3=\"https://old.example/song.mp3\"][/audio]"));
        assertEquals(
                song, html("<!-- wp:audio -->\n<figure><audio src=\"https://old.example/song.mp3\"></audio></figure>"));
        assertEquals(
                "<p><a href=\"https://video.example/1\">The speech</a></p>",
                html("<!-- wp:embed --><figure class=\"wp-block-embed is-type-video\"><div"
                        + " class=\"wp-block-embed__wrapper\">\n"
                        + "https://video.example/1\n"
                        + "</div><figcaption>The speech<br></figcaption></figure><!-- /wp:embed -->"));
        assertEquals(
                "<p><a href=\"https://video.example/1\">https://video.example/1</a></p>",
                html("[embed]https://video.example/1[/embed]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "He said [sic] so [see page 4] [1] | <p>He said [sic] so [see page 4] [1]</p>",
                "[contact-form id=\"7\"] | ''",
                "[box]Inside[/box] | <p>Inside</p>",
                "[[gallery]] | <p>[gallery]</p>",
                "[caption]unclosed | <p>unclosed</p>",
                "[/caption] [ | <p>[/caption] [</p>",
            })
    void leaves_a_writers_brackets_alone_and_takes_a_plugins_away(String content, String html) {
        assertEquals(html, html(content));
    }

    @Test
    void shows_what_blocks_mean() {
        assertEquals(
                "<figure><img src=\"" + JETTY + "\" alt=\"\"></figure><div><p>Over it</p></div>",
                html("<!-- wp:cover --><div class=\"wp-block-cover\"><div style=\"background-image:url(" + JETTY
                                + ")\"></div><div><p>Over it</p></div></div>")
                        .replaceAll("<div class=\"wp-block-cover\">(.*)</div>$", "$1")
                        .replaceAll("<div style=[^>]*></div>", ""));
        assertEquals(
                "<p>Salt<br>  and wind</p>",
                PostBody.html("<!-- wp:verse --><pre class=\"wp-block-verse\">Salt\n  and wind</pre>", new OneJetty())
                        .replaceAll(" class=\"[^\"]*\"", ""));
        assertFalse(html("<!-- wp:file --><div class=\"wp-block-file\"><a href=\"x\">The file</a>"
                        + "<a href=\"x\" class=\"wp-block-file__button\">Download</a></div>")
                .contains("Download"));
        assertEquals(
                "<div><p><strong>Jetty</strong></p><div><p>Where boats land.</p></div></div>",
                html("<dl><dt>Jetty</dt><dd>Where boats land.</dd></dl>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[caption]", "[a b=\"", "[x ", "[[", "[b]", "<div>", "<!--", "\n\n", "[gallery ids='7'"})
    void takes_its_time_with_nobody(String piece) {
        assertTimeout(Duration.ofSeconds(10), () -> PostBody.html(piece.repeat(20_000), new OneJetty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Council <em>votes</em> on <b>H<sub>2</sub>O</b> &#8211; again | Council votes on H2O – again",
                "Fish & chips &amp; more | Fish & chips & more",
                "~`!@#$%^&*()-_=+{}[]/\\;:?,.> | ~`!@#$%^&*()-_=+{}[]/\\;:?,.>",
            })
    void reads_titles_as_text(String title, String text) {
        assertEquals(text, PostBody.text(title));
    }

    @Test
    @Timeout(20)
    void reads_endless_addresses_and_spaces_once() {
        assertTrue(html("[embed]" + "?".repeat(1_000_000) + "\n?x[/embed] Here").endsWith("Here</p>"));
        assertTrue(html("<!-- wp:block" + " ".repeat(1_500_000) + "x -->Here").endsWith("Here"));
    }

    /** Without the spaces between elements that mean nothing. */
    private static String html(String content) {
        return PostBody.html(content, new OneJetty())
                .replaceAll("\\s+", " ")
                .replaceAll("(?<=>) (?=</?(?:p|ul|ol|li|div|figure|h2|blockquote|pre)\\b)", "")
                .strip();
    }

    private static String block(int number) {
        return "<!-- wp:block {\"ref\":" + number + ",\"note\":{}} /-->";
    }

    @Test
    void shows_reusable_blocks_where_posts_show_them_also_in_each_other() {
        assertEquals("<p>a</p><p>Tides</p><p>b</p>", html("<p>a</p>" + block(1) + "<p>b</p>"));
        assertEquals("<p>Tides</p><hr><p>Tides</p>", html(block(2)));
        assertEquals("", html(block(999)));
        assertEquals("<p>me</p>", html(block(3)));
    }

    @Test
    void is_filled_by_no_block_for_ever() {
        assertThrows(Invalid.class, () -> html(block(4).repeat(1_000)));
        assertEquals("", html(block(100)));
        assertTimeout(Duration.ofSeconds(10), () -> html("<!-- wp:block {\"ref\"".repeat(20_000)));
        assertTimeout(Duration.ofSeconds(10), () -> html("<!-- wp:block {\"ref\":1".repeat(20_000)));
    }

    private static final class OneJetty implements Shelf {
        /** The last of them show each other in a long row. */
        private static String text(long number) {
            return switch ((int) number) {
                case 1 -> "<!-- wp:paragraph --><p>Tides</p><!-- /wp:paragraph -->";
                case 2 -> block(1) + "<hr>" + block(1);
                case 3 -> "<p>me</p>" + block(3);
                case 4 -> "x".repeat(100_000);
                default -> block((int) number + 1);
            };
        }

        @Override
        public Map<Long, String> blocks(List<Long> originals) {
            return originals.stream()
                    .filter(number -> number < 900)
                    .collect(Collectors.toMap(number -> number, OneJetty::text));
        }

        private static final ImportFile PICTURE = new ImportFile(7, 1, JETTY, "The jetty", "Dawn & dusk", 0, 0, "", "");

        @Override
        public List<ImportFile> numbered(List<Long> originals) {
            return originals.contains(7L) ? List.of(PICTURE) : List.of();
        }

        @Override
        public List<ImportFile> ofThisPost() {
            return List.of(PICTURE, new ImportFile(8, 1, "https://old.example/song.mp3", "", "", 0, 0, "", ""));
        }
    }
}
