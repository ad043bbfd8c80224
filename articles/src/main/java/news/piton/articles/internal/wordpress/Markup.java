package news.piton.articles.internal.wordpress;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Pieces of HTML, written with everything in its place escaped. */
final class Markup {
    private Markup() {}

    static String figure(String url, String alt, String caption) {
        Element figure = page().appendElement("figure");
        figure.appendElement("img").attr("src", url).attr("alt", alt);
        if (!caption.isBlank()) {
            figure.appendElement("figcaption").text(caption);
        }
        return figure.outerHtml();
    }

    /** A link in a paragraph of its own. */
    static String link(String address, String words) {
        return linked(address, words).outerHtml();
    }

    static Element linked(String address, String words) {
        Element paragraph = page().appendElement("p");
        paragraph.appendElement("a").attr("href", address).text(words.isBlank() ? address : words);
        return paragraph;
    }

    private static Document page() {
        Document page = new Document("");
        page.outputSettings().prettyPrint(false);
        return page;
    }

    /** The last part of an address if it looks like a file's name, else the address. */
    static String fileName(String address) {
        String path = address.replaceFirst("(?s)[?#].*$", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.matches("[^/]+\\.[a-zA-Z0-9]{2,5}") ? last : address;
    }
}
