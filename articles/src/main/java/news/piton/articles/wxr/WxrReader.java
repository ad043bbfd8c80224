package news.piton.articles.wxr;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import news.piton.core.plugin.Importer.ImportFailed;
import org.jspecify.annotations.Nullable;

/**
 * Reads an export as a stream, one record at a time, and holds no more than the one at hand.
 *
 * <p>A file that is malformed, cut off or no export at all ends in {@link ImportFailed} with the line and the column; the
 * records before that place have been handed out by then. So does one in which anything but blanks and comments follows the
 * channel. Document types and entities are refused: nothing is opened, nothing expands.
 */
public final class WxrReader implements AutoCloseable {
    /**
     * In bytes, with its comments. The largest that people wrote are some hundred KiB; WordPress itself gives up far below, at
     * the limit of one database packet, 16 MiB by default.
     */
    public static final int LARGEST_ITEM = 16 << 20;

    private final WxrXml xml;
    private final int largestItem;
    private @Nullable WxrFields site = new WxrFields();
    private @Nullable WxrRecord afterSite;
    private boolean ended;

    /** The stream is closed with this reader. */
    public WxrReader(InputStream in) throws ImportFailed, IOException {
        this(in, LARGEST_ITEM);
    }

    WxrReader(InputStream in, int largestItem) throws ImportFailed, IOException {
        this.largestItem = largestItem;
        this.xml = new WxrXml(in);
        xml.allow(largestItem);
        xml.enter();
        if (!xml.name().equals("rss")) {
            throw new ImportFailed(
                    xml.where() + "this is no WordPress export: it begins with <" + xml.name()
                            + ">, and an export begins with <rss>.",
                    null);
        }
        do {
            if (!xml.child()) {
                throw new ImportFailed(xml.where() + "this is no WordPress export: <rss> holds no <channel>.", null);
            }
        } while (!xml.name().equals("channel"));
    }

    /** The next record, or null at the end. The first one is always the {@link WxrSite}. */
    public @Nullable WxrRecord next() throws ImportFailed, IOException {
        if (afterSite != null) {
            WxrRecord record = afterSite;
            afterSite = null;
            return record;
        }
        while (!ended) {
            xml.allow(largestItem);
            if (!xml.child()) {
                ended = true;
                xml.end();
                return site == null ? null : finishSite(site);
            }
            WxrRecord record = record();
            if (record != null && site != null) {
                afterSite = record;
                return finishSite(site);
            }
            if (record != null) {
                return record;
            }
        }
        return null;
    }

    /** How much of the file was read, in bytes; runs a little ahead of the records. */
    public long position() {
        return xml.position();
    }

    /** The child of the channel at hand, or null when it belongs to the site or to nobody. */
    private @Nullable WxrRecord record() throws ImportFailed, IOException {
        String name = xml.name();
        switch (name) {
            case "wp:author":
                return WxrAuthor.of(fields());
            case "wp:category":
                return WxrTerm.category(fields());
            case "wp:tag":
                return WxrTerm.tag(fields());
            case "wp:term":
                return WxrTerm.term(fields());
            case "item":
                return item();
            case "title", "link", "description", "language", "generator", "wp:wxr_version", "wp:base_blog_url":
                String text = xml.text();
                if (site != null) {
                    site.put(name, text);
                }
                return null;
            default:
                xml.skip();
                return null;
        }
    }

    private WxrSite finishSite(WxrFields fields) throws ImportFailed {
        site = null;
        WxrSite found = WxrSite.of(fields);
        boolean export =
                !found.version().isEmpty() || (afterSite instanceof WxrItem item ? item.id() > 0 : afterSite != null);
        if (!export) {
            throw new ImportFailed(
                    xml.where()
                            + "this is an RSS feed, but no WordPress export: it has no <wp:wxr_version>. Use Tools,"
                            + " Export in WordPress.",
                    null);
        }
        return found;
    }

    private WxrItem item() throws ImportFailed, IOException {
        int line = xml.line();
        WxrFields fields = new WxrFields();
        List<WxrItem.Label> labels = new ArrayList<>();
        List<WxrItem.Meta> meta = new ArrayList<>();
        List<WxrComment> comments = new ArrayList<>();
        while (xml.child()) {
            String name = xml.name();
            switch (name) {
                case "category" -> {
                    String domain = xml.attribute("domain");
                    String slug = xml.attribute("nicename");
                    String label = xml.text().strip();
                    if (!slug.isEmpty()) { // WXR 1.0 says each one twice, once without a slug
                        labels.add(new WxrItem.Label(domain.equals("tag") ? WxrTerm.TAG : domain, slug, label));
                    }
                }
                case "wp:postmeta" -> {
                    WxrFields field = fields();
                    meta.add(new WxrItem.Meta(field.text("wp:meta_key"), field.raw("wp:meta_value")));
                }
                case "wp:comment" -> comments.add(WxrComment.of(fields()));
                default -> fields.put(name, xml.text());
            }
        }
        return WxrItem.of(line, fields, labels, meta, comments);
    }

    /** The texts of all children of the element at hand. */
    private WxrFields fields() throws ImportFailed, IOException {
        WxrFields fields = new WxrFields();
        while (xml.child()) {
            String name = xml.name();
            fields.put(name, xml.text());
        }
        return fields;
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
