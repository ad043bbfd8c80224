package news.piton.articles.internal.wordpress;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The classic editor keeps paragraphs as text with blank lines between, and WordPress makes the elements when it shows the
 * page. This makes them once: a blank line ends a paragraph, a single line break is one, an address alone on a line is a
 * link.
 */
final class Paragraphs {
    private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\n\\s*");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final String BLOCK_NAMES =
            "p,h1,h2,h3,h4,h5,h6,ul,ol,li,dl,blockquote,pre,table,figure,hr,div,section,"
                    + "article,aside,header,footer,main,nav,address,center,form,fieldset,iframe,object,details";
    private static final Set<String> BLOCKS = Set.of(BLOCK_NAMES.split(","));
    private static final Set<String> STRUCTURES = Set.of("ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr");
    private static final Set<String> UNTOUCHED =
            Set.of("pre", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "iframe", "object", "textarea");

    private Paragraphs() {}

    static void restore(Element container) {
        String name = container.normalName();
        if (UNTOUCHED.contains(name)) {
            return;
        }
        if (name.equals("p")) {
            breakLines(container);
        } else if (STRUCTURES.contains(name)) {
            container.children().forEach(Paragraphs::restore);
        } else {
            new Run(container).arrange();
        }
    }

    /** The inline content of a container, cut into paragraphs. */
    private static final class Run {
        private final Element container;
        private Element paragraph = new Element("p");

        Run(Element container) {
            this.container = container;
        }

        void arrange() {
            List<Node> nodes = new ArrayList<>(container.childNodes());
            nodes.forEach(Node::remove);
            for (Node node : nodes) {
                if (node instanceof TextNode text) {
                    add(text.getWholeText().replace("\r\n", "\n").replace('\r', '\n'));
                } else if (node instanceof Element element && isBlock(element)) {
                    finish();
                    restore(element);
                    container.appendChild(element);
                } else {
                    paragraph.appendChild(node);
                }
            }
            finish();
        }

        private void add(String text) {
            String[] pieces = BLANK_LINE.split(text, -1);
            for (int i = 0; i < pieces.length; i++) {
                if (i > 0) {
                    finish();
                }
                if (!pieces[i].isEmpty()) {
                    paragraph.appendChild(new TextNode(pieces[i]));
                }
            }
        }

        private void finish() {
            Element attribution = attribution();
            if (holdsSomething(paragraph)) {
                String text = paragraph.wholeText().strip();
                if (paragraph.childrenSize() == 0 && ADDRESS.matcher(text).matches()) {
                    paragraph = Markup.linked(text, "");
                }
                breakLines(paragraph);
                container.appendChild(paragraph);
            }
            if (attribution != null) {
                container.appendChild(attribution);
            }
            paragraph = new Element("p");
        }

        /** A quote's last line, when it says who said it, is no part of what was said. */
        private @Nullable Element attribution() {
            Element cite = paragraph.lastElementChild();
            boolean last = cite != null
                    && container.normalName().equals("blockquote")
                    && cite.normalName().equals("cite")
                    && (cite.nextSibling() == null || cite.nextSibling() instanceof TextNode rest && rest.isBlank());
            if (!last || cite == null) {
                return null;
            }
            cite.remove();
            return cite;
        }
    }

    /** A hard space alone is how the classic editor makes an empty line. */
    static boolean holdsSomething(Element paragraph) {
        return !paragraph.wholeText().replace('\u00a0', ' ').isBlank()
                || paragraph.selectFirst("img,iframe,audio,video") != null;
    }

    private static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName()) || element.selectFirst(BLOCK_NAMES) != null;
    }

    /** Makes line breaks of line ends, except at both ends of the line and where there is one already. */
    static void breakLines(Element line) {
        for (TextNode text : line.nodeStream(TextNode.class).toList()) {
            if (text.getWholeText().indexOf('\n') >= 0
                    && (text.parent() instanceof Element parent)
                    && parent.closest("pre") == null) {
                breakLines(text, text == line.firstChild(), text == line.lastChild());
            }
        }
    }

    private static void breakLines(TextNode text, boolean first, boolean last) {
        String whole = text.getWholeText();
        String trimmed = first ? whole.stripLeading() : whole;
        String[] lines = (last ? trimmed.stripTrailing() : trimmed).split("\\n", -1);
        boolean afterBreak = text.previousSibling() instanceof Element before
                && before.normalName().equals("br");
        for (int i = 0; i < lines.length; i++) {
            boolean doubled = i == 1 && afterBreak && lines[0].isBlank();
            if (i > 0 && !doubled) {
                text.before(new Element("br"));
            }
            text.before(new TextNode(lines[i]));
        }
        text.remove();
    }
}
