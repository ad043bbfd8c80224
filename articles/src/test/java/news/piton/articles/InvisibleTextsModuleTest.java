package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import news.piton.core.host.importing.ImportReport;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Texts of marks, joiners and empty letters: of others they are no reason to leave anything out, and of old no lock. */
class InvisibleTextsModuleTest {
    @AutoClose
    private final TestHost host = TestHost.boot(new ArticlesPlugin());

    @Test
    void count_as_absent_where_another_system_had_them() {
        String export = new PitonExport()
                .fromWordPress()
                .article(
                        "&#x200E;",
                        "publish",
                        "news:&#x2060;",
                        List.of("blank:&#x3164;", "harbour:Harbour"),
                        "",
                        Map.of("_piton_correction", "UPDATE 2024-05-02T10:00:00Z &#x200B;&#x200D;"))
                .text()
                .replace("xmlns:dc=", "xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" xmlns:dc=")
                .replace("<content:encoded>", "<excerpt:encoded>&#x2060;</excerpt:encoded><content:encoded>");
        ImportReport report = OldHerald.importInto(host, export, Integer.MAX_VALUE);
        assertEquals("posts 1", OldHerald.imported(report), report.text());
        assertEquals("", OldHerald.skipped(report));
        Reply article = host.guest()
                .send("{ article(slug: \"what-it-says\") { headline standfirst section { name } tags { name }"
                        + " corrections { text } } }")
                .ok();
        assertEquals(
                "{\"headline\":\"What it says.\",\"standfirst\":null,\"section\":{\"name\":\"news\"},"
                        + "\"tags\":[{\"name\":\"Harbour\"}],\"corrections\":[]}",
                article.at("/data/article").toString());
    }

    @Test
    void let_go_on_whatever_was_stored_before_they_were_refused() {
        String id = ArticlesFixture.publish(
                host, "Stored long ago", Map.of("standfirst", "In short.", "tags", List.of("Harbour")));
        store("UPDATE articles_article SET headline = ?, standfirst = ?", "\u2060", "\u3164");
        store("UPDATE articles_revision SET headline = ?, standfirst = ?, tags = ?", "\u2060", "\u3164", "\u200e");
        store("UPDATE articles_tag SET name = ?", "\u200e");
        ArticlesFixture.edit(host, "EDITOR", "updateArticle", Map.of("id", id, "slug", "moved", "approve", true))
                .ok();
        ArticlesFixture.edit(host, "EDITOR", "unpublishArticle", Map.of("id", id, "reason", "Not ours."))
                .ok();
        store("UPDATE articles_article SET reason = ?", "\u200d");
        assertTrue(host.exported("jsonl").contains("\"slug\":\"moved\""));
        assertTrue(host.exported("wxr").contains("<wp:post_name>moved</wp:post_name>"));
        ArticlesFixture.edit(host, "EDITOR", "publishArticle", Map.of("id", id)).ok();
        String first = host.as("EDITOR")
                .send("query($id: ID!) { article(id: $id) { revisions(last: 1) { nodes { id } } } }", Map.of("id", id))
                .ok()
                .text("/data/article/revisions/nodes/0/id");
        ArticlesFixture.edit(host, "EDITOR", "restoreRevision", Map.of("id", first))
                .ok();
        assertEquals(
                "moved",
                ArticlesFixture.edit(host, "EDITOR", "updateArticle", Map.of("id", id, "standfirst", "\u2060"))
                        .ok()
                        .text("/data/updateArticle/article/slug"));
    }

    /** As an earlier version of Piton did. */
    private void store(String sql, Object... values) {
        assertTrue(host.database().open().sql().execute(sql, values) > 0, sql);
    }
}
