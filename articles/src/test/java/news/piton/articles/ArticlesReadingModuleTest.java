package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What readers find, and what they never find. */
class ArticlesReadingModuleTest {
    private static TestHost host;
    private static String secret;

    @BeforeAll
    static void boot() {
        host = TestHost.boot(new ArticlesPlugin());
        ArticlesFixture.section(host, "sport", "Sport");
        host.as("EDITOR")
                .send("mutation { createAuthor(input: {name: \"Ione Charlery\"}) { userErrors { code } } "
                        + "createSource(input: {name: \"Wire\", kind: AGENCY}) { userErrors { code } } }")
                .ok();
        for (int i = 1; i <= 25; i++) {
            ArticlesFixture.publish(
                    host,
                    "Harbour report number " + i,
                    Map.of(
                            "tags",
                            List.of("Harbour", i % 2 == 0 ? "Even" : "Odd"),
                            "authors",
                            List.of("ione-charlery"),
                            "source",
                            "Wire",
                            "section",
                            i % 5 == 0 ? "sport" : "news"));
            host.clock().tick(Duration.ofMinutes(1));
        }
        secret = ArticlesFixture.draft(
                host,
                "Harbour secret",
                Map.of("tags", List.of("Harbour", "Embargoed"), "authors", List.of("ione-charlery"), "source", "Wire"));
    }

    @AfterAll
    static void close() {
        host.close();
    }

    @Test
    void hides_what_is_not_published_on_every_path() {
        List<String> amongOthers = List.of(
                "{ articles(first: 100) { totalCount nodes { headline } } }",
                "{ articles(first: 100, filter: {tag: \"harbour\"}) { totalCount nodes { headline } } }",
                "{ articles(first: 100, filter: {author: \"ione-charlery\", section: \"news\"}) { totalCount nodes {"
                        + " headline } } }",
                "{ section(slug: \"news\") { articles(first: 100) { totalCount nodes { headline } } } }",
                "{ tag(slug: \"harbour\") { articles(first: 100) { totalCount nodes { headline } } } }",
                "{ author(slug: \"ione-charlery\") { articles(first: 100) { totalCount nodes { headline } } } }",
                "{ article(slug: \"harbour-report-number-25\") { related(first: 20) { headline } } }");
        List<String> byItself = List.of(
                "{ searchArticles(text: \"secret\", first: 100) { totalCount nodes { headline } edges { excerpt } } }",
                "{ article(slug: \"harbour-secret\") { headline } }",
                "{ tag(slug: \"embargoed\") { name } }");
        for (String query : amongOthers) {
            String seen = seen(query);
            assertTrue(seen.contains("harbour report number"), query);
            assertFalse(seen.contains("secret"), query);
        }
        for (String query : byItself) {
            assertFalse(seen(query).contains("secret"), query);
        }
        for (String list : List.of("tag(slug: \"harbour\")", "author(slug: \"ione-charlery\")")) {
            Reply counted = host.guest()
                    .send("{ " + list + " { articles { totalCount } } }")
                    .ok();
            assertTrue(
                    counted.json().toString().contains(":25}"), counted.json().toString());
        }
        Reply node = host.guest()
                .send("query($id: ID!) { node(id: $id) { ... on Article { headline } } }", Map.of("id", secret))
                .ok();
        assertTrue(node.at("/data/node").isNull());
        assertEquals(
                "Harbour secret",
                host.as("AUTHOR")
                        .send("query($id: ID!) { node(id: $id) { ... on Article { headline } } }", Map.of("id", secret))
                        .ok()
                        .text("/data/node/headline"));
        assertEquals(
                "UNAUTHENTICATED",
                host.guest()
                        .send("{ articles(filter: {statuses: [DRAFT]}) { nodes { headline } } }")
                        .errorCode());
        assertEquals(
                "1",
                host.as("AUTHOR")
                        .send("{ articles(filter: {statuses: [DRAFT]}) { totalCount } }")
                        .ok()
                        .text("/data/articles/totalCount"));
    }

    private static String seen(String query) {
        return host.guest().send(query).ok().json().toString().toLowerCase(Locale.ROOT);
    }

    @Test
    void walks_through_a_list_page_by_page_in_both_directions() {
        List<String> newestFirst = IntStream.rangeClosed(1, 25)
                .mapToObj(i -> "Harbour report number " + (26 - i))
                .toList();
        assertEquals(
                newestFirst,
                walk("first", "after", "endCursor", "hasNextPage").stream()
                        .flatMap(List::stream)
                        .toList());
        assertEquals(
                newestFirst,
                walk("last", "before", "startCursor", "hasPreviousPage").reversed().stream()
                        .flatMap(List::stream)
                        .toList());
    }

    /** The headlines of every page, in the order in which the pages come. */
    private static List<List<String>> walk(String size, String from, String cursor, String more) {
        List<List<String>> all = new ArrayList<>();
        String at = null;
        do {
            Map<String, Object> variables = new java.util.HashMap<>();
            variables.put("c", at);
            Reply reply = host.guest()
                    .send(
                            "query($c: String) { articles(filter: {tag: \"harbour\"}, " + size + ": 4, " + from
                                    + ": $c) " + "{ nodes { headline } pageInfo { " + cursor + " " + more + " } } }",
                            variables)
                    .ok();
            all.add(reply.at("/data/articles/nodes").findValuesAsText("headline"));
            at = reply.at("/data/articles/pageInfo/" + more).asBoolean()
                    ? reply.text("/data/articles/pageInfo/" + cursor)
                    : null;
        } while (at != null);
        return all;
    }

    @Test
    void filters_by_everything_at_once() {
        Reply reply = host.guest()
                .send("{ articles(filter: {tag: \"even\", section: \"sport\", author: \"ione-charlery\"}) {"
                        + " totalCount nodes { headline } } }")
                .ok();
        assertEquals(
                "[{\"headline\":\"Harbour report number 20\"},{\"headline\":\"Harbour report number 10\"}]",
                reply.at("/data/articles/nodes").toString());
        assertEquals(
                "0",
                host.guest()
                        .send("{ articles(filter: {tag: \"nothing\"}) { totalCount } }")
                        .ok()
                        .text("/data/articles/totalCount"));
        assertEquals(
                "BAD_REQUEST",
                host.guest().send("{ articles(first: 101) { totalCount } }").errorCode());
        assertEquals(
                "BAD_REQUEST",
                host.guest()
                        .send("{ articles(after: \"nonsense\") { nodes { id } } }")
                        .errorCode());
    }

    @Test
    void tells_other_modules_what_readers_may_see() {
        Articles articles = host.api(Articles.class);
        ArticleView article =
                articles.publishedBySlug("harbour-report-number-3").orElseThrow();
        long hidden = news.piton.core.id.GlobalId.number("Article", secret).orElseThrow();
        assertTrue(articles.published(article.id()).isPresent());
        assertEquals(
                Map.of(article.id(), "This is what the article…"),
                articles.excerpts(java.util.Set.of(article.id(), hidden), 25));
        assertEquals(1, host.statements(() -> articles.excerpts(java.util.Set.of(article.id(), hidden), 25)));
        assertTrue(articles.publishedBySlug("harbour-secret").isEmpty());
        assertTrue(articles.published(java.util.Set.of(hidden)).isEmpty());
        assertEquals(1, articles.any(java.util.Set.of(hidden)).size());
        assertEquals(0, host.statements(() -> articles.published(java.util.Set.of())));
    }
}
