package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A tag with more articles than are moved in one piece becomes part of another one. */
class LargeTagModuleTest {
    private static final int MANY = 5_001;

    private static TestHost host;

    @BeforeAll
    static void bring() {
        host = TestHost.boot(new ArticlesPlugin());
        PitonExport export = new PitonExport().fromWordPress();
        for (int i = 0; i < MANY; i++) {
            export.article(
                    "Storm " + i,
                    "publish",
                    "news:News",
                    i == 0 ? List.of("gale:Gale", "storm:Storm") : List.of("gale:Gale"),
                    "",
                    Map.of());
        }
        assertTrue(OldHerald.importInto(host, export.text(), Integer.MAX_VALUE).complete());
        ArticlesFixture.publish(host, "Wind", Map.of("tags", List.of("Wind")));
    }

    @AfterAll
    static void close() {
        host.close();
    }

    private static String id(String slug) {
        return host.as("EDITOR")
                .send("query($s: String!) { tag(slug: $s) { id } }", Map.of("s", slug))
                .ok()
                .text("/data/tag/id");
    }

    private static int articles(String slug) {
        return host.guest()
                .send("query($s: String!) { articles(filter: {tag: $s}, first: 1) { totalCount } }", Map.of("s", slug))
                .ok()
                .at("/data/articles/totalCount")
                .asInt();
    }

    private static Reply merge(String from, String into) {
        return host.as("EDITOR")
                .send(
                        "mutation($i: MergeTagsInput!) { mergeTags(input: $i) { tag { slug } userErrors { code path }"
                                + " } }",
                        Map.of("i", Map.of("from", from, "into", into)));
    }

    @Test
    void moves_the_rest_piece_by_piece_after_a_crash_too() {
        String gale = id("gale");
        String storm = id("storm");
        String wind = id("wind");
        assertEquals("storm", merge(gale, storm).ok().text("/data/mergeTags/tag/slug"));
        // as far as it was when the process was killed: nothing is lost, nothing is there twice
        assertEquals(MANY, articles("gale") + articles("storm"));
        assertEquals(1, articles("gale"));
        assertEquals(0, ArticlesFixture.events(host, "articles.tags-merged.v1"));
        assertEquals(
                "[\"input\",\"into\"]",
                merge(wind, gale).at("/data/mergeTags/userErrors/0/path").toString());
        assertEquals(
                "[\"input\",\"from\"]",
                merge(gale, wind).at("/data/mergeTags/userErrors/0/path").toString());
        assertEquals("wind", merge(storm, wind).ok().text("/data/mergeTags/tag/slug"));
        host.runJob("articles.merge-tags");
        host.runJob("articles.merge-tags");
        assertEquals(MANY + 1, articles("wind"));
        assertEquals(2, ArticlesFixture.events(host, "articles.tags-merged.v1"));
        for (String slug : List.of("gale", "storm")) {
            assertEquals(
                    "wind",
                    host.guest()
                            .send("query($s: String!) { tag(slug: $s) { slug } }", Map.of("s", slug))
                            .text("/data/tag/slug"));
        }
    }
}
