package news.piton.articles.wxr;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes an export of version 1.2, record by record, as WordPress's own importer reads it. */
public final class WxrWriter {
    private static final String WORDPRESS = "http://wordpress.org/export/1.2/";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String NEVER = "0000-00-00 00:00:00";

    private final XMLStreamWriter xml;

    /** @param out is left open */
    public WxrWriter(OutputStream out) throws IOException {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        } catch (XMLStreamException impossible) {
            throw new IOException(impossible);
        }
    }

    /** A step of writing. */
    private interface Step {
        void write() throws XMLStreamException;
    }

    private static void write(Step step) throws IOException {
        try {
            step.write();
        } catch (XMLStreamException failed) {
            throw failed.getNestedException() instanceof IOException cause ? cause : new IOException(failed);
        }
    }

    /** The head: the site, as read by {@link WxrReader}. */
    public void begin(WxrSite site, Instant now) throws IOException {
        write(() -> {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("rss");
            xml.writeAttribute("version", "2.0");
            xml.writeNamespace("excerpt", WORDPRESS + "excerpt/");
            xml.writeNamespace("content", "http://purl.org/rss/1.0/modules/content/");
            xml.writeNamespace("dc", "http://purl.org/dc/elements/1.1/");
            xml.writeNamespace("wp", WORDPRESS);
            xml.writeCharacters("\n");
            xml.writeStartElement("channel");
            text("title", site.title());
            text("link", site.address());
            text("description", site.description());
            text("pubDate", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
            text("language", site.language());
            text("wp:wxr_version", "1.2");
            text("wp:base_site_url", site.address());
            text("wp:base_blog_url", site.address());
            text("generator", site.generator());
        });
    }

    public void author(long id, WxrAuthor author) throws IOException {
        write(() -> {
            start("wp:author");
            text("wp:author_id", String.valueOf(id));
            text("wp:author_login", author.login());
            text("wp:author_email", author.email());
            text("wp:author_display_name", author.displayName());
            text("wp:author_first_name", author.firstName());
            text("wp:author_last_name", author.lastName());
            if (!author.description().isEmpty()) { // WordPress passes over it
                text("wp:author_description", author.description());
            }
            close();
        });
    }

    /** A category or a tag. */
    public void term(WxrTerm term) throws IOException {
        write(() -> {
            boolean category = term.taxonomy().equals(WxrTerm.CATEGORY);
            start(category ? "wp:category" : "wp:tag");
            text("wp:term_id", String.valueOf(term.id()));
            if (category) {
                text("wp:category_nicename", term.slug());
                text("wp:category_parent", term.parent());
                text("wp:cat_name", term.name());
            } else {
                text("wp:tag_slug", term.slug());
                text("wp:tag_name", term.name());
            }
            close();
        });
    }

    public void item(WxrItem item) throws IOException {
        write(() -> {
            start("item");
            text("title", item.title());
            text("link", item.link());
            LocalDateTime gmt = item.published().gmt();
            text(
                    "pubDate",
                    gmt == null ? "" : DateTimeFormatter.RFC_1123_DATE_TIME.format(gmt.atOffset(ZoneOffset.UTC)));
            text("dc:creator", item.creator());
            xml.writeStartElement("guid");
            xml.writeAttribute("isPermaLink", "false");
            xml.writeCharacters(clean(item.guid()));
            close();
            text("description", "");
            text("content:encoded", item.content());
            text("excerpt:encoded", item.excerpt());
            text("wp:post_id", String.valueOf(item.id()));
            text("wp:post_date", time(item.published().local()));
            text("wp:post_date_gmt", time(gmt));
            text("wp:post_modified", time(item.modified().local()));
            text("wp:post_modified_gmt", time(item.modified().gmt()));
            text("wp:comment_status", item.commentsOpen() ? "open" : "closed");
            text("wp:ping_status", "closed");
            text("wp:post_name", item.slug());
            text("wp:status", item.status());
            text("wp:post_parent", String.valueOf(item.parent()));
            text("wp:menu_order", "0");
            text("wp:post_type", item.type());
            text("wp:post_password", item.password());
            text("wp:is_sticky", item.sticky() ? "1" : "0");
            if (!item.attachmentUrl().isEmpty()) {
                text("wp:attachment_url", item.attachmentUrl());
            }
            for (WxrItem.Label label : item.labels()) {
                label(label);
            }
            for (WxrItem.Meta meta : item.meta()) {
                start("wp:postmeta");
                text("wp:meta_key", meta.key());
                text("wp:meta_value", meta.value());
                close();
            }
            for (WxrComment comment : item.comments()) {
                comment(comment);
            }
            close();
        });
    }

    private void label(WxrItem.Label label) throws XMLStreamException {
        start("category");
        xml.writeAttribute("domain", label.taxonomy());
        xml.writeAttribute("nicename", label.slug());
        content(label.name());
        close();
    }

    private void comment(WxrComment comment) throws XMLStreamException {
        start("wp:comment");
        text("wp:comment_id", String.valueOf(comment.id()));
        text("wp:comment_author", comment.author());
        text("wp:comment_author_email", comment.email());
        text("wp:comment_author_url", comment.url());
        text("wp:comment_author_IP", "");
        text("wp:comment_date", time(comment.date().local()));
        text("wp:comment_date_gmt", time(comment.date().gmt()));
        text("wp:comment_content", comment.content());
        text("wp:comment_approved", comment.approved());
        text("wp:comment_type", comment.type());
        text("wp:comment_parent", String.valueOf(comment.parent()));
        text("wp:comment_user_id", "0");
        close();
    }

    /** The end of the file. What has none is cut off. */
    public void end() throws IOException {
        write(() -> {
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.flush();
        });
    }

    private static String time(@Nullable LocalDateTime time) {
        return time == null ? NEVER : TIME.format(time);
    }

    /** Prefixes are written as they are: each is declared once, at the top. */
    private void start(String name) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(name);
    }

    private void close() throws XMLStreamException {
        xml.writeEndElement();
    }

    private void text(String name, String text) throws XMLStreamException {
        start(name);
        content(text);
        close();
    }

    /** As WordPress does it: what is more than a word stands in CDATA. */
    private void content(String text) throws XMLStreamException {
        String clean = clean(text);
        if (clean.chars().noneMatch(c -> c == '<' || c == '&' || c == '>')) {
            xml.writeCharacters(clean);
        } else {
            xml.writeCData(clean.replace("]]>", "]]]]><![CDATA[>"));
        }
    }

    /** Without the characters that XML 1.0, section 2.2, does not know. */
    private static String clean(String text) {
        boolean fine = text.chars()
                .noneMatch(c -> c < 0x20 && c != '\n' && c != '\t' && c != '\r'
                        || Character.isSurrogate((char) c)
                        || c >= 0xFFFE);
        if (fine) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c >= 0x20 || c == '\n' || c == '\t' || c == '\r')
                .filter(c -> c < 0xD800 || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
