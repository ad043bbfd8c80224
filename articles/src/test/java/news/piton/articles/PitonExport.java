package news.piton.articles;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import news.piton.articles.wxr.WxrSite;

/** What a small Piton exports as WXR, as far as a test has a say in it. */
final class PitonExport {
    private final StringBuilder head = new StringBuilder();
    private final StringBuilder items = new StringBuilder();
    private String generator = WxrSite.PITON;
    private int number;
    private boolean sticky;

    /** As if WordPress had written it. */
    PitonExport fromWordPress() {
        generator = "https://wordpress.org/?v=6.8";
        return this;
    }

    /** What comes next is sticky. */
    PitonExport sticky() {
        sticky = true;
        return this;
    }

    PitonExport author(String slug, String name) {
        head.append(
                "<wp:author><wp:author_login>%s</wp:author_login><wp:author_display_name>%s</wp:author_display_name></wp:author>\n"
                        .formatted(slug, name));
        return this;
    }

    /** @param parent the slug of the one above, or empty */
    PitonExport section(String slug, String name, String parent) {
        head.append("""
            <wp:category><wp:term_id>%d</wp:term_id><wp:category_nicename>%s</wp:category_nicename>
            <wp:category_parent>%s</wp:category_parent><wp:cat_name>%s</wp:cat_name></wp:category>
            """.formatted(++number, slug, parent, name));
        return this;
    }

    /** An article in a section, under a tag, by an author; each a slug and a name with a colon between. */
    PitonExport article(
            String headline,
            String status,
            String section,
            List<String> tags,
            String author,
            Map<String, String> meta) {
        String date = status.equals("draft") ? "0000-00-00 00:00:00" : "2024-02-03 04:05:06";
        items.append("""
            <item><title>%s</title><dc:creator>%s</dc:creator><wp:post_id>%d</wp:post_id><wp:post_type>post</wp:post_type>
            <wp:post_name>%s</wp:post_name><wp:status>%s</wp:status><wp:post_date_gmt>%s</wp:post_date_gmt>
            <content:encoded>What it says.</content:encoded><wp:is_sticky>%d</wp:is_sticky>%s%s%s</item>
            """.formatted(
                headline,
                author,
                ++number,
                headline.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'),
                status,
                date,
                sticky ? 1 : 0,
                label("category", section),
                tags.stream().map(tag -> label("post_tag", tag)).collect(Collectors.joining()),
                meta.entrySet().stream()
                        .map(one -> "<wp:postmeta><wp:meta_key>" + one.getKey() + "</wp:meta_key><wp:meta_value>"
                                + one.getValue() + "</wp:meta_value></wp:postmeta>")
                        .collect(Collectors.joining())));
        sticky = false;
        return this;
    }

    private static String label(String taxonomy, String slugAndName) {
        String[] parts = slugAndName.split(":", 2);
        return "<category domain=\"%s\" nicename=\"%s\">%s</category>".formatted(taxonomy, parts[0], parts[1]);
    }

    String text() {
        return """
            <rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
            xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><wp:wxr_version>1.2</wp:wxr_version>
            <wp:base_blog_url>https://other.example</wp:base_blog_url><generator>%s</generator>
            %s%s</channel></rss>
            """.formatted(generator, head, items);
    }
}
