package news.piton.app.site.syndication;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An article's text as it is read outside the site, where a relative link leads nowhere. */
final class FullText {
    private static final List<String> ADDRESSES = List.of("href", "src", "cite");

    private FullText() {}

    /**
     * @param html sanitised HTML, with {@code page} as its base
     * @param picture to stand before the text
     * @param notices to stand before all else, so that nobody reads the text without them
     * @param entries to stand behind the text, in this order
     */
    static String of(String html, String page, @Nullable Picture picture, List<Notice> notices, List<Entry> entries) {
        Document document = Jsoup.parseBodyFragment(html, page);
        document.outputSettings().prettyPrint(false);
        entries.forEach(entry -> add(document.body().appendElement("section"), entry));
        for (String name : ADDRESSES) {
            for (Element element : document.body().select("[" + name + "]")) {
                String address = element.absUrl(name);
                if (address.isEmpty()) {
                    element.removeAttr(name);
                } else {
                    element.attr(name, address);
                }
            }
        }
        if (picture != null) {
            illustrate(document.body().prependElement("figure"), picture);
        }
        for (Notice notice : notices.reversed()) {
            Element paragraph = document.body().prependElement("aside").appendElement("p");
            paragraph.appendElement("strong").text(notice.name() + ":");
            paragraph.appendText(" " + notice.text());
        }
        return document.body().html();
    }

    private static void add(Element section, Entry entry) {
        section.appendElement("p")
                .appendElement("time")
                .attr("datetime", entry.at().toString())
                .text(entry.time());
        if (!entry.headline().isEmpty()) {
            section.appendElement("h3").text(entry.headline());
        }
        section.append(entry.html());
    }

    private static void illustrate(Element figure, Picture picture) {
        Element image = figure.appendElement("img").attr("src", picture.url()).attr("alt", picture.alt());
        if (picture.width() > 0 && picture.height() > 0) {
            image.attr("width", String.valueOf(picture.width())).attr("height", String.valueOf(picture.height()));
        }
        if (!picture.caption().isEmpty()) {
            figure.appendElement("figcaption").text(picture.caption());
        }
    }
}
