package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import news.piton.core.testing.ExportedLines;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** All that a newsroom has written down, as JSON lines tell it. */
class JsonLinesModuleTest {
    @AutoClose
    private final TestHost host = ArticlesFixture.boot();

    private List<String> told(String type, String... fields) {
        return host.exportedLines().told(type, fields);
    }

    private Reply edit(String mutation, String shown, Map<String, Object> input) {
        return ArticlesFixture.change(host, "EDITOR", mutation, shown, input).ok();
    }

    private void change(String mutation, Map<String, Object> input) {
        edit(mutation, "article { id }", input);
    }

    private String section(String slug) {
        return host.guest()
                .send("query($s: String!) { section(slug: $s) { id } }", Map.of("s", slug))
                .text("/data/section/id");
    }

    @Test
    void tells_which_section_stands_below_which_and_what_it_was_called() {
        edit("createSection", "section { id }", Map.of("name", "Sport"));
        edit("createSection", "section { id }", Map.of("name", "Cricket", "parent", section("sport")));
        edit("updateSection", "section { id }", Map.of("id", section("cricket"), "slug", "test-cricket"));
        assertEquals(List.of("news null", "sport null", "test-cricket sport"), told("section", "slug", "parent"));
        assertEquals(List.of("SECTION cricket " + section("test-cricket")), told("oldSlug", "kind", "slug", "leadsTo"));
    }

    @Test
    void tells_every_save_and_every_step() {
        edit("createAuthor", "author { id }", Map.of("name", "Ann Lee"));
        String id =
                ArticlesFixture.publish(host, "One", Map.of("tags", List.of("Port"), "authors", List.of("Ann Lee")));
        ArticlesFixture.edit(
                        host,
                        "AUTHOR",
                        "updateArticle",
                        Map.of(
                                "id",
                                id,
                                "headline",
                                "Two",
                                "note",
                                "A better one",
                                "body",
                                Newsroom.html("<p>New.</p>")))
                .ok();
        List<JsonNode> revisions = host.exportedLines().of("revision");
        assertEquals(
                List.of("WRITTEN false One", "PROPOSED true Two"), told("revision", "action", "pending", "headline"));
        assertEquals(
                "This is what the article says: One.",
                revisions.getFirst().path("text").asText());
        JsonNode proposed = revisions.getLast();
        assertEquals(id, proposed.path("article").asText());
        assertEquals("<p>New.</p>", proposed.path("html").asText());
        assertEquals("A better one", proposed.path("note").asText());
        assertEquals("The AUTHOR", proposed.path("savedBy").asText());
        assertEquals(section("news"), proposed.path("section").asText());
        assertEquals("[\"Port\"]", proposed.path("tags").toString());
        assertEquals(
                told("author", "id").getFirst(),
                proposed.path("authors").path(0).asText());
        assertEquals(
                List.of("1 CREATED null DRAFT The EDITOR", "2 PUBLISHED DRAFT PUBLISHED The EDITOR"),
                told("step", "position", "kind", "from", "to", "by"));
    }

    @Test
    void tells_corrections_and_live_entries_and_plans() {
        String id = ArticlesFixture.publish(host, "Storm");
        change("correctArticle", Map.of("id", id, "kind", "CLARIFICATION", "text", "It was the second one."));
        change("correctArticle", Map.of("id", id, "kind", "RETRACTION", "text", "There was none."));
        change("startLiveBlog", Map.of("id", id));
        post(id, "<p>Wind.</p>");
        String second = post(id, "<p>Rain.</p>");
        edit("removeLiveEntry", "removed", Map.of("id", second));
        change("closeLiveBlog", Map.of("id", id));
        Instant end = host.clock().instant().plus(Duration.ofDays(40));
        String held = ArticlesFixture.draft(host, "Budget");
        change("embargoArticle", Map.of("id", held, "until", end.toString(), "reason", "Agreed"));
        change("featureArticle", Map.of("id", held));

        assertEquals(
                List.of(id + " CLARIFICATION It was the second one."), told("correction", "article", "kind", "text"));
        assertEquals(
                List.of(id + " There was none. The EDITOR"),
                told("retractionProposal", "article", "text", "proposedBy"));
        assertEquals(List.of(id + " " + host.clock().instant()), told("liveBlog", "article", "closedAt"));
        assertEquals(
                List.of("Wind. false The EDITOR", "Rain. true The EDITOR"),
                told("liveEntry", "text", "removed", "postedBy"));
        assertEquals(List.of("Storm null", "Budget " + end), told("article", "headline", "embargoUntil"));
        assertEquals(List.of("null", host.clock().instant().toString()), told("article", "featuredAt"));
    }

