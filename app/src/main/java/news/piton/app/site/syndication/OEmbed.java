package news.piton.app.site.syndication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import news.piton.app.site.view.Data;
import news.piton.core.site.Site;

/**
 * What another site shows of an article that it links to (oembed.com, version 1.0): the type `link`, with which the other site
 * decides itself how that looks, and takes no markup of ours.
 */
public final class OEmbed {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OEmbed() {}

    /**
     * @param article as the document oembed asks for it
     * @param width the widest thumbnail that is wanted, in pixels
     * @param height the highest
     */
    public static Map<String, Object> of(Site site, Data article, int width, int height) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", "1.0");
        answer.put("type", "link");
        answer.put("title", Characters.allowed(article.text("headline")));
        if (!article.list("authors").isEmpty()) {
            answer.put(
                    "author_name",
                    article.list("authors").stream()
                            .map(author -> Characters.allowed(author.text("name")))
                            .collect(Collectors.joining(", ")));
            answer.put(
                    "author_url",
                    site.link("/author/" + article.list("authors").getFirst().text("slug")));
        }
        answer.put("provider_name", Characters.allowed(site.name()));
        answer.put("provider_url", site.link("/"));
        answer.put("cache_age", 3_600);
        if (article.has("image")) {
            thumbnail(answer, article.of("image"), width, height);
        }
        return answer;
    }

    /** The widest rendition that fits, when its size is known; all three or none. */
    private static void thumbnail(Map<String, Object> answer, Data image, int width, int height) {
        image.list("renditions").stream()
                .filter(each -> each.number("width") > 0 && each.number("height") > 0)
                .filter(each -> each.number("width") <= width && each.number("height") <= height)
                .max(Comparator.comparingInt(each -> each.number("width")))
                .ifPresent(each -> {
                    answer.put("thumbnail_url", each.text("url"));
                    answer.put("thumbnail_width", each.number("width"));
                    answer.put("thumbnail_height", each.number("height"));
                });
    }

    public static String json(Map<String, Object> answer) {
        try {
            return JSON.writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String xml(Map<String, Object> answer) {
        return Xml.document(xml -> {
            xml.begin("oembed");
            answer.forEach((name, value) -> xml.element(name, value.toString()));
            xml.end();
        });
    }
}
