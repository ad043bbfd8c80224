package news.piton.app.site.syndication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.piton.app.site.view.Data;
import news.piton.app.site.view.Frame;
import news.piton.core.site.Site;

/**
 * What an article's page says to search engines, as JSON-LD: a NewsArticle and a BreadcrumbList of schema.org, with the
 * properties that Google's guides for articles and breadcrumbs ask for. What is no news, such as an imprint, is a WebPage.
 */
public final class StructuredData {
    /** Google cuts longer ones. */
    private static final int LONGEST_HEADLINE = 110;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Frame frame;
    private final Site site;
    private final Data article;

    private StructuredData(Frame frame, Data article) {
        this.frame = frame;
        this.site = frame.site();
        this.article = article;
    }

    /**
     * JSON that can stand in a script element as it is: nothing in it ends that element or begins a comment.
     *
     * @param article a published one, as its page asks for it
     */
    public static String of(Frame frame, Data article) {
        StructuredData data = new StructuredData(frame, article);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("@context", "https://schema.org");
        json.put("@graph", List.of(data.news() ? data.newsArticle() : data.webPage(), data.breadcrumbs()));
        try {
            return JSON.writeValueAsString(json)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private boolean news() {
        return article.of("section").flag("news");
    }

    private Map<String, Object> webPage() {
        Map<String, Object> page = with(thing("WebPage"), "url", article.text("url"));
        page.put("name", text(article, "headline"));
        if (article.has("standfirst")) {
            page.put("description", text(article, "standfirst"));
        }
        page.put("dateModified", Frame.moment(article.time("updatedAt"), site));
        page.put("publisher", publisher());
        page.put("inLanguage", site.language().toLanguageTag());
        return page;
    }

    private Map<String, Object> newsArticle() {
        Map<String, Object> news = thing("NewsArticle");
        news.put("mainEntityOfPage", with(thing("WebPage"), "@id", article.text("url")));
        news.put("url", article.text("url"));
        news.put("headline", shortened(text(article, "headline")));
        if (article.has("standfirst")) {
            news.put("description", text(article, "standfirst"));
        }
        if (article.has("image")) {
            news.put("image", List.of(image(Picture.of(article.of("image")))));
        }
        news.put("datePublished", Frame.moment(article.time("publishedAt"), site));
        news.put("dateModified", Frame.moment(article.time("updatedAt"), site));
        news.put("author", authors());
        news.put("publisher", publisher());
        news.put("articleSection", text(article.of("section"), "name"));
        List<Data> tags = article.list("tags");
        if (!tags.isEmpty()) {
            news.put("keywords", tags.stream().map(tag -> text(tag, "name")).toList());
        }
        List<Notice> notices = Notice.of(article);
        if (!notices.isEmpty()) {
            news.put("correction", notices.stream().map(this::correction).toList());
        }
        news.put("wordCount", article.of("body").number("wordCount"));
        news.put("inLanguage", site.language().toLanguageTag());
        news.put("isAccessibleForFree", true);
        return news;
    }

    private Map<String, Object> correction(Notice notice) {
        Map<String, Object> comment = with(thing("CorrectionComment"), "text", notice.text());
        return with(comment, "datePublished", Frame.moment(notice.at(), site));
    }

    private List<Map<String, Object>> authors() {
        List<Map<String, Object>> authors = new ArrayList<>();
        for (Data author : article.list("authors")) {
            Map<String, Object> person = with(thing("Person"), "name", text(author, "name"));
            authors.add(with(person, "url", site.link("/author/" + author.text("slug"))));
        }
        if (authors.isEmpty() && article.has("source")) {
            Map<String, Object> source = with(thing("Organization"), "name", text(article.of("source"), "name"));
            authors.add(
                    article.of("source").has("url") ? with(source, "url", text(article.of("source"), "url")) : source);
        }
        return authors.isEmpty() ? List.of(publisher()) : authors;
    }

    private Map<String, Object> publisher() {
        Map<String, Object> publisher = thing("NewsMediaOrganization");
        publisher.put("name", Characters.allowed(site.name()));
        publisher.put("url", site.link("/"));
        if (site.logo() != null) {
            publisher.put("logo", with(thing("ImageObject"), "url", site.logo().toString()));
        }
        return publisher;
    }

    private static Map<String, Object> image(Picture picture) {
        Map<String, Object> image = with(thing("ImageObject"), "url", picture.url());
        if (picture.width() > 0 && picture.height() > 0) {
            image.put("width", picture.width());
            image.put("height", picture.height());
        }
        if (!picture.caption().isEmpty()) {
            image.put("caption", picture.caption());
        }
        return image;
    }

    private Map<String, Object> breadcrumbs() {
        List<Map<String, Object>> way = new ArrayList<>();
        step(way, Characters.allowed(site.name()), site.link("/"));
        if (news()) {
            frame.above(article.of("section")).ifPresent(parent -> step(way, parent));
            step(way, article.of("section"));
        }
        step(way, text(article, "headline"), article.text("url"));
        return with(thing("BreadcrumbList"), "itemListElement", way);
    }

    private void step(List<Map<String, Object>> way, Data section) {
        step(way, text(section, "name"), site.link("/section/" + section.text("slug")));
    }

    private static void step(List<Map<String, Object>> way, String name, String address) {
        Map<String, Object> step = with(thing("ListItem"), "position", way.size() + 1);
        way.add(with(with(step, "name", name), "item", address));
    }

    private static Map<String, Object> thing(String type) {
        return with(new LinkedHashMap<>(), "@type", type);
    }

    private static Map<String, Object> with(Map<String, Object> thing, String property, Object value) {
        thing.put(property, value);
        return thing;
    }

    private static String text(Data data, String field) {
        return Characters.allowed(data.text(field));
    }

    private static String shortened(String headline) {
        if (headline.codePointCount(0, headline.length()) <= LONGEST_HEADLINE) {
            return headline;
        }
        String head = headline.substring(0, headline.offsetByCodePoints(0, LONGEST_HEADLINE - 1));
        int word = head.lastIndexOf(' ');
        return (word > LONGEST_HEADLINE / 2 ? head.substring(0, word) : head).stripTrailing() + "…";
    }
}