    private String post(String article, String html) {
        return edit("postLiveEntry", "entry { id }", Map.of("articleId", article, "body", Newsroom.html(html)))
                .text("/data/postLiveEntry/entry/id");
    }

    @Test
    void tells_an_article_as_time_has_made_it() {
        String id = ArticlesFixture.draft(host, "For a day");
        Instant until = host.clock().instant().plus(Duration.ofDays(1));
        change("publishArticle", new HashMap<>(Map.of("id", id, "unpublishAt", until.toString())));
        assertEquals(List.of("PUBLISHED " + until + " null"), told("article", "status", "publishedUntil", "reason"));
        host.clock().set(until);
        assertEquals(
                List.of("UNPUBLISHED null The time that was set for it is over."),
                told("article", "status", "publishedUntil", "reason"));
    }

    @Test
    void tells_more_than_a_page_of_anything_in_its_order() {
        String id = ArticlesFixture.draft(host, "Save 0");
        for (int i = 1; i <= 60; i++) {
            ArticlesFixture.edit(host, "EDITOR", "updateArticle", Map.of("id", id, "headline", "Save " + i))
                    .ok();
        }
        List<String> saves = told("revision", "headline");
        assertEquals(61, saves.size());
        assertEquals("Save 60", saves.getLast());
        JsonNode end = host.exportedLines().of("end").getFirst();
        assertTrue(end.path("lines").asInt() > 61);
    }

    /** More names than the host holds back, so that somebody can make another one before the first article is written. */
    @Test
    void tells_of_names_that_are_made_meanwhile_before_the_article_that_has_them() throws IOException {
        for (int i = 0; i < 12; i++) {
            String number = " " + i;
            List<String> tags = IntStream.range(0, 50)
                    .mapToObj(tag -> "t".repeat(80) + tag + number)
                    .toList();
            ArticlesFixture.draft(host, "One" + number, Map.of("tags", tags));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            private boolean begun;

            @Override
            public synchronized void write(byte[] bytes, int from, int count) {
                if (!begun) {
                    begun = true;
                    edit("createSource", "source { id }", Map.of("name", "Wire", "kind", "AGENCY"));
                    edit("createSection", "section { id }", Map.of("name", "Sport"));
                    edit("createAuthor", "author { id }", Map.of("name", "Ann Lee"));
                    ArticlesFixture.draft(
                            host,
                            "Late",
                            Map.of(
                                    "tags",
                                    List.of("Late tag"),
                                    "section",
                                    "sport",
                                    "source",
                                    "Wire",
                                    "authors",
                                    List.of("Ann Lee")));
                }
                super.write(bytes, from, count);
            }
        };
        host.host().exports().run("jsonl", out);
        List<String> names = ExportedLines.read(out.toString(StandardCharsets.UTF_8)).all().stream()
                .map(line -> line.path("headline").asText(line.path("name").asText()))
                .toList();
        for (String name : List.of("Late tag", "Sport", "Wire", "Ann Lee")) {
            assertEquals(names.indexOf(name), names.lastIndexOf(name), name);
            assertTrue(names.contains(name) && names.indexOf(name) < names.indexOf("Late"), name);
        }
    }
}
