package news.piton.app.site.syndication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes JSON Feed 1.1. */
final class JsonFeed {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFeed() {}

    static String write(Feed feed, String self) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", "https://jsonfeed.org/version/1.1");
        json.put("title", feed.title());
        json.put("description", feed.description());
        json.put("home_page_url", feed.homepage());
        json.put("feed_url", self);
        json.put("language", feed.site().language().toLanguageTag());
        json.put(
                "authors",
                List.of(author(
                        Characters.allowed(feed.site().name()), feed.site().link("/"))));
        if (!feed.site().hubs().isEmpty()) {
            json.put(
                    "hubs",
                    feed.site().hubs().stream()
                            .map(hub -> Map.of("type", "WebSub", "url", hub.toString()))
                            .toList());
        }
        json.put("items", feed.items().stream().map(each -> item(feed, each)).toList());
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, Object> item(Feed feed, FeedItem article) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", article.id());
        json.put("url", article.url());
        json.put("title", article.title());
        if (!article.summary().isEmpty()) {
            json.put("summary", article.summary());
        }
        json.put("content_html", article.html());
        if (article.picture() != null) {
            json.put("image", article.picture().url());
        }
        json.put("date_published", article.published().toString());
        json.put("date_modified", article.updated().toString());
        if (!article.authors().isEmpty()) {
            json.put(
                    "authors",
                    article.authors().stream()
                            .map(each -> author(each.name(), feed.site().link("/author/" + each.slug())))
                            .toList());
        }
        json.put("tags", article.topics());
        return json;
    }

    private static Map<String, Object> author(String name, String address) {
        Map<String, Object> author = new LinkedHashMap<>();
        author.put("name", name);
        author.put("url", address);
        return author;
    }
}
