package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists and searches that name a section, a tag or an author by the slug that it had before. */
class OldSlugsModuleTest {
    private static final String LIST =
            "query($f: ArticleFilter) { articles(filter: $f) { totalCount nodes { headline } } }";
    private static final String SEARCH =
            "query($f: ArticleFilter) { articles: searchArticles(text: \"sails\", filter: $f) { totalCount nodes {"
                    + " headline } } }";
    private static TestHost host;

    @BeforeAll
    static void boot() {
        host = TestHost.boot(new ArticlesPlugin());
        String sport = made("createSection", "section", Map.of("name", "Sport"));
        made("createSection", "section", Map.of("name", "Sailing", "parent", sport));
        String culture = made("createSection", "section", Map.of("name", "Culture"));
        String author = made("createAuthor", "author", Map.of("name", "Ione Charlery"));
        ArticlesFixture.publish(
                host,
                "Race sails",
                Map.of("section", "sailing", "tags", List.of("Ralies"), "authors", List.of("ione-charlery")));
        ArticlesFixture.publish(host, "Play sails", Map.of("section", "culture"));
        made("updateSection", "section", Map.of("id", sport, "slug", "sports"));
        made("updateSection", "section", Map.of("id", culture, "slug", "arts"));
        made("updateAuthor", "author", Map.of("id", author, "slug", "ione"));
        String tag = host.guest().send("{ tag(slug: \"ralies\") { id } }").ok().text("/data/tag/id");
        made("updateTag", "tag", Map.of("id", tag, "name", "Rallies"));
    }

    @AfterAll
    static void close() {
        host.close();
    }

    private static String made(String mutation, String what, Map<String, Object> input) {
        return ArticlesFixture.change(host, "EDITOR", mutation, what + " { id }", input)
                .ok()
                .text("/data/" + mutation + "/" + what + "/id");
    }

    private static List<String> found(String query, Map<String, String> filter) {
        var list = host.guest().send(query, Map.of("f", filter)).ok().at("/data/articles");
        assertEquals(list.path("nodes").size(), list.path("totalCount").asInt());
        return list.path("nodes").findValuesAsText("headline");
    }

    @Test
    void lead_to_what_had_them() {
        for (String query : List.of(LIST, SEARCH)) {
            for (Map<String, String> filter : List.of(
                    Map.of("section", "sport"),
                    Map.of("section", "sports"),
                    Map.of("tag", "ralies"),
                    Map.of("tag", "rallies"),
                    Map.of("author", "ione-charlery"),
                    Map.of("author", "ione"),
                    Map.of("section", "sport", "tag", "ralies", "author", "ione-charlery"))) {
                assertEquals(List.of("Race sails"), found(query, filter), query + filter);
            }
            assertEquals(List.of("Play sails"), found(query, Map.of("section", "culture")), query);
            assertEquals(List.of(), found(query, Map.of("section", "nowhere")), query);
            assertEquals(List.of(), found(query, Map.of("section", "culture", "tag", "ralies")), query);
        }
    }

    @Test
    void mean_who_has_them_when_somebody_has_them_again() {
        String books = made("createSection", "section", Map.of("name", "Books"));
        ArticlesFixture.publish(host, "Novel sails", Map.of("section", "books"));
        made("updateSection", "section", Map.of("id", books, "slug", "literature"));
        made("createSection", "section", Map.of("name", "Books"));
        ArticlesFixture.publish(host, "Bookshop sails", Map.of("section", "books"));
        for (String query : List.of(LIST, SEARCH)) {
            assertEquals(List.of("Bookshop sails"), found(query, Map.of("section", "books")), query);
            assertEquals(List.of("Novel sails"), found(query, Map.of("section", "literature")), query);
        }
    }

    @Test
    void cost_nothing_who_uses_the_slugs_of_today() {
        for (String filter : List.of("section: \"arts\"", "tag: \"rallies\"", "author: \"ione\"")) {
            String query = "{ articles(filter: {" + filter + "}) { nodes { headline } } }";
            host.guest().send(query).ok();
            assertEquals(1, host.statements(() -> host.guest().send(query).ok()), filter);
        }
    }
}
