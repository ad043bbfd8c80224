package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        List<String> paths = List.of(
                "{ articles(first: 100) { totalCount nodes { headline } } }",
                "{ articles(first: 100, filter: {tag: \"harbour\"}) { totalCount nodes { headline } } }",
                "{ articles(first: 100, filter: {author: \"ione-charlery\", section: \"news\"}) { totalCount nodes {"
                        + " headline } } }",
                "{ section(slug: \"news\") { articles(first: 100) { totalCount nodes { headline } } } }",
                "{ tag(slug: \"harbour\") { articles(first: 100) { totalCount nodes { headline } } } }",
                "{ author(slug: \"ione-charlery\") { articles(first: 100) { totalCount nodes { headline } } } }",
                "{ searchArticles(text: \"secret\", first: 100) { totalCount nodes { headline } edges { excerpt } } }",
                "{ article(slug: \"harbour-secret\") { headline } }",
                "{ tag(slug: \"embargoed\") { name } }",
                "{ article(slug: \"harbour-report-number-25\") { related(first: 20) { headline } } }");
        for (String query : paths) {
            Reply reply = host.guest().send(query).ok();
            assertFalse(
                    reply.json().toString().toLowerCase(java.util.Locale.ROOT).contains("secret"), query);
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

    @Test
    void shows_a_source_to_readers_as_soon_as_a_published_article_names_it() {
        String source = host.as("EDITOR")
                .send("mutation { createSource(input: {name: \"A leak\", kind: OTHER}) { source { id } userErrors {"
                        + " code } } }")
                .ok()
                .text("/data/createSource/source/id");
        String query = "query($id: ID!) { source(id: $id) { name } node(id: $id) { ... on Source { name } } }";
        String article = ArticlesFixture.draft(host, "From a leak", Map.of("source", "A leak"));
        Reply before = host.guest().send(query, Map.of("id", source)).ok();
        assertTrue(before.at("/data/source").isNull());
        assertTrue(before.at("/data/node").isNull());
        assertEquals(
                "A leak",
                host.as("AUTHOR").send(query, Map.of("id", source)).ok().text("/data/source/name"));
        ArticlesFixture.edit(host, "EDITOR", "publishArticle", Map.of("id", article))
                .ok();
        Reply after = host.guest().send(query, Map.of("id", source)).ok();
        assertEquals("A leak", after.text("/data/source/name"));
        assertEquals("A leak", after.text("/data/node/name"));
    }

    @Test
    void shows_an_author_to_readers_as_soon_as_something_is_published_under_the_name() {
        String author = host.as("EDITOR")
                .send("mutation { createAuthor(input: {name: \"Whistle Blower\"}) { author { id } userErrors { code"
                        + " } } }")
                .ok()
                .text("/data/createAuthor/author/id");
        String id = ArticlesFixture.draft(host, "A scoop to come", Map.of("authors", List.of("whistle-blower")));
        host.as("EDITOR")
                .send(
                        "mutation($id: ID!, $at: DateTime!) { publishArticle(input: {id: $id, at: $at}) { userErrors {"
                                + " code } } }",
                        Map.of(
                                "id",
                                id,
                                "at",
                                host.clock().instant().plusSeconds(60).toString()))
                .ok();
        String query = "query($id: ID!) { author(slug: \"whistle-blower\") { name } node(id: $id) { ... on Author {"
                + " name } } }";
        assertEquals(
                "{\"author\":null,\"node\":null}",
                host.guest().send(query, Map.of("id", author)).ok().at("/data").toString());
        String shown = "{\"author\":{\"name\":\"Whistle Blower\"},\"node\":{\"name\":\"Whistle Blower\"}}";
        assertEquals(
                shown,
                host.as("AUTHOR")
                        .send(query, Map.of("id", author))
                        .ok()
                        .at("/data")
                        .toString());
        host.clock().tick(Duration.ofSeconds(60));
        assertEquals(
                shown,
                host.guest().send(query, Map.of("id", author)).ok().at("/data").toString());
        assertEquals(
                2,
                host.statements(
                        () -> host.guest().send(query, Map.of("id", author)).ok()));
    }

    @Test
    void walks_through_a_list_page_by_page_in_both_directions() {
        List<String> forward = walk("first", "after", "endCursor", "hasNextPage");
        List<String> backward = walk("last", "before", "startCursor", "hasPreviousPage");
        assertEquals(25, forward.size());
        assertEquals("Harbour report number 25", forward.getFirst());
        assertEquals(forward.size(), backward.size());
        assertEquals(List.copyOf(new java.util.TreeSet<>(forward)), List.copyOf(new java.util.TreeSet<>(backward)));
    }

    private static List<String> walk(String size, String from, String cursor, String more) {
        List<String> all = new ArrayList<>();
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
            reply.at("/data/articles/nodes")
                    .forEach(node -> all.add(node.path("headline").asText()));
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
    void finds_words_and_marks_them() {
        ArticlesFixture.publish(
                host,
                "UN envoy meets O'Brien at the café",
                Map.of(
                        "body",
                        Map.of(
                                "format",
                                "MARKDOWN",
                                "text",
                                "The envoy of the UN spoke about hurricanes & <b>debt</b> with Ms O'Brien.")));
        for (String text : List.of("un", "obrien", "O’Brien's", "CAFE envoy", "hurricane", "+envoy* -(the")) {
            Reply reply = host.guest()
                    .send(
                            "query($t: String!) { searchArticles(text: $t) { totalCount edges { excerpt node {"
                                    + " headline section { name } } } } }",
                            Map.of("t", text))
                    .ok();
            assertEquals("1", reply.text("/data/searchArticles/totalCount"), text);
            assertEquals(
                    "UN envoy meets O'Brien at the café", reply.text("/data/searchArticles/edges/0/node/headline"));
        }
        Reply marked = host.guest()
                .send("{ searchArticles(text: \"hurricane\") { edges { excerpt } } }")
                .ok();
        assertTrue(
                marked.text("/data/searchArticles/edges/0/excerpt").contains("<mark>hurricanes</mark> &amp; debt"),
                marked.json().toString());
        assertEquals(
                "0",
                host.guest()
                        .send("{ searchArticles(text: \"the of\") { totalCount } }")
                        .ok()
                        .text("/data/searchArticles/totalCount"));
        assertEquals(
                "25",
                host.guest()
                        .send("{ searchArticles(text: \"harbour report\", first: 5) { totalCount nodes { id }"
                                + " pageInfo { hasNextPage } } }")
                        .ok()
                        .text("/data/searchArticles/totalCount"));
        assertEquals(
                "BAD_REQUEST",
                host.guest()
                        .send("{ searchArticles(text: \" \") { totalCount } }")
                        .errorCode());
    }

    @Test
    void pages_through_search_results_without_losing_any() {
        List<String> found = new ArrayList<>();
        String cursor = null;
        do {
            Map<String, Object> variables = new java.util.HashMap<>();
            variables.put("c", cursor);
            Reply reply = host.guest()
                    .send(
                            "query($c: String) { searchArticles(text: \"harbour\", first: 10, after: $c) { nodes {"
                                    + " slug } pageInfo { endCursor hasNextPage } } }",
                            variables)
                    .ok();
            reply.at("/data/searchArticles/nodes")
                    .forEach(node -> found.add(node.path("slug").asText()));
            cursor = reply.at("/data/searchArticles/pageInfo/hasNextPage").asBoolean()
                    ? reply.text("/data/searchArticles/pageInfo/endCursor")
                    : null;
        } while (cursor != null);
        assertEquals(25, found.size());
        assertEquals(25, found.stream().distinct().count());
    }

    @Test
    void tells_other_modules_what_readers_may_see() {
        Articles articles = host.api(Articles.class);
        ArticleView article =
                articles.publishedBySlug("harbour-report-number-3").orElseThrow();
        assertTrue(articles.published(article.id()).isPresent());
        assertEquals(
                "This is what the article…", articles.excerpt(article.id(), 25).orElseThrow());
        assertTrue(articles.publishedBySlug("harbour-secret").isEmpty());
        long hidden = news.piton.core.id.GlobalId.number("Article", secret).orElseThrow();
        assertTrue(articles.published(java.util.Set.of(hidden)).isEmpty());
        assertEquals(1, articles.any(java.util.Set.of(hidden)).size());
        assertEquals(0, host.statements(() -> articles.published(java.util.Set.of())));
    }
}
