package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.piton.articles.wxr.WxrItem;
import news.piton.articles.wxr.WxrReader;
import news.piton.articles.wxr.WxrRecord;
import news.piton.core.host.importing.ImportReport;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What leaves one Piton as WXR, as a WordPress shows it and as another Piton has it. */
class MovingModuleTest {
    @AutoClose
    private final TestHost old = ArticlesFixture.boot();

    @AutoClose
    private final TestHost fresh = TestHost.boot(new ArticlesPlugin());

    private String change(String mutation, String shown, Map<String, ?> input) {
        return ArticlesFixture.change(old, "EDITOR", mutation, shown, input)
                .ok()
                .text("/data/" + mutation + "/" + shown.replace(" { ", "/").replace(" }", ""));
    }

    private void post(String article, String headline, String html) {
        change(
                "postLiveEntry",
                "entry { id }",
                Map.of("articleId", article, "headline", headline, "body", Newsroom.html(html)));
        old.clock().tick(Duration.ofMinutes(7));
    }

    private ImportReport move() {
        fresh.clock().set(old.clock().instant());
        ImportReport report = OldHerald.importInto(fresh, old.exported("wxr"), Integer.MAX_VALUE);
        assertTrue(report.complete(), report.text());
        assertEquals("", OldHerald.skipped(report));
        return report;
    }

    /** What a WordPress gets, by its type. */
    private List<WxrItem> items(String type) throws Exception {
        List<WxrItem> items = new ArrayList<>();
        byte[] file = old.exported("wxr").getBytes(StandardCharsets.UTF_8);
        try (WxrReader reader = new WxrReader(new ByteArrayInputStream(file))) {
            for (WxrRecord record = reader.next(); record != null; record = reader.next()) {
                if (record instanceof WxrItem item && item.type().equals(type)) {
                    items.add(item);
                }
            }
        }
        return items;
    }

    private static List<String> told(TestHost host, String type, String... fields) {
        return host.exportedLines().told(type, fields);
    }

    private void assertMoved(String type, String... fields) {
        List<String> before = told(old, type, fields);
        assertTrue(!before.isEmpty(), type);
        assertEquals(before, told(fresh, type, fields));
    }

    @Test
    void retracts_on_the_other_side_what_was_retracted_here() throws Exception {
        String id = ArticlesFixture.publish(old, "A cure");
        change(
                "correctArticle",
                "article { id }",
                Map.of("id", id, "kind", "CORRECTION", "text", "It was <i>two</i> of ten & not nine."));
        old.clock().tick(Duration.ofDays(1));
        change(
                "correctArticle",
                "article { id }",
                Map.of("id", id, "kind", "RETRACTION", "text", "There is no such cure."));
        ArticlesFixture.confirmRetraction(old, id);

        String shown = items("post").getFirst().content();
        assertTrue(shown.contains("There is no such cure."), shown);
        assertTrue(shown.indexOf("Retraction") < shown.indexOf("This is what the article says"), shown);
        assertTrue(shown.contains("It was &lt;i&gt;two&lt;/i&gt; of ten &amp; not nine."), shown);

        move();
        assertMoved("correction", "kind", "text", "at");
        assertMoved("article", "slug", "html", "status", "publishedAt");
        assertEquals(
                "RETRACTION",
                fresh.guest()
                        .send("{ article(slug: \"a-cure\") { corrections { kind text } } }")
                        .ok()
                        .text("/data/article/corrections/0/kind"));
    }

    @Test
    void keeps_back_on_the_other_side_what_is_under_embargo() {
        String id = ArticlesFixture.draft(old, "Budget");
        Instant end = old.clock().instant().plus(Duration.ofDays(3));
        change("embargoArticle", "article { id }", Map.of("id", id, "until", end.toString(), "reason", "Agreed"));
        move();
        assertMoved("article", "slug", "status", "embargoUntil");
    }

