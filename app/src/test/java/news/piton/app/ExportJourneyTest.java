package news.piton.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.OldHerald;
import news.piton.core.host.discovery.Plugins;
import news.piton.core.host.importing.ImportReport;
import news.piton.core.plugin.Plugin;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A paper that came from WordPress leaves for an empty Piton, and nothing that both can hold is lost on the way. */
class ExportJourneyTest {
    /** What is of an installation and not of an article. */
    private static final Set<String> OWN = Set.of("id", "version", "exportedAt", "createdAt", "updatedAt");

    private static TestHost old;
    private static TestHost fresh;
    private static ImportReport moved;

    @BeforeAll
    static void move() {
        old = TestHost.boot(plugins());
        OldHerald.importInto(old);
        furnish();
        fresh = TestHost.boot(plugins());
        moved = OldHerald.importInto(fresh, old.exported("wxr"), Integer.MAX_VALUE);
    }

    @AfterAll
    static void close() {
        fresh.close();
        old.close();
    }

    private static Plugin[] plugins() {
        return Plugins.discover(Path.of("no-plugins")).toArray(Plugin[]::new);
    }

    /** What a WordPress never had. */
    private static void furnish() {
        var desk = old.as("EDITOR");
        desk.send("mutation { createSource(input: { name: \"Caribbean Wire\", kind: AGENCY,"
                        + " url: \"https://wire.example/\" }) { userErrors { message } } }")
                .ok();
        String id = desk.send("""
            mutation { createArticle(input: { headline: "Rum & <molasses>: a \\"trade\\" in 2 parts", section: "sport",
              standfirst: "Where it goes & why", tags: ["Trade & Rum"], source: "Caribbean Wire", slug: "rum-trade",
              image: { url: "https://pictures.example/rum.jpg", width: 640, height: 480, alt: "Casks", credit: "I. C." },
              body: { format: MARKDOWN, text: "First *words* here.\\n\\n### A heading\\n\\n> Said.\\n> — Ada\\n\\n- one\\n  1. deep\\n\\n`]]>` & more\\n\\n---\\n\\n| a | b |\\n|---|---|\\n| 1 | 2 |\\n\\n```\\n<!-- wp:x -->\\n```\\n\\n> [!PULLQUOTE]\\n> Loud.\\n> — Bea" } })
              { article { id } userErrors { message } } }\
            """).ok().text("/data/createArticle/article/id");
        desk.send(
                        "mutation($id: ID!) { publishArticle(input: { id: $id }) { userErrors { message } } }",
                        Map.of("id", id))
                .ok();
        desk.send(
                        "mutation($id: ID!) { updateArticle(input: { id: $id, slug: \"rum-and-trade\", approve: true"
                                + " }) { userErrors { message } } }",
                        Map.of("id", id))
                .ok();
        desk.send(
                        "mutation($below: ID!) { createSection(input: { name: \"Cricket\", slug: \"cricket\", parent:"
                                + " $below }) { userErrors { message } } }",
                        Map.of(
                                "below",
                                desk.send("{ section(slug: \"sport\") { id } }").text("/data/section/id")))
                .ok();
        ArticlesFixture.draft(old, "🌴 ten words ".repeat(20).strip(), Map.of("slug", "as-long-as-headlines-get"));
        upload(id);
        desk.send(
                        "mutation($id: ID!) { featureArticle(input: { id: $id }) { userErrors { message } } }",
                        Map.of("id", id))
                .ok();
        String taken = desk.send("{ article(slug: \"pings\") { id } }").text("/data/article/id");
        desk.send(
                        "mutation($id: ID!) { unpublishArticle(input: { id: $id, reason: \"Wrong & unfair.\" }) {"
                                + " userErrors { message } } }",
                        Map.of("id", taken))
                .ok();
    }

    /** Gives the article a picture of the paper's own. */
    private static void upload(String article) {
        old.as("EDITOR")
                .send(
                        "mutation($id: ID!, $image: ID!) { updateArticle(input: { id: $id, approve: true, image: { id:"
                            + " $image, alt: \"Casks on the quay\", caption: \"In 1838 & today\", credit: \"I. C.\" }"
                            + " }) { userErrors { message } } }",
                        Map.of("id", article, "image", ArticlesFixture.upload(old)))
                .ok();
    }

