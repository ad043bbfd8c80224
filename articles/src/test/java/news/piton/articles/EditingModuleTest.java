package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How an article is changed and how its addresses go on leading to it, through the endpoint. */
class EditingModuleTest {
    @AutoClose
    private static final TestHost host = ArticlesFixture.boot();

    private static Reply edit(String who, String mutation, Map<String, Object> input) {
        return ArticlesFixture.edit(host, who, mutation, input);
    }

    private static Reply read(String id) {
        return ArticlesFixture.read(host, id);
    }

    @Test
    void changes_what_is_named_clears_what_is_null_and_keeps_the_rest() {
        String id =
                ArticlesFixture.draft(host, "Before", Map.of("standfirst", "Stays?", "tags", List.of("One", "Two")));
        Map<String, Object> edited = new HashMap<>(Map.of("id", id, "headline", "After"));
        edited.put("standfirst", null);
        Reply changed = edit("AUTHOR", "updateArticle", edited).ok();
        assertEquals("After", changed.text("/data/updateArticle/article/headline"));
        assertTrue(changed.at("/data/updateArticle/article/standfirst").isNull());
        assertEquals(2, changed.at("/data/updateArticle/article/tags").size());
        assertEquals("before", changed.text("/data/updateArticle/article/slug"));
        assertEquals("2", changed.text("/data/updateArticle/article/version"));
    }

    @Test
    void an_edit_that_changes_nothing_keeps_version_and_time_and_tells_nobody() {
        host.as("EDITOR")
                .send("mutation { createAuthor(input: {name: \"Una Same\"}) { userErrors { code } } }")
                .ok();
        Map<String, Object> image =
                Map.of("url", "https://img.example/a.jpg", "width", 3, "height", 2, "alt", "A door");
        Map<String, Object> all = new HashMap<>(Map.of(
                "headline",
                "Unchanged",
                "slug",
                "unchanged",
                "standfirst",
                "It stays.",
                "section",
                "news",
                "tags",
                List.of("One", "Two"),
                "authors",
                List.of("Una Same"),
                "image",
                image,
                "body",
                Map.of("format", "MARKDOWN", "text", "As it *was*.")));
        all.put("source", null);
        String id = ArticlesFixture.publish(host, "Unchanged", all);
        all.put("id", id);
        all.put("approve", true);
        long events = ArticlesFixture.events(host, "%");
        Reply before = edit("EDITOR", "updateArticle", Map.of("id", id)).ok();
        host.clock().tick(Duration.ofMinutes(1));
        assertEquals(before.json(), edit("EDITOR", "updateArticle", all).ok().json());
        assertEquals("2", before.text("/data/updateArticle/article/version"));
        assertEquals(events, ArticlesFixture.events(host, "%"));

        int version = 2;
        Map<String, Object> otherImage = new HashMap<>(image);
        otherImage.put("alt", "A gate");
        for (Map<String, Object> change : List.<Map<String, Object>>of(
                Map.of("tags", List.of("Two", "One")),
                Map.of("authors", List.of()),
                Map.of("image", otherImage),
                Map.of("body", Map.of("format", "MARKDOWN", "text", "As it is.")))) {
            all.putAll(change);
            assertEquals(
                    String.valueOf(++version),
                    edit("EDITOR", "updateArticle", all).ok().text("/data/updateArticle/article/version"),
                    change.toString());
        }
        assertEquals(events + 8, ArticlesFixture.events(host, "%"));
    }

    @Test
    void does_not_let_a_stale_edit_overwrite_a_newer_one() {
        String id = ArticlesFixture.draft(host, "Contested");
        edit("AUTHOR", "updateArticle", Map.of("id", id, "expectedVersion", 1, "headline", "First"))
                .ok();
        Reply stale = edit("EDITOR", "updateArticle", Map.of("id", id, "expectedVersion", 1, "headline", "Second"));
        assertEquals(List.of("CONFLICT"), stale.userErrorCodes());
        assertTrue(
                stale.userErrorMessages().getFirst().matches(".*version 1 .*version 2 .*"),
                stale.userErrorMessages().toString());
    }

    @Test
    void lets_authors_change_drafts_of_others_and_publish_nothing() {
        String id = ArticlesFixture.draft(host, "Of the editor");
        edit("AUTHOR", "updateArticle", Map.of("id", id, "headline", "Of the author"))
                .ok();
        edit("EDITOR", "publishArticle", Map.of("id", id)).ok();
        assertEquals(
                List.of("FORBIDDEN"),
                edit("AUTHOR", "updateArticle", Map.of("id", id, "headline", "Sneaked in", "approve", true))
                        .userErrorCodes());
        assertEquals(
                "FORBIDDEN", edit("AUTHOR", "publishArticle", Map.of("id", id)).errorCode());
        assertEquals(
                "UNAUTHENTICATED",
                host.guest()
                        .send("mutation { submitArticle(input: {id: \"x\"}) { userErrors { code } } }")
                        .errorCode());
    }

