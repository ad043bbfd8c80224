package news.piton.app.site.syndication;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import news.piton.app.site.view.Data;
import news.piton.core.site.Site;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * An article in a feed, or a correction of one. All texts are free of what no feed may hold.
 *
 * @param id lasting: stays when headline, address, time or the site's name change
 * @param url the permalink
 * @param title the headline, and before it that the article has been retracted, or what kind of correction it is
 * @param summary plain text; may be empty
 * @param html the whole text, every address in it absolute
 * @param updated when it last changed; never before it was published
 * @param topics the section and the tags
 */
public record FeedItem(
        String id,
        String url,
        String title,
        String summary,
        String html,
        Instant published,
        Instant updated,
        List<Author> authors,
        List<String> topics,
        @Nullable Picture picture) {

    /** A name above the article; {@code slug} names the author's page. */
    public record Author(String name, String slug) {}

    /** What the fragment FeedItem asks for. */
    public static FeedItem of(Data article, Site site) {
        String url = article.text("url");
        Picture picture = article.has("image") ? Picture.of(article.of("image")) : null;
        List<String> topics = new ArrayList<>();
        topics.add(Characters.allowed(article.of("section").text("name")));
        article.list("tags").forEach(tag -> topics.add(Characters.allowed(tag.text("name"))));
        return new FeedItem(
                id("article " + article.text("id")),
                url,
                Characters.allowed((article.flag("retracted") ? "Retracted: " : "") + article.text("headline")),
                Characters.allowed(article.text("standfirst")),
                Characters.allowed(FullText.of(
                        article.of("body").text("html"), url, picture, Notice.of(article), Entry.of(article, site))),
                article.time("publishedAt"),
                article.time("updatedAt"),
                article.list("authors").stream()
                        .map(each -> new Author(Characters.allowed(each.text("name")), each.text("slug")))
                        .toList(),
                topics.stream().distinct().toList(),
                picture);
    }

    /** What the document corrections asks for: an entry of its own, so that readers learn of what was corrected long after. */
    public static FeedItem ofCorrection(Data edge) {
        Data article = edge.of("article");
        Notice notice = Notice.one(edge.of("node"));
        String url = article.text("url") + "#corrections";
        String headline = Characters.allowed(article.text("headline"));
        Element link = new Element("p");
        link.appendElement("a").attr("href", url).text(headline);
        return new FeedItem(
                id("correction " + article.text("id") + " " + notice.at()),
                url,
                notice.name() + ": " + headline,
                notice.text(),
                FullText.of(link.outerHtml(), url, null, List.of(notice), List.of()),
                notice.at(),
                notice.at(),
                List.of(),
                List.of(notice.name()),
                null);
    }

    /** A URN made of what names the item and never changes. */
    private static String id(String what) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
    }
}
