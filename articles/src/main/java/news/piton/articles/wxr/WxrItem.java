package news.piton.articles.wxr;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A post, or anything else that WordPress keeps as one: a page, an attachment, a menu item.
 *
 * @param line where it begins in the file, for messages
 * @param id the number of the post on its site; 0 when the file does not say
 * @param type {@code post}, {@code page}, {@code attachment}, {@code nav_menu_item}, or what a plugin made up
 * @param status {@code publish}, {@code future}, {@code draft}, {@code pending}, {@code private}, {@code trash}, {@code
 *     inherit}, {@code auto-draft}
 * @param password what a reader must know, be it a space; or empty
 * @param slug the last part of its address, percent-encoded where it is not ASCII; empty for drafts
 * @param link its address on the site
 * @param creator the login of its author (before WXR 1.1, the display name)
 * @param content as the editor stored it: blocks, or HTML with blank lines between paragraphs
 * @param parent the item above it, or 0
 * @param attachmentUrl of an attachment, the file; otherwise empty
 * @param labels the terms it carries
 */
public record WxrItem(
        int line,
        long id,
        String type,
        String status,
        String password,
        String title,
        String slug,
        String link,
        String guid,
        String creator,
        WxrDate published,
        WxrDate modified,
        String content,
        String excerpt,
        boolean sticky,
        boolean commentsOpen,
        long parent,
        String attachmentUrl,
        List<Label> labels,
        List<Meta> meta,
        List<WxrComment> comments)
        implements WxrRecord {

    /** A term on an item. */
    public record Label(String taxonomy, String slug, String name) {}

    /** A custom field. A key may come more than once; values of plugins are often PHP's serialisation. */
    public record Meta(String key, String value) {}

    public WxrItem {
        labels = List.copyOf(labels);
        meta = List.copyOf(meta);
        comments = List.copyOf(comments);
    }

    static WxrItem of(int line, WxrFields fields, List<Label> labels, List<Meta> meta, List<WxrComment> comments) {
        return new WxrItem(
                line,
                fields.number("wp:post_id"),
                fields.text("wp:post_type"),
                fields.text("wp:status"),
                fields.raw("wp:post_password"),
                fields.text("title"),
                fields.text("wp:post_name"),
                fields.text("link"),
                fields.text("guid"),
                fields.text("dc:creator"),
                WxrDate.of(fields.text("wp:post_date_gmt"), fields.text("wp:post_date"), fields.text("pubDate")),
                WxrDate.of(fields.text("wp:post_modified_gmt"), fields.text("wp:post_modified"), ""),
                fields.raw("content:encoded"),
                fields.raw("excerpt:encoded"),
                fields.number("wp:is_sticky") == 1,
                fields.text("wp:comment_status").equals("open"),
                fields.number("wp:post_parent"),
                fields.text("wp:attachment_url"),
                labels,
                meta,
                comments);
    }

    /** The terms of one taxonomy, in the order of the file. */
    public List<Label> labels(String taxonomy) {
        return labels.stream()
                .filter(label -> label.taxonomy().equals(taxonomy))
                .toList();
    }

    /** The first value of a custom field. */
    public Optional<String> meta(String key) {
        return values(key).findFirst();
    }

    /** All values of a custom field, in the order of the file. */
    public Stream<String> values(String key) {
        return meta.stream().filter(field -> field.key().equals(key)).map(Meta::value);
    }
}