    @Test
    void publishes_nothing_before_its_embargo_ends_whatever_was_made_of_it_elsewhere() {
        Instant end = fresh.clock().instant().plus(Duration.ofDays(3));
        PitonExport export = new PitonExport()
                .article("Budget", "publish", "news:News", List.of(), "", Map.of("_piton_embargo", end.toString()));
        assertEquals(
                "embargoes: to be published before its embargo ends: a draft here (1)",
                OldHerald.skipped(OldHerald.importInto(fresh, export.text(), Integer.MAX_VALUE)));
        assertEquals(List.of("DRAFT " + end), told(fresh, "article", "status", "embargoUntil"));
    }

    @Test
    void takes_a_live_blog_apart_into_its_entries() throws Exception {
        String id = ArticlesFixture.publish(old, "Storm");
        change("startLiveBlog", "article { id }", Map.of("id", id));
        old.clock().tick(Duration.ofMinutes(3));
        post(id, "Wind & rain", "<h3>Harbour</h3><p>Boats <em>in</em>.</p>");
        post(id, "Roofs", "<ul><li>one</li><li>two</li></ul><blockquote><p>Gone.</p></blockquote>");
        change(
                "removeLiveEntry",
                "removed",
                Map.of("id", told(old, "liveEntry", "id").getLast()));
        for (int i = 1; i <= 55; i++) {
            post(id, "Hour " + i, "<p>Still raining.</p>");
        }
        change("closeLiveBlog", "article { id }", Map.of("id", id));
        ArticlesFixture.publish(old, "Calm");

        String shown = items("post").getFirst().content();
        assertTrue(shown.indexOf("This is what") < shown.indexOf("Hour 55"), shown);
        assertTrue(shown.indexOf("Hour 55") < shown.indexOf("Wind &amp; rain"), shown);

        move();
        assertMoved("liveBlog", "startedAt", "closedAt");
        assertMoved("article", "slug", "html", "text");
        List<String> before = told(old, "liveEntry", "removed", "at", "headline", "html", "postedBy");
        assertEquals(
                before.stream().filter(line -> line.startsWith("false")).toList(),
                told(fresh, "liveEntry", "removed", "at", "headline", "html", "postedBy"));
        assertEquals(57, before.size());
    }

    @Test
    void names_the_pictures_of_texts_where_a_wordpress_finds_them() throws Exception {
        ArticlesFixture.upload(old);
        String own = told(old, "image", "url").getFirst();
        String path = URI.create(own).getPath();
        ArticlesFixture.publish(
                old,
                "Casks",
                Map.of(
                        "image",
                        Map.of("url", "https://pictures.example/main.jpg", "width", 6, "height", 4, "alt", "Main"),
                        "body",
                        Newsroom.html("<figure><img src=\"" + path
                                + "\" alt=\"The quay\" width=\"640\" height=\"480\"><figcaption>In 1838 &amp;"
                                + " today</figcaption></figure><p><img src=\"https://pictures.example/main.jpg\""
                                + " alt=\"\"> <img src=\"https://pictures.example/two.png\" alt=\"Two\"></p>")));
        List<WxrItem> files = items("attachment");
        WxrItem post = items("post").getFirst();
        assertEquals(
                List.of("https://pictures.example/main.jpg", own, "https://pictures.example/two.png"),
                files.stream().map(WxrItem::attachmentUrl).toList());
        assertEquals(3, files.stream().map(WxrItem::title).distinct().count());
        assertTrue(files.stream().allMatch(file -> file.parent() == post.id()), files.toString());
        assertEquals("In 1838 &amp; today", files.get(1).excerpt());
        assertTrue(post.content().contains("src=\"" + own + "\""), post.content());
        move();
        assertMoved("article", "slug", "image", "status");
        assertTrue(told(fresh, "article", "html").getFirst().contains("two.png"));
    }

    @Test
    void introduces_authors_as_they_were_introduced() {
        change("createAuthor", "author { id }", Map.of("name", "Ann Lee", "bio", "Sails <on> & writes."));
        ArticlesFixture.publish(old, "One", Map.of("authors", List.of("Ann Lee")));
        move();
        assertMoved("author", "slug", "name", "bio");
    }
}
