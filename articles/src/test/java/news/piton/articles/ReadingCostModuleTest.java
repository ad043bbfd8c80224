package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How many statements reading takes, and that reading no more than was asked for loses nothing. */
class ReadingCostModuleTest {
    private static final String EVERYTHING = "{ slug headline image { alt } source { name } tags { name }"
            + " authors { name } body { html text wordCount } section { name } }";
    private static TestHost host;

    @BeforeAll
    static void boot() {
        host = TestHost.boot(new ArticlesPlugin());
        host.as("EDITOR")
                .send("mutation { createAuthor(input: {name: \"Ione Charlery\"}) { userErrors { code } } "
                        + "createSource(input: {name: \"Wire\", kind: AGENCY}) { userErrors { code } } }")
                .ok();
        for (int i = 1; i <= 8; i++) {
            ArticlesFixture.publish(
                    host,
                    "Market report number " + i,
                    Map.of(
                            "tags",
                            List.of("Market", i % 2 == 0 ? "Even" : "Odd"),
                            "authors",
                            List.of("ione-charlery"),
                            "source",
                            "Wire",
                            "image",
                            Map.of(
                                    "url",
                                    "https://herald.example/stall.jpg",
                                    "width",
                                    800,
                                    "height",
                                    600,
                                    "alt",
                                    "A stall")));
            host.clock().tick(Duration.ofMinutes(1));
        }
    }

    @AfterAll
    static void close() {
        host.close();
    }

    private static long statements(String query) {
        host.guest().send(query).ok();
        return host.statements(() -> host.guest().send(query).ok());
    }

    @Test
    void takes_none_more_for_what_is_featured_beside_the_newest() {
        String id = host.guest()
                .send("{ article(slug: \"market-report-number-2\") { id } }")
                .ok()
                .text("/data/article/id");
        ArticlesFixture.edit(host, "EDITOR", "featureArticle", Map.of("id", id)).ok();
        String front =
                "{ featured: articles(first: 5, filter: {featured: true, news: true}) { nodes { slug image { alt } } }"
                        + " articles(first: 11) { edges { cursor node { slug live retracted section { name } } } } }";
        assertEquals(1, statements(front));
        JsonNode page = read(front);
        assertEquals("market-report-number-2", page.at("/featured/nodes/0/slug").asText());
        assertEquals("A stall", page.at("/featured/nodes/0/image/alt").asText());
        assertEquals(
                "market-report-number-8", page.at("/articles/edges/0/node/slug").asText());
    }

    private static JsonNode read(String query) {
        return host.guest().send(query).ok().at("/data");
    }

    @Test
    void takes_one_statement_for_a_page_and_one_each_for_its_tags_and_authors() {
        assertEquals(
                1,
                statements("{ article(slug: \"market-report-number-7\") { headline body { html } image { alt }"
                        + " source { name } section { name } } }"));
        assertEquals(
                3,
                statements("{ article(slug: \"market-report-number-7\") { headline body { html } section { name }"
                        + " tags { name } authors { name } } }"));
        assertEquals(1, statements("{ articles(first: 20) { nodes { headline url image { alt } body { html } } } }"));
        assertEquals(2, statements("{ articles(first: 20) { nodes { headline tags { name slug } } } }"));
    }

    @Test
    void takes_as_many_for_one_section_as_for_all_and_for_many_lists_as_for_one() {
        assertEquals(
                4,
                statements("{ sections { name articles(first: 3) { totalCount nodes { headline tags { name }"
                        + " body { wordCount } related(first: 2) { slug } } } } }"));
        assertEquals(
                2,
                statements("{ a: articles(first: 3) { nodes { tags { name } } } b: articles(last: 2) { nodes { slug } }"
                        + " c: articles(filter: {tag: \"even\"}) { nodes { image { alt } } } }"));
    }

    @Test
    void answers_each_of_many_lists_as_if_it_were_asked_alone() {
        JsonNode whole =
                read("{ articles(first: 3) { nodes " + EVERYTHING + " } }").at("/articles/nodes");
        assertTrue(whole.toString().contains("Wire") && whole.toString().contains("A stall"), whole.toString());
        JsonNode mixed = read("{ bare: articles(first: 3) { nodes { slug } } full: articles(first: 3) { nodes "
                + EVERYTHING + " } edges: articles(first: 3) { edges { node { ...Part } } }"
                + " odd: articles(first: 2, filter: {tag: \"odd\"}) { nodes { slug source { name } } }"
                + " section(slug: \"news\") { articles(first: 3) { nodes { image { alt } tags { name } } } } }"
                + " fragment Part on Article { slug tags { name } ...More }"
                + " fragment More on Article { image { alt } body { text } }");
        assertEquals(whole, mixed.at("/full/nodes"));
        for (int i = 0; i < 3; i++) {
            JsonNode one = whole.get(i);
            assertEquals(one.at("/slug"), mixed.at("/bare/nodes/" + i + "/slug"));
            JsonNode edge = mixed.at("/edges/edges/" + i + "/node");
            assertEquals(one.at("/tags"), edge.at("/tags"));
            assertEquals(one.at("/image"), edge.at("/image"));
            assertEquals(one.at("/body/text"), edge.at("/body/text"));
            assertEquals(one.at("/image"), mixed.at("/section/articles/nodes/" + i + "/image"));
            assertEquals(one.at("/tags"), mixed.at("/section/articles/nodes/" + i + "/tags"));
        }
        assertEquals(
                "[{\"slug\":\"market-report-number-7\",\"source\":{\"name\":\"Wire\"}},"
                        + "{\"slug\":\"market-report-number-5\",\"source\":{\"name\":\"Wire\"}}]",
                mixed.at("/odd/nodes").toString());
    }

    @Test
    void reads_along_what_a_directive_lets_in() {
        String query = "query($more: Boolean!) { articles(first: 1) { nodes { slug tags @include(if: $more) { name }"
                + " image @skip(if: $more) { alt } } } }";
        assertEquals(
                "{\"slug\":\"market-report-number-8\",\"tags\":[{\"name\":\"Market\"},{\"name\":\"Even\"}]}",
                host.guest()
                        .send(query, Map.of("more", true))
                        .ok()
                        .at("/data/articles/nodes/0")
                        .toString());
        assertEquals(
                "{\"slug\":\"market-report-number-8\",\"image\":{\"alt\":\"A stall\"}}",
                host.guest()
                        .send(query, Map.of("more", false))
                        .ok()
                        .at("/data/articles/nodes/0")
                        .toString());
    }
}