    @Test
    void leads_from_an_old_permalink_to_the_article() {
        String id = ArticlesFixture.publish(host, "Old address");
        String old = read(id).ok().text("/data/article/url");
        edit("EDITOR", "updateArticle", Map.of("id", id, "slug", "new-address", "approve", true))
                .ok();
        Reply found = host.guest()
                .send("query($p: String!) { article(path: $p) { id slug } }", Map.of("p", old + "/"))
                .ok();
        assertEquals(id, found.text("/data/article/id"));
        assertEquals("new-address", found.text("/data/article/slug"));
        String now = read(id).ok().text("/data/article/url");
        assertEquals(
                id,
                host.guest()
                        .send("query($p: String!) { article(path: $p) { id } }", Map.of("p", now))
                        .ok()
                        .text("/data/article/id"));
    }

    @Test
    void leads_from_an_address_to_whoever_had_it_last() {
        String first = ArticlesFixture.publish(host, "Coveted address");
        edit("EDITOR", "updateArticle", Map.of("id", first, "slug", "moved-once", "approve", true))
                .ok();
        String second = ArticlesFixture.publish(host, "Coveted address");
        String coveted = read(second).ok().text("/data/article/url");
        edit("EDITOR", "updateArticle", Map.of("id", second, "slug", "moved-twice", "approve", true))
                .ok();
        assertEquals(
                second,
                host.guest()
                        .send("query($p: String!) { article(path: $p) { id } }", Map.of("p", coveted))
                        .ok()
                        .text("/data/article/id"));
    }

    @Test
    void leads_from_the_address_of_a_draft_to_it_readers_once_it_is_published() {
        String id = ArticlesFixture.draft(host, "Behind the scenes");
        String query = "query($p: String!) { article(path: $p) { id url } }";
        Map<String, String> draft = Map.of("p", host.url("/drafts/" + id).toString());
        assertEquals(id, host.as("AUTHOR").send(query, draft).ok().text("/data/article/id"));
        assertTrue(host.guest().send(query, draft).ok().at("/data/article").isNull());
        edit("EDITOR", "publishArticle", Map.of("id", id)).ok();
        assertEquals(id, host.guest().send(query, draft).ok().text("/data/article/id"));
    }

    @Test
    void leads_from_a_permalink_with_another_day_to_the_article_and_from_no_other_address_with_its_slug() {
        String id = ArticlesFixture.publish(host, "Night ferry");
        String query = "query($p: String!) { article(path: $p) { id url } }";
        Reply found =
                host.guest().send(query, Map.of("p", "/2026/11/23/night-ferry")).ok();
        assertEquals(id, found.text("/data/article/id"));
        assertTrue(found.text("/data/article/url").endsWith("/night-ferry"), found.toString());
        for (String other : List.of("/night-ferry", "/news/24/night-ferry", "/2026/11/24/night-ferry?p=1")) {
            assertTrue(
                    host.guest()
                            .send(query, Map.of("p", other))
                            .ok()
                            .at("/data/article")
                            .isNull(),
                    other);
        }
        String draft = ArticlesFixture.draft(host, "Day ferry");
        assertTrue(
                host.guest()
                        .send(query, Map.of("p", "/2026/11/23/day-ferry"))
                        .ok()
                        .at("/data/article")
                        .isNull(),
                draft);
    }

    @Test
    void leads_from_an_address_of_what_was_withdrawn_to_no_other_article() {
        String first = ArticlesFixture.publish(host, "Mayor", Map.of("slug", "mayor"));
        String address = "/2026/11/24/mayor";
        edit("EDITOR", "updateArticle", Map.of("id", first, "slug", "mayor-arrested", "approve", true))
                .ok();
        host.clock().tick(Duration.ofDays(2));
        String second = ArticlesFixture.publish(host, "Mayor again", Map.of("slug", "mayor"));
        edit("EDITOR", "unpublishArticle", Map.of("id", first, "reason", "Wrong"))
                .ok();
        String query = "query($p: String!) { article(path: $p) { id } }";
        assertTrue(host.guest()
                .send(query, Map.of("p", address))
                .ok()
                .at("/data/article")
                .isNull());
        assertEquals(
                second,
                host.guest().send(query, Map.of("p", "/2026/11/25/mayor")).ok().text("/data/article/id"));
    }

    @Test
    void looks_up_twenty_authors_as_cheaply_as_one() {
        List<String> names =
                IntStream.rangeClosed(1, 20).mapToObj(i -> "Byline " + i).toList();
        names.forEach(name -> host.as("EDITOR")
                .send(
                        "mutation($n: String!) { createAuthor(input: {name: $n}) { userErrors { code } } }",
                        Map.of("n", name))
                .ok());
        create("Written by nobody else", List.of("byline-1"));
        int one = host.statements(() -> create("Written by one", List.of("byline 1")));
        int twenty = host.statements(() -> create("Written by twenty", names));
        assertEquals(one, twenty);
    }

    private static void create(String headline, List<String> authors) {
        edit("AUTHOR", "createArticle", ArticlesFixture.input(headline, Map.of("authors", authors)))
                .ok();
    }
}
