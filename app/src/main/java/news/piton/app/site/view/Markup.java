package news.piton.app.site.view;

import java.util.Iterator;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** An article's or entry's sanitised HTML as it stands on a page. */
public final class Markup {
    private Markup() {}

    /**
     * What is wider than the page can be scrolled from the keyboard too (WCAG 2.2, 2.1.1), and a table stays a table. Pictures
     * come when they are scrolled to, and of those that were uploaded no larger ones than a screen needs.
     *
     * @param body with {@code html} and {@code images}
     */
    public static String ofArticle(Data body) {
        String html = body.text("html");
        return html.contains("<table") || html.contains("<pre") || html.contains("<img")
                ? furnished(parsed(html), body)
                : html;
    }

    /**
     * The same, for text below another heading than that of the page.
     *
     * @param above the level of that heading, from which its own headings go on without a gap
     */
    public static String below(int above, Data body) {
        String html = body.text("html");
        if (!html.contains("<h")) {
            return ofArticle(body);
        }
        Document document = parsed(html);
        for (Element heading : document.body().select("h2, h3, h4")) {
            int level = heading.normalName().charAt(1) - '0' + above - 1;
            heading.tagName("h" + Math.min(level, 6));
        }
        return furnished(document, body);
    }

    private static Document parsed(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        return document;
    }

    private static String furnished(Document document, Data body) {
        illustrate(document, body.list("images"));
        for (Element table : document.body().select("table")) {
            Element box = new Element("div").addClass("sideways");
            reachable(box, "Table");
            table.replaceWith(box);
            box.appendChild(table);
        }
        document.body().select("pre").forEach(text -> reachable(text, "Preformatted text"));
        return document.body().html();
    }

    /** @param images one for each picture, in order */
    private static void illustrate(Document document, List<Data> images) {
        Iterator<Data> next = images.iterator();
        for (Element picture : document.body().select("img")) {
            picture.attr("loading", "lazy").attr("decoding", "async");
            if (next.hasNext()) {
                size(picture, next.next());
            }
        }
    }

    private static void size(Element picture, Data image) {
        if (image.number("width") > 0 && image.number("height") > 0) {
            picture.attr("width", image.text("width")).attr("height", image.text("height"));
        }
        String sources = Pictures.sources(image);
        if (sources != null) {
            picture.attr("srcset", sources).attr("sizes", Pictures.COLUMN);
        }
    }

    /** A group, since a region for every table would crowd the landmarks that readers go by. */
    private static void reachable(Element box, String name) {
        box.attr("tabindex", "0").attr("role", "group").attr("aria-label", name);
    }
}
