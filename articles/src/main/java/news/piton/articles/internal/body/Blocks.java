package news.piton.articles.internal.body;

import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads canonical HTML as typed blocks and as plain text. */
final class Blocks {
    private Blocks() {}

    static List<Block> of(String canonical) {
        return elements(canonical).stream().map(Blocks::block).toList();
    }

    static List<Block.ImageBlock> images(String canonical) {
        return elements(canonical).stream()
                .flatMap(block -> block.select("img").stream())
                .map(picture -> image(picture, picture.closest("figure")))
                .toList();
    }

    static List<Passage> passages(String canonical) {
        return elements(canonical).stream()
                .map(element -> new Passage(element.outerHtml(), plain(element)))
                .toList();
    }

    static String text(String canonical) {
        return elements(canonical).stream()
                .map(Blocks::plain)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static List<Element> elements(String canonical) {
        var document = Jsoup.parseBodyFragment(canonical);
        document.outputSettings().prettyPrint(false);
        return document.body().children();
    }

    private static Block block(Element element) {
        return switch (element.normalName()) {
            case "p" -> paragraph(element);
            case "h2", "h3", "h4" ->
                new Block.Heading(element.normalName().charAt(1) - '0', element.html(), plain(element));
            case "blockquote" -> {
                String attribution = attribution(element);
                yield new Block.Quote(element.html().strip(), plain(element), attribution);
            }
            case "aside" -> {
                String attribution = attribution(element);
                yield new Block.PullQuote(element.html().strip(), plain(element), attribution);
            }
            case "ul", "ol" ->
                new Block.ListBlock(
                        element.normalName().equals("ol"),
                        element.children().stream().map(Element::html).toList());
            case "figure" -> image(element.expectFirst("img"), element);
            default -> new Block.MarkupBlock(element.outerHtml(), plain(element));
        };
    }

    private static Block paragraph(Element paragraph) {
        Element link = paragraph.childNodeSize() == 1 ? paragraph.firstElementChild() : null;
        if (link != null && link.normalName().equals("a")) {
            Provider provider = Provider.of(link.attr("href"));
            if (provider != null) {
                String title = link.text();
                return new Block.Embed(
                        link.attr("href"), provider.name(), title.equals(link.attr("href")) ? null : title);
            }
        }
        return new Block.Paragraph(paragraph.html(), plain(paragraph));
    }

    private static Block.ImageBlock image(Element picture, @Nullable Element figure) {
        Element caption = figure == null ? null : figure.selectFirst("figcaption");
        return new Block.ImageBlock(
                picture.attr("src"),
                picture.attr("alt"),
                caption == null ? null : caption.html(),
                pixels(picture.attr("width")),
                pixels(picture.attr("height")));
    }

    private static @Nullable Integer pixels(String attribute) {
        return attribute.isEmpty() ? null : Integer.valueOf(attribute);
    }

    private static @Nullable String attribution(Element quote) {
        Element cite = quote.lastElementChild();
        if (cite == null || !cite.normalName().equals("cite")) {
            return null;
        }
        cite.remove();
        return cite.text();
    }

    private static String plain(Element element) {
        return switch (element.normalName()) {
            case "ul", "ol", "blockquote", "aside", "figure", "table", "thead", "tbody", "tfoot" ->
                element.children().stream()
                        .map(Blocks::plain)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n"));
            case "tr" -> element.children().stream().map(Blocks::plain).collect(Collectors.joining("\t"));
            default -> element.wholeText().strip();
        };
    }
}
