package news.piton.app.site.view;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** An article's or entry's sanitised HTML as it stands on a page. */
public final class Markup {
    private Markup() {}

    /** What is wider than the page can be scrolled from the keyboard too (WCAG 2.2, 2.1.1), and a table stays a table. */
    public static String ofArticle(String html) {
        return html.contains("<table") || html.contains("<pre") ? scrollable(parsed(html)) : html;
    }

    /**
     * The same, for text below another heading than that of the page.
     *
     * @param above the level of that heading, from which its own headings go on without a gap
     */
    public static String below(int above, String html) {
        if (!html.contains("<h")) {
            return ofArticle(html);
        }
        Document document = parsed(html);
        for (Element heading : document.body().select("h2, h3, h4")) {
            int level = heading.normalName().charAt(1) - '0' + above - 1;
            heading.tagName("h" + Math.min(level, 6));
        }
        return scrollable(document);
    }

    private static Document parsed(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        return document;
    }

    private static String scrollable(Document document) {
        for (Element table : document.body().select("table")) {
            Element box = new Element("div").addClass("sideways");
            reachable(box, "Table");
            table.replaceWith(box);
            box.appendChild(table);
        }
        document.body().select("pre").forEach(text -> reachable(text, "Preformatted text"));
        return document.body().html();
    }

    /** A group, since a region for every table would crowd the landmarks that readers go by. */
    private static void reachable(Element box, String name) {
        box.attr("tabindex", "0").attr("role", "group").attr("aria-label", name);
    }
}
