package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What readers find when they search, and in which words. */
class SearchingModuleTest {
    @AutoClose
    private static final TestHost host = ArticlesFixture.boot();

    @BeforeAll
    static void publish() {
        for (int i = 1; i <= 25; i++) {
            ArticlesFixture.publish(host, "Harbour report number " + i);
            host.clock().tick(Duration.ofMinutes(1));
        }
        ArticlesFixture.draft(host, "Harbour secret");
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
                "1",
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
}
