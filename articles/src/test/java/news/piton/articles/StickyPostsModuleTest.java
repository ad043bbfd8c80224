package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import news.piton.core.host.importing.ImportReport;
import news.piton.core.plugin.Importer;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What another site kept at its top comes in featured, and the newsroom's choice stands above it. */
class StickyPostsModuleTest {
    @AutoClose
    private final TestHost host = TestHost.boot(new ArticlesPlugin());

    private ImportReport bring(PitonExport export) {
        return OldHerald.importInto(host, export.text(), Integer.MAX_VALUE);
    }

    private static PitonExport with(PitonExport export, String headline, String status, Map<String, String> meta) {
        return export.article(headline, status, "news:News", List.of(), "", meta);
    }

    /** A post that its site published. */
    private static PitonExport with(PitonExport export, String headline, Map<String, String> meta) {
        return with(export, headline, "publish", meta);
    }

    private void edit(String mutation, String slug) {
        host.clock().tick(Duration.ofMinutes(1));
        String id = host.as("EDITOR")
                .send("query($s: String!) { article(slug: $s) { id } }", Map.of("s", slug))
                .ok()
                .text("/data/article/id");
        ArticlesFixture.edit(host, "EDITOR", mutation, Map.of("id", id)).ok();
    }

    /** As readers have it. */
    private List<String> featured() {
        return headlines("{ articles(filter: {featured: true}) { nodes { headline } } }");
    }

    private List<String> headlines(String query) {
        return StreamSupport.stream(
                        host.as("EDITOR")
                                .send(query)
                                .ok()
                                .at("/data/articles/nodes")
                                .spliterator(),
                        false)
                .map(article -> article.path("headline").asText())
                .toList();
    }

    @Test
    void stand_behind_what_the_newsroom_has_chosen_and_leave_its_choice_alone() {
        ArticlesFixture.publish(host, "Chosen here");
        edit("featureArticle", "chosen-here");
        PitonExport export = new PitonExport().fromWordPress();
        with(export.sticky(), "Old and sticky", Map.of());
        with(export, "Ordinary", Map.of());
        String told = bring(export).text();
        assertTrue(
                told.contains("Imported sticky posts (articles):\n  1 × featured until unfeatureArticle lets them go;"
                        + " articles(filter: {featured: true}) finds them: \"Old and sticky\""),
                told);
        assertEquals(List.of("Chosen here", "Old and sticky"), featured());
        edit("unfeatureArticle", "old-and-sticky");
        edit("featureArticle", "ordinary");
        assertEquals("posts 2, sticky posts 1", OldHerald.known(bring(export)));
        assertEquals(List.of("Ordinary", "Chosen here"), featured());
    }

    @Test
    void become_public_by_nothing_and_are_featured_once_they_are() {
        PitonExport export = new PitonExport().fromWordPress();
        with(export.sticky(), "For subscribers", "private", Map.of());
        with(export.sticky(), "Not finished", "draft", Map.of());
        assertEquals("posts 2, sticky posts 2", OldHerald.imported(bring(export)));
        assertEquals(List.of(), featured());
        assertEquals(
                2,
                headlines("{ articles(filter: {featured: true, statuses: [DRAFT]}) { nodes { headline } } }")
                        .size());
        edit("publishArticle", "not-finished");
        assertEquals(List.of("Not finished"), featured());
    }

    @Test
    void say_in_a_dry_run_that_they_would_come() {
        PitonExport export = new PitonExport().fromWordPress();
        with(export.sticky(), "Old and sticky", Map.of());
        ImportReport dry = OldHerald.importInto(host, export.text(), new Importer.Options(true, false));
        assertEquals("posts 1, sticky posts 1", OldHerald.imported(dry));
        assertEquals(List.of(), featured());
    }

    @Test
    void come_from_another_piton_in_its_order_and_nothing_that_it_has_retracted() {
        PitonExport export = new PitonExport();
        with(export.sticky(), "First", Map.of("_piton_featured", "2024-05-01T08:00:00Z"));
        with(export.sticky(), "Lead", Map.of("_piton_featured", "2024-05-01T09:00:00Z"));
        with(export.sticky(), "Long ago", Map.of("_piton_featured", "soon"));
        with(export.sticky(), "From tomorrow", Map.of("_piton_featured", "9999-05-01T09:00:00Z"));
        with(export, "Let go", Map.of("_piton_featured", "2024-05-01T10:00:00Z"));
        with(
                export.sticky(),
                "Withdrawn",
                Map.of("_piton_correction", "RETRACTION 2024-05-02T10:00:00Z It was made up."));
        assertEquals("sticky posts: retracted: it stands at its date (1)", OldHerald.skipped(bring(export)));
        assertEquals(List.of("From tomorrow", "Lead", "First", "Long ago"), featured());
        edit("featureArticle", "let-go");
        assertEquals("Let go", featured().getFirst(), "no time of the file lies before the newsroom's");
    }
}