    private static Map<String, String> articles(TestHost host) {
        Map<String, String> articles = new TreeMap<>();
        for (JsonNode each : host.exportedLines().of("article")) {
            ObjectNode line = (ObjectNode) each;
            line.remove(OWN);
            if (line.get("image") instanceof ObjectNode image) {
                image.remove("id");
            }
            for (String time : List.of("publishedAt", "publishedBefore")) {
                line.put(time, line.get(time).asText().replaceFirst("\\.[0-9]+Z", "Z")); // WordPress knows seconds
            }
            articles.put(line.get("slug").asText(), line.toPrettyString().replaceAll("/drafts/\\w+", "/drafts/…"));
        }
        return articles;
    }

    private static List<String> named(TestHost host, String type, String... fields) {
        return host.exportedLines().told(type, fields).stream().sorted().toList();
    }

    @Test
    void loses_no_article_and_nothing_of_one() {
        Map<String, String> before = articles(old);
        Map<String, String> after = articles(fresh);
        assertEquals(before.keySet(), after.keySet());
        before.forEach((slug, article) -> assertEquals(article, after.get(slug)));
        assertTrue(moved.complete(), moved.text());
    }

    @Test
    void leads_with_what_led() {
        String query = "{ articles(filter: {featured: true}) { nodes { slug } } }";
        JsonNode led = old.guest().send(query).ok().at("/data/articles/nodes");
        assertEquals("[{\"slug\":\"rum-and-trade\"},{\"slug\":\"read-this-first\"}]", led.toString());
        assertEquals(led, fresh.guest().send(query).ok().at("/data/articles/nodes"));
    }

    @Test
    void loses_no_name_and_no_address() {
        assertEquals(named(old, "author", "slug", "name"), named(fresh, "author", "slug", "name"));
        assertEquals(named(old, "tag", "slug", "name"), named(fresh, "tag", "slug", "name"));
        assertEquals(named(old, "source", "name", "kind", "url"), named(fresh, "source", "name", "kind", "url"));
        assertEquals(named(old, "redirect", "path", "article"), named(fresh, "redirect", "path", "article"));
    }

    private static List<String> sections(TestHost host) {
        return host.exportedLines().of("section").stream()
                .map(line -> line.get("slug").asText() + " " + line.get("name").asText() + " below "
                        + line.get("parent").asText())
                .toList();
    }

    @Test
    void keeps_the_sections_in_their_order_and_below_each_other() {
        assertTrue(
                sections(old).contains("cricket Cricket below sport"),
                sections(old).toString());
        assertEquals(sections(old), sections(fresh));
    }

    @Test
    void shows_pictures_from_where_they_lie() {
        List<String> uploaded = named(old, "image", "url", "width", "height");
        assertEquals(1, uploaded.size());
        List<String> shown = fresh.exportedLines().all().stream()
                .map(line -> line.path("image"))
                .map(image -> image.path("url").asText() + " " + image.path("width") + " " + image.path("height"))
                .toList();
        assertTrue(shown.containsAll(uploaded), shown.toString());
        assertEquals(List.of(), named(fresh, "image", "url"));
    }

    @Test
    void loses_no_comment() {
        assertEquals(
                named(old, "comment", "author", "email", "text", "status", "postedAt"),
                named(fresh, "comment", "author", "email", "text", "status", "postedAt"));
    }

    @Test
    void ends_each_modules_part_with_a_line_that_says_so() {
        List<String> ends = named(old, "end", "module");
        assertEquals(List.of("articles", "comments"), ends);
        JsonNode last = old.exportedLines().all().getLast();
        assertEquals("comments", last.get("module").asText());
    }

    @Test
    void is_for_whoever_manages_the_staff() {
        HttpResponse<String> answer = old.admin().get("/export/wxr");
        assertEquals(200, answer.statusCode());
        assertEquals(
                "application/rss+xml; charset=utf-8",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertTrue(answer.body().endsWith("</channel></rss>"), "not whole");
        assertEquals(401, old.guest().get("/export/wxr").statusCode());
        assertEquals(403, old.as("EDITOR").get("/export/wxr").statusCode());
        assertEquals(404, old.admin().get("/export/ghost").statusCode());
    }
}
