package news.piton.articles.internal.body;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * CommonMark 0.31 with GitHub's tables and strikethrough, and two things of our own: a quote whose first line is {@code
 * [!PULLQUOTE]} is a pull quote, and a last line of any quote that begins with an em dash is its attribution. What it makes
 * is not safe yet.
 */
final class Markdown {
    private static final String MARK = "[!PULLQUOTE]";
    private static final int DEEPEST = 100;
    /** Not of mail addresses: a newspaper gives those away to harvesters only where it means to. */
    private static final Extension AUTOLINKS = AutolinkExtension.builder()
            .linkTypes(AutolinkType.URL, AutolinkType.WWW)
            .build();

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), StrikethroughExtension.create(), AUTOLINKS);
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    private Markdown() {}

    static String toHtml(String markdown) {
        String html = RENDERER.render(PARSER.parse(markdown));
        if (!html.contains("<blockquote>")) {
            return html;
        }
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        document.select("blockquote").forEach(Markdown::mark);
        return document.body().html();
    }

    private static void mark(Element quote) {
        Element first = quote.firstElementChild();
        if (first != null && first.normalName().equals("p") && first.firstChild() instanceof TextNode text) {
            String begun = text.getWholeText().stripLeading();
            if (begun.regionMatches(true, 0, MARK, 0, MARK.length())) {
                text.text(begun.substring(MARK.length()).stripLeading());
                quote.addClass("pullquote");
            }
        }
        Element last = quote.lastElementChild();
        if (last != null && last.normalName().equals("p")) {
            attribute(quote, last);
        }
    }

    /** Moves a last line such as {@code — Ada Fontenelle} out of its paragraph. */
    private static void attribute(Element quote, Element last) {
        Node end = last.lastChild();
        if (!(end instanceof TextNode line)) {
            return;
        }
        String text = line.getWholeText();
        int dash = text.startsWith("— ") && last.childNodeSize() == 1 ? 0 : text.lastIndexOf("\n— ") + 1;
        boolean found = dash > 0 || (text.startsWith("— ") && last.childNodeSize() == 1);
        if (found && text.indexOf('\n', dash) < 0) {
            quote.appendElement("cite").text(text.substring(dash + 2).strip());
            line.text(text.substring(0, Math.max(0, dash - 1)));
        }
    }
}
