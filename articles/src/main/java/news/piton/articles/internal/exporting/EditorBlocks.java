package news.piton.articles.internal.exporting;

import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Says a canonical body in the blocks of WordPress's editor, each between the comments that tell what it is, so that an editor
 * there goes on with a text and not with a lump of HTML.
 */
final class EditorBlocks {
    private EditorBlocks() {}

    /** @param site where pictures lie that are addressed by their path */
    static String of(String canonical, String site) {
        Document document = Jsoup.parseBodyFragment(canonical, site);
        document.outputSettings().prettyPrint(false);
        document.select("img[src^=/]").forEach(picture -> picture.attr("src", picture.absUrl("src")));
        return document.body().children().stream().map(EditorBlocks::block).collect(Collectors.joining("\n\n"));
    }

    /**
     * @param className or empty
     * @param html what stands in it, safe already
     */
    static String paragraph(String className, String html) {
        return className.isEmpty()
                ? in("paragraph", "", "<p>" + html + "</p>")
                : in(
                        "paragraph",
                        " {\"className\":\"" + className + "\"}",
                        "<p class=\"" + className + "\">" + html + "</p>");
    }

    /** Of the third level. */
    static String heading(String className, String html) {
        return in(
                "heading",
                " {\"level\":3,\"className\":\"" + className + "\"}",
                "<h3 class=\"wp-block-heading " + className + "\">" + html + "</h3>");
    }

    private static String block(Element element) {
        return switch (element.normalName()) {
            case "p" -> in("paragraph", element);
            case "h2" -> in("heading", element.addClass("wp-block-heading"));
            case "h3", "h4" ->
                in(
                        "heading",
                        " {\"level\":" + element.normalName().charAt(1) + "}",
                        element.addClass("wp-block-heading").outerHtml());
            case "ul", "ol" -> list(element);
            case "blockquote" -> quote(element);
            case "aside" -> pullQuote(element);
            case "figure" -> figure(element);
            case "table" -> in("table", "", "<figure class=\"wp-block-table\">" + element.outerHtml() + "</figure>");
            case "pre" -> in("code", element.addClass("wp-block-code"));
            case "hr" -> in("separator", element.addClass("wp-block-separator has-alpha-channel-opacity"));
            default -> in("html", element);
        };
    }

    private static String in(String name, Element element) {
        return in(name, "", element.outerHtml());
    }

    private static String in(String name, String attributes, String html) {
        return "<!-- wp:" + name + attributes + " -->\n" + html + "\n<!-- /wp:" + name + " -->";
    }

    /** Every item is a block of its own; a list in an item is one in that. */
    private static String list(Element list) {
        boolean ordered = list.normalName().equals("ol");
        String items = list.children().stream().map(EditorBlocks::item).collect(Collectors.joining("\n\n"));
        Element open = list.shallowClone().addClass("wp-block-list");
        String tags = open.outerHtml();
        String end = "</" + list.normalName() + ">";
        return in(
                "list",
                ordered ? " {\"ordered\":true}" : "",
                tags.substring(0, tags.length() - end.length()) + items + end);
    }

    private static String item(Element item) {
        StringBuilder html = new StringBuilder();
        item.childNodes().forEach(node -> {
            boolean list = node instanceof Element inner && inner.normalName().matches("ul|ol");
            html.append(list ? list((Element) node) : node.outerHtml());
        });
        return in("list-item", "", "<li>" + html + "</li>");
    }

    private static String quote(Element quote) {
        String said = quote.children().stream()
                .map(child -> child.normalName().equals("cite") ? child.outerHtml() : block(child))
                .collect(Collectors.joining("\n"));
        return in("quote", "", "<blockquote class=\"wp-block-quote\">" + said + "</blockquote>");
    }

    private static String pullQuote(Element quote) {
        return in(
                "pullquote",
                "",
                "<figure class=\"wp-block-pullquote\"><blockquote>" + quote.html() + "</blockquote></figure>");
    }

    private static String figure(Element figure) {
        figure.select("figcaption").addClass("wp-element-caption");
        return in("image", figure.addClass("wp-block-image"));
    }
}
