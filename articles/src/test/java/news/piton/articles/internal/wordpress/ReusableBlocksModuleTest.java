package news.piton.articles.internal.wordpress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import news.piton.articles.ArticlesPlugin;
import news.piton.articles.OldHerald;
import news.piton.core.host.importing.ImportReport;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An export whose posts show blocks that stand behind them in the file. */
class ReusableBlocksModuleTest {
    @AutoClose
    private final TestHost host = TestHost.boot(new ArticlesPlugin());

    private static String item(int number, String type, String status, String content) {
        return """
            <item><title>Item %1$d</title><wp:post_id>%1$d</wp:post_id><wp:post_type>%2$s</wp:post_type>
            <wp:post_name>item-%1$d</wp:post_name><wp:status>%3$s</wp:status>
            <wp:post_date_gmt>2024-02-03 04:05:06</wp:post_date_gmt>
            <content:encoded><![CDATA[%4$s]]></content:encoded></item>
            """.formatted(number, type, status, content);
    }

    private static String export(String... items) {
        return """
            <rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://other.example</wp:base_blog_url>
            %s</channel></rss>
            """.formatted(String.join("", items));
    }

    @Test
    void stand_in_the_posts_that_show_them() {
        String tides = "<!-- wp:block {\"ref\":7} /-->";
        String export = export(
                item(1, "post", "publish", "<!-- wp:paragraph --><p>One.</p><!-- /wp:paragraph -->" + tides),
                item(2, "post", "publish", "<!-- wp:block {\"ref\":8} /-->\n<p>Two.</p>"),
                item(7, "wp_block", "publish", "<!-- wp:paragraph --><p>Tides.</p><!-- /wp:paragraph -->"),
                item(8, "wp_block", "draft", "<p>Not yet.</p>"));
        ImportReport report = OldHerald.importInto(host, export, Integer.MAX_VALUE);
        assertEquals("reusable blocks 1, posts 2", OldHerald.imported(report));
        assertEquals("""
            parts of texts: a reusable block that the export does not hold (1)
            reusable blocks: not published (1)\
            """, OldHerald.skipped(report));
        assertEquals("<p>One.</p>\n<p>Tides.</p>", html("item-1"));
        assertEquals("<p>Two.</p>", html("item-2"));
        assertEquals(
                "reusable blocks 1, posts 2", OldHerald.known(OldHerald.importInto(host, export, Integer.MAX_VALUE)));
    }

    private String html(String slug) {
        return host.guest()
                .send("{ article(slug: \"" + slug + "\") { body { html } } }")
                .ok()
                .text("/data/article/body/html");
    }
}
