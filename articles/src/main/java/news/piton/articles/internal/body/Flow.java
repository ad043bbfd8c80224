package news.piton.articles.internal.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Arranges the content of an element as a sequence of blocks: loose text into paragraphs, wrappers away, nothing empty. */
final class Flow {
    private static final Set<String> BLOCKS =
            Set.of("p", "h2", "h3", "h4", "ul", "ol", "blockquote", "table", "pre", "hr");
    private static final Set<String> WRAPPERS = Set.of(
            "div",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "address",
            "center",
            "aside",
            "figure",
            "figcaption",
            "caption",
            "li",
            "tr",
            "td",
            "th",
            "thead",
            "tbody",
            "tfoot");

    /** What cannot stand inside a line of running text. */
    static final Set<String> NOT_INLINE =
            Stream.concat(BLOCKS.stream(), WRAPPERS.stream()).collect(Collectors.toUnmodifiableSet());

    private final Document document;

    Flow(Document document) {
        this.document = document;
    }

    /** The blocks of a container, which is empty afterwards. */
    List<Element> arranged(Element container) {
        List<Element> blocks = new ArrayList<>();
        Element line = paragraph();
        for (Node node : taken(container)) {
            if (node instanceof Element element && isBlock(element)) {
                finish(line, blocks);
                line = paragraph();
                add(element, blocks);
            } else if (node instanceof Element || node instanceof TextNode) {
                line.appendChild(node);
            }
        }
        finish(line, blocks);
        return blocks;
    }

    private boolean isBlock(Element element) {
        return NOT_INLINE.contains(element.normalName()) || Lines.holds(element, NOT_INLINE);
    }

    private void add(Element element, List<Element> blocks) {
        switch (element.normalName()) {
            case "p" -> {
                if (!Lines.holds(element, NOT_INLINE)) {
                    finish(element, blocks);
                } else {
                    blocks.addAll(arranged(element));
                }
            }
            case "h2", "h3", "h4" -> {
                Lines.flatten(element);
                Lines.tidy(element);
                if (element.hasText()) {
                    blocks.add(element);
                }
            }
            case "ul", "ol" -> list(element, blocks);
            case "blockquote" -> quote(element, blocks);
            case "aside" -> {
                if (element.hasClass("pullquote")) {
                    quote(element, blocks);
                } else {
                    blocks.addAll(arranged(element));
                }
            }
            case "figure" -> figure(element, blocks);
            case "table" -> table(element, blocks);
            case "pre" -> {
                if (element.hasText()) {
                    blocks.add(code(element));
                }
            }
            case "hr" -> blocks.add(element);
            default -> blocks.addAll(arranged(element));
        }
    }

    /** A paragraph, unless nothing is in it; one that holds a picture alone is a figure. */
    private void finish(Element line, List<Element> blocks) {
        Lines.tidy(line);
        List<Element> pictures = Lines.within(line, Lines.PICTURE);
        Element picture = line.hasText() || pictures.isEmpty() ? null : pictures.getFirst();
        if (picture != null && pictures.size() == 1) {
            Element link = picture.closest("a");
            String caption = picture.attr("title").strip();
            blocks.add(figure(
                    picture,
                    link,
                    caption.isEmpty()
                            ? null
                            : document.createElement("figcaption").text(caption)));
        } else if (line.hasText() || picture != null) {
            pictures.forEach(Lines::describe);
            blocks.add(line);
        }
    }

    private void figure(Element figure, List<Element> blocks) {
        Element picture = figure.selectFirst("img");
        if (picture == null
                || figure.select("img").size() > 1
                || figure.selectFirst("table,blockquote,ul,ol,pre") != null) {
            blocks.addAll(arranged(figure));
            return;
        }
        Element caption = figure.selectFirst("figcaption");
        if (caption != null) {
            caption.remove();
            Lines.flatten(caption);
            Lines.tidy(caption);
        }
        Element link = picture.closest("a");
        blocks.add(figure(picture, link, caption == null || !caption.hasText() ? null : caption));
        blocks.addAll(arranged(figure));
    }

    private Element figure(Element picture, @Nullable Element link, @Nullable Element caption) {
        Element figure = document.createElement("figure");
        Lines.describe(picture);
        if (link == null) {
            figure.appendChild(picture);
        } else {
            picture.remove();
            Element bare = link.shallowClone();
            bare.appendChild(picture);
            link.remove();
            figure.appendChild(bare);
        }
        if (caption != null) {
            figure.appendChild(caption);
        }
        return figure;
    }

    private void list(Element list, List<Element> blocks) {
        List<Element> items = new ArrayList<>();
        for (Node node : taken(list)) {
            if (node instanceof Element item && item.normalName().equals("li")) {
                cell(item);
                if (item.childNodeSize() > 0) {
                    items.add(item);
                }
            } else if (node instanceof Element || node instanceof TextNode text && !text.isBlank()) {
                Element item = document.createElement("li");
                item.appendChild(node);
                cell(item);
                if (item.childNodeSize() > 0) {
                    items.add(item);
                }
            }
        }
        if (!items.isEmpty()) {
            items.forEach(list::appendChild);
            blocks.add(list);
        }
    }

    private void quote(Element quote, List<Element> blocks) {
        String attribution = Lines.attribution(quote);
        List<Element> said = arranged(quote);
        if (said.isEmpty()) {
            if (!attribution.isEmpty()) {
                blocks.add(paragraph().text(attribution));
            }
            return;
        }
        said.forEach(quote::appendChild);
        if (!attribution.isEmpty()) {
            quote.appendElement("cite").text(attribution);
        }
        blocks.add(quote);
    }

    private void table(Element table, List<Element> blocks) {
        if (!table.hasText() && !Lines.holds(table, Lines.PICTURE)) {
            return;
        }
        table.select("td,th").stream()
                .filter(cell -> cell.closest("table") == table)
                .forEach(this::cell);
        table.select("caption").forEach(caption -> {
            Lines.flatten(caption);
            Lines.tidy(caption);
        });
        Lines.dropSpaces(table);
        blocks.add(table);
    }

    /** A list's item or a table's cell: a first paragraph needs no element of its own. */
    private void cell(Element cell) {
        List<Element> content = arranged(cell);
        content.forEach(cell::appendChild);
        Element first = cell.firstElementChild();
        boolean single =
                content.stream().filter(block -> block.normalName().equals("p")).count() == 1;
        if (single && first != null && first.normalName().equals("p")) {
            first.unwrap();
        }
    }

    private Element code(Element pre) {
        Element plain = document.createElement("pre");
        plain.appendElement("code").text(pre.wholeText().stripTrailing().replaceFirst("^\\n", ""));
        return plain;
    }

    /** All children at once: one by one, each would move those behind it. */
    private static List<Node> taken(Element container) {
        List<Node> nodes = List.copyOf(container.childNodes());
        container.empty();
        return nodes;
    }

    private Element paragraph() {
        return document.createElement("p");
    }
}
