package news.piton.articles.internal.body;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Puts the inside of one line of running text in order: spaces, breaks, pictures. */
final class Lines {
    static final Set<String> PICTURE = Set.of("img");
    private static final Set<String> INLINE =
            Set.of("a", "em", "strong", "code", "kbd", "sub", "sup", "s", "del", "ins", "q", "cite", "abbr");
    private static final Set<String> ROWS = Set.of("table", "thead", "tbody", "tfoot", "tr");
    private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n\\f]+");

    private Lines() {}

    /** Whether one of these elements is inside, at any depth. */
    static boolean holds(Element element, Set<String> names) {
        return element.stream().anyMatch(each -> each != element && names.contains(each.normalName()));
    }

    static List<Element> within(Element element, Set<String> names) {
        return element.stream()
                .filter(each -> each != element && names.contains(each.normalName()))
                .toList();
    }

    /** One space where there were many, none at the ends, no breaks at the ends, nothing empty. */
    static void tidy(Element line) {
        within(line, INLINE).reversed().stream()
                .filter(inline -> !inline.hasText() && !holds(inline, PICTURE))
                .forEach(Element::unwrap);
        boolean space = true;
        for (TextNode text : texts(line)) {
            String one = SPACES.matcher(text.getWholeText()).replaceAll(" ");
            boolean afterBreak = text.previousSibling() instanceof Element before
                    && before.normalName().equals("br");
            String tidied = (space || afterBreak) && one.startsWith(" ") ? one.substring(1) : one;
            text.text(tidied);
            space = tidied.isEmpty() ? space : tidied.endsWith(" ");
            if (text.nextSibling() instanceof Element after
                    && after.normalName().equals("img")) {
                space = false;
            }
        }
        trim(line);
    }

    private static void trim(Element line) {
        List<Node> nodes = List.copyOf(line.childNodes());
        int from = 0;
        int to = nodes.size();
        while (from < to && droppable(nodes.get(from))) {
            from++;
        }
        while (to > from && droppable(nodes.get(to - 1))) {
            to--;
        }
        if (to - from < nodes.size()) {
            line.empty();
            line.appendChildren(nodes.subList(from, to));
        }
        if (to > from && nodes.get(to - 1) instanceof TextNode last) {
            last.text(last.getWholeText().stripTrailing());
        }
    }

    /** Turns blocks inside a line, such as a division in a heading, into their text. */
    static void flatten(Element line) {
        within(line, Flow.NOT_INLINE).reversed().forEach(block -> {
            block.appendText(" ");
            block.unwrap();
        });
    }

    private static boolean droppable(Node node) {
        return node instanceof TextNode text && text.isBlank()
                || node instanceof Element element && element.normalName().equals("br");
    }

    private static List<TextNode> texts(Element line) {
        return line.nodeStream(TextNode.class).toList();
    }

    /** Spaces between rows and cells mean nothing. */
    static void dropSpaces(Element table) {
        table.nodeStream(TextNode.class)
                .filter(text ->
                        text.isBlank() && text.parent() instanceof Element parent && ROWS.contains(parent.normalName()))
                .toList()
                .forEach(Node::remove);
    }

    /** Every picture has a description, even if it is an empty one; its title has become the caption. */
    static void describe(Element picture) {
        picture.attr("alt", picture.attr("alt").strip());
        picture.removeAttr("title");
    }

    /** Takes the attribution out of a quote: its {@code cite} or {@code footer}, without the dash in front. */
    static String attribution(Element quote) {
        for (Element child : List.copyOf(quote.children())) {
            boolean named =
                    child.normalName().equals("cite") || child.normalName().equals("footer");
            Element only =
                    child.normalName().equals("p") && child.childrenSize() == 1 ? child.firstElementChild() : null;
            boolean alone = only != null
                    && only.normalName().equals("cite")
                    && only.text().equals(child.text().strip());
            if (named || alone) {
                child.remove();
                return child.text().strip().replaceFirst("^(?:—|–|--?)\\s*", "");
            }
        }
        return "";
    }
}
