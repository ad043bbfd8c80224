package news.piton.comments.internal.wordpress;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** WordPress keeps comments as HTML in which line ends count; here they are plain text. */
final class PlainComment {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "blockquote",
            "ul",
            "ol",
            "table",
            "pre",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "figure",
            "dl",
            "address");
    private static final Set<String> FRAMES = Set.of("ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr");
    private static final Set<String> LINES = Set.of("li", "tr", "dt", "dd");

    private PlainComment() {}

    static String of(String html) {
        Element body = Jsoup.parseBodyFragment(html.replace("\r\n", "\n")).body();
        body.select("script,style,noscript,template,iframe,object").remove();
        StringBuilder text = new StringBuilder();
        body.traverse(new Writer(text));
        return text.toString()
                .replaceAll("(?<![ \\t])[ \\t]++(?=\\n)|(?<=\\n)[ \\t]++", "")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static final class Writer implements NodeVisitor {
        private final StringBuilder text;

        Writer(StringBuilder text) {
            this.text = text;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                boolean between = words.isBlank()
                        && node.parent() instanceof Element parent
                        && FRAMES.contains(parent.normalName());
                text.append(between ? "" : words.getWholeText());
            } else if (node instanceof Element element) {
                open(element);
            }
        }

        private void open(Element element) {
            String name = element.normalName();
            switch (name) {
                case "br" -> {
                    boolean lineEnds = element.nextSibling() instanceof TextNode next
                            && next.getWholeText().startsWith("\n");
                    text.append(lineEnds ? "" : "\n");
                }
                case "li" -> text.append("\n• ");
                case "td", "th" -> text.append(' ');
                case "img" ->
                    text.append(
                            element.attr("alt").isBlank()
                                    ? ""
                                    : "[" + element.attr("alt").strip() + "]");
                default -> text.append(isBlock(element) ? "\n\n" : LINES.contains(name) ? "\n" : "");
            }
        }

        /** Whether an empty line sets it off; a list within a list is part of it. */
        private static boolean isBlock(Element element) {
            boolean inner = element.parent() instanceof Element parent
                    && parent.normalName().equals("li");
            return BLOCKS.contains(element.normalName()) && !inner;
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                String name = element.normalName();
                String address = element.attr("href").strip();
                if (name.equals("a")
                        && address.matches("https?://\\S+")
                        && !element.text().strip().equals(address)) {
                    text.append(element.hasText() ? " (" + address + ")" : address);
                }
                text.append(isBlock(element) ? "\n\n" : "");
            }
        }
    }
}
