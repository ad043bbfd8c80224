package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An export of another Piton, imported into a paper that has a past of its own. */
class PitonImportModuleTest {
    private TestHost host;

    @BeforeEach
    void boot() {
        host = TestHost.boot(new ArticlesPlugin());
    }

    @AfterEach
    void close() {
        host.close();
    }

    private void bring(PitonExport export) {
        assertTrue(OldHerald.importInto(host, export.text(), Integer.MAX_VALUE).complete());
    }

    @Test
    void takes_an_article_from_every_list_at_the_moment_that_the_other_paper_had_set() {
        Instant until = host.clock().instant().plus(Duration.ofHours(2));
        bring(new PitonExport()
                .author("vera-brief", "Vera Brief")
                .article(
                        "Short lived",
                        "publish",
                        "news:News",
                        List.of("notices:Notices"),
                        "vera-brief",
                        Map.of("_piton_until", until.toString())));
        String lists = """
            { tag(slug: "notices") { name } author(slug: "vera-brief") { name }
              tagged: articles(filter: {tag: "notices"}) { totalCount nodes { headline } }
              written: articles(filter: {author: "vera-brief"}) { totalCount nodes { headline } }
              publishedTags(first: 5) { totalCount nodes { name } }
              publishedAuthors(first: 5) { totalCount nodes { name } }
              publishedSpans { count } }
            """;
        Reply before = host.guest().send(lists).ok();
        assertEquals("1", before.text("/data/tagged/totalCount"));
        assertEquals("Short lived", before.text("/data/written/nodes/0/headline"));
        host.clock().set(until);
        assertEquals(
                "{\"tag\":null,\"author\":null,\"tagged\":{\"totalCount\":0,\"nodes\":[]},\"written\":{\"totalCount\":0,"
                        + "\"nodes\":[]},\"publishedTags\":{\"totalCount\":0,\"nodes\":[]},"
                        + "\"publishedAuthors\":{\"totalCount\":0,\"nodes\":[]},\"publishedSpans\":[]}",
                host.guest().send(lists).ok().at("/data").toString());
    }
}
