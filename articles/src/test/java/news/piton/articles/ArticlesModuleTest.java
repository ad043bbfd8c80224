package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What writers, editors and readers do with articles, through the endpoint. */
class ArticlesModuleTest {
    private static TestHost host;

    @BeforeAll
    static void boot() {
        host = TestHost.boot(new ArticlesPlugin());
        ArticlesFixture.section(host, "news", "News");
        ArticlesFixture.section(host, "sport", "Sport");
    }

    @AfterAll
    static void close() {
        host.close();
    }

    private static Reply edit(String who, String mutation, Map<String, Object> input) {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        return host.as(who)
                .send(
                        "mutation($i: " + type + "!) { " + mutation
                                + "(input: $i) { article { id slug url status version headline standfirst publishedAt"
                                + " tags { name } } userErrors { code message path } } }",
                        Map.of("i", input));
    }

    private static Reply read(String id) {
        return host.guest().send("query($id: ID!) { article(id: $id) { headline url status } }", Map.of("id", id));
    }

    @Test
    void shows_an_article_with_everything_around_it() {
        host.as("EDITOR")
                .send("mutation { createAuthor(input: {name: \"Marva Delacroix\"}) { author { slug } userErrors {"
                        + " code } } createSource(input: {name: \"Island Wire\", kind: AGENCY, url:"
                        + " \"https://wire.example/\"}) { source { id } userErrors { code } } }")
                .ok();
        String id = ArticlesFixture.publish(
                host,
                "Budget day arrives",
                Map.of(
                        "tags", List.of("Budget", "Cost of living", "budget"),
                        "authors", List.of("marva-delacroix"),
                        "source", "Island Wire",
                        "standfirst", "Two hours of numbers.",
                        "image",
                                Map.of(
                                        "url",
                                        "https://img.example/a.jpg",
                                        "width",
                                        1200,
                                        "height",
                                        800,
                                        "alt",
                                        "The minister"),
                        "body",
                                Map.of(
                                        "format",
                                        "HTML",
                                        "text",
                                        "<h2>Why</h2><p>Because <b>of it</b>.</p><script>alert(1)</script>")));
        Reply reply = host.guest()
                .send(
                        "query($id: ID!) { article(id: $id) { id slug url headline standfirst status publishedAt"
                                + " updatedAt body { html text wordCount readingMinutes blocks { __typename ... on"
                                + " Paragraph { text } ... on Heading { level } } } section { slug } tags { name slug }"
                                + " authors { name } source { name kind url } image { width alt } } }",
                        Map.of("id", id))
                .ok();
        assertEquals("<h2>Why</h2>\n<p>Because <strong>of it</strong>.</p>", reply.text("/data/article/body/html"));
        assertEquals("Heading", reply.text("/data/article/body/blocks/0/__typename"));
        assertEquals("4", reply.text("/data/article/body/wordCount"));
        assertEquals(
                "[{\"name\":\"Budget\",\"slug\":\"budget\"},{\"name\":\"Cost of living\",\"slug\":\"cost-of-living\"}]",
                reply.at("/data/article/tags").toString());
        assertEquals("Marva Delacroix", reply.text("/data/article/authors/0/name"));
        assertEquals("AGENCY", reply.text("/data/article/source/kind"));
        assertEquals("1200", reply.text("/data/article/image/width"));
        assertTrue(reply.text("/data/article/url").endsWith("/budget-day-arrives"), reply.text("/data/article/url"));
        assertTrue(reply.text("/data/article/url").matches(".*/\\d{4}/\\d{2}/\\d{2}/budget-day-arrives"));
    }

    @Test
    void takes_an_article_from_draft_through_review_to_publication_and_back() {
        String id = ArticlesFixture.draft(host, "A long way");
        assertTrue(read(id).at("/data/article").isNull());
        assertEquals(
                "IN_REVIEW",
                edit("AUTHOR", "submitArticle", Map.of("id", id)).ok().text("/data/submitArticle/article/status"));
        String twoDaysAgo = host.clock().instant().minus(Duration.ofDays(2)).toString();
        assertEquals(
                "PUBLISHED",
                edit("EDITOR", "publishArticle", Map.of("id", id, "at", twoDaysAgo))
                        .ok()
                        .text("/data/publishArticle/article/status"));
        String url = read(id).ok().text("/data/article/url");
        assertEquals(
                List.of("ILLEGAL_TRANSITION"),
                edit("EDITOR", "publishArticle", Map.of("id", id)).userErrorCodes());
        assertEquals(
                List.of("ILLEGAL_TRANSITION"),
                edit("EDITOR", "submitArticle", Map.of("id", id)).userErrorCodes());
        edit("EDITOR", "unpublishArticle", Map.of("id", id, "reason", "The figure was wrong"))
                .ok();
        assertTrue(read(id).at("/data/article").isNull());
        edit("EDITOR", "publishArticle", Map.of("id", id)).ok();
        assertEquals(url, read(id).ok().text("/data/article/url"));
    }

    @Test
    void opens_a_scheduled_article_at_its_minute_and_tells_of_it_once() {
        String id = ArticlesFixture.draft(host, "At noon");
        String at = host.clock().instant().plus(Duration.ofHours(2)).toString();
        assertEquals(
                "SCHEDULED",
                edit("EDITOR", "publishArticle", Map.of("id", id, "at", at))
                        .ok()
                        .text("/data/publishArticle/article/status"));
        assertTrue(read(id).at("/data/article").isNull());
        host.clock().tick(Duration.ofHours(2));
        assertEquals("PUBLISHED", read(id).ok().text("/data/article/status"));
        host.runJob("articles.announce-due");
        host.runJob("articles.announce-due");
        assertTrue(host
                .api(Articles.class)
                .publishedBetween(
                        java.time.Instant.parse(at), host.clock().instant().plusSeconds(1), 10)
                .stream()
                .anyMatch(article -> article.headline().equals("At noon")));
    }

    @Test
    void publishes_once_when_two_editors_do_so_at_once() throws Exception {
        String id = edit("AUTHOR", "createArticle", ArticlesFixture.input("Twice at once", Map.of()))
                .text("/data/createArticle/article/id");
        try (Connection first = host.database().dataSource().getConnection();
                Statement sql = first.createStatement()) {
            first.setAutoCommit(false);
            sql.execute("SELECT id FROM articles_article WHERE headline = 'Twice at once' FOR UPDATE");
            CompletableFuture<Reply> second =
                    CompletableFuture.supplyAsync(() -> edit("EDITOR", "publishArticle", Map.of("id", id)));
            awaitWaiting(second, sql);
            host.clock().tick(Duration.ofSeconds(1));
            sql.execute("UPDATE articles_article SET state = 'PUBLISHED', version = version + 1, published_at = '"
                    + LocalDateTime.ofInstant(host.clock().instant(), ZoneOffset.UTC)
                    + "', listed_at = published_at WHERE headline = 'Twice at once'");
            first.commit();
            assertEquals(List.of("ILLEGAL_TRANSITION"), second.join().userErrorCodes());
        }
    }

    /** Until the other one asks for the article that this connection has locked. */
    private static void awaitWaiting(CompletableFuture<?> other, Statement sql) throws SQLException {
        boolean waiting = false;
        while (!waiting && !other.isDone()) {
            try (ResultSet row = sql.executeQuery("SELECT COUNT(*) FROM information_schema.processlist"
                    + " WHERE id <> CONNECTION_ID() AND info LIKE '%articles_article%for update'")) {
                waiting = row.next() && row.getInt(1) > 0;
            }
        }
    }

    @Test
    void calls_off_a_scheduled_publication() {
        String id = ArticlesFixture.draft(host, "Not after all");
        String at = host.clock().instant().plus(Duration.ofHours(2)).toString();
        edit("EDITOR", "publishArticle", Map.of("id", id, "at", at)).ok();
        assertEquals(
                "DRAFT",
                edit("EDITOR", "unpublishArticle", Map.of("id", id, "reason", "Not yet"))
                        .ok()
                        .text("/data/unpublishArticle/article/status"));
        host.clock().tick(Duration.ofHours(3));
        assertTrue(read(id).at("/data/article").isNull());
    }

    @Test
    void gives_the_second_article_of_a_name_a_number_and_refuses_a_chosen_slug_that_is_taken() {
        assertEquals("same-name", slug(ArticlesFixture.draft(host, "Same name")));
        assertEquals("same-name-2", slug(ArticlesFixture.draft(host, "Same name")));
        assertEquals("cafe-brendans-ecole", slug(ArticlesFixture.draft(host, "Café: Brendan’s ÉCOLE")));
        Reply refused = ArticlesFixture.create(host, ArticlesFixture.input("Other", Map.of("slug", "same-name")));
        assertEquals(List.of("SLUG_TAKEN"), refused.userErrorCodes());
        assertTrue(refused.userErrorMessages().getFirst().contains("same-name-3"));
    }

    private static String slug(String id) {
        return host.as("EDITOR")
                .send("query($id: ID!) { article(id: $id) { slug } }", Map.of("id", id))
                .ok()
                .text("/data/article/slug");
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
    void lets_authors_change_drafts_of_others_but_nothing_published() {
        String id = ArticlesFixture.draft(host, "Of the editor");
        edit("AUTHOR", "updateArticle", Map.of("id", id, "headline", "Of the author"))
                .ok();
        edit("EDITOR", "publishArticle", Map.of("id", id)).ok();
        assertEquals(
                List.of("FORBIDDEN"),
                edit("AUTHOR", "updateArticle", Map.of("id", id, "headline", "Sneaked in"))
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
        edit("EDITOR", "updateArticle", Map.of("id", id, "slug", "new-address")).ok();
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
        edit("EDITOR", "updateArticle", Map.of("id", first, "slug", "moved-once"))
                .ok();
        String second = ArticlesFixture.publish(host, "Coveted address");
        String coveted = read(second).ok().text("/data/article/url");
        edit("EDITOR", "updateArticle", Map.of("id", second, "slug", "moved-twice"))
                .ok();
        assertEquals(
                second,
                host.guest()
                        .send("query($p: String!) { article(path: $p) { id } }", Map.of("p", coveted))
                        .ok()
                        .text("/data/article/id"));
    }

    @Test
    void refuses_bad_input_in_sentences() {
        assertEquals(
                List.of("BLANK"),
                ArticlesFixture.create(host, ArticlesFixture.input("  ", Map.of()))
                        .userErrorCodes());
        assertEquals(
                List.of("TOO_LONG"),
                ArticlesFixture.create(host, ArticlesFixture.input("x".repeat(251), Map.of()))
                        .userErrorCodes());
        Reply unknown = ArticlesFixture.create(
                host,
                ArticlesFixture.input(
                        "Fine", Map.of("section", "nowhere", "authors", List.of("nobody"), "source", "no one")));
        assertEquals(List.of("NOT_FOUND", "NOT_FOUND", "NOT_FOUND"), unknown.userErrorCodes());
        assertTrue(unknown.userErrorMessages().getFirst().contains("`nowhere`"));
        Reply huge = ArticlesFixture.create(
                host,
                ArticlesFixture.input(
                        "Huge", Map.of("body", Map.of("format", "MARKDOWN", "text", "x".repeat(400_001)))));
        assertEquals(List.of("TOO_LONG"), huge.userErrorCodes());
        assertEquals(
                "[\"input\",\"body\",\"text\"]",
                huge.at("/data/createArticle/userErrors/0/path").toString());
        Reply tags = ArticlesFixture.create(
                host,
                ArticlesFixture.input(
                        "Tags",
                        Map.of(
                                "tags",
                                IntStream.range(0, 5000).mapToObj(i -> "t" + i).toList())));
        assertEquals(List.of("INVALID"), tags.userErrorCodes());
        assertEquals(
                List.of("NOT_FOUND"),
                edit("EDITOR", "updateArticle", Map.of("id", "bm9uc2Vuc2U", "headline", "x"))
                        .userErrorCodes());
        assertEquals(
                List.of("BLANK"),
                edit(
                                "EDITOR",
                                "unpublishArticle",
                                Map.of("id", ArticlesFixture.publish(host, "Reasonless"), "reason", " "))
                        .userErrorCodes());
        String empty =
                ArticlesFixture.draft(host, "Empty", Map.of("body", Map.of("format", "HTML", "text", "<p></p>")));
        assertEquals(
                List.of("BLANK"),
                edit("EDITOR", "publishArticle", Map.of("id", empty)).userErrorCodes());
        assertEquals("BAD_REQUEST", host.guest().send("{ article { id } }").errorCode());
        assertTrue(host.guest()
                .send("{ article(id: \"zzz\") { id } }")
                .ok()
                .at("/data/article")
                .isNull());
    }

    @Test
    void checks_without_changing_anything_when_asked_to() {
        Reply checked = edit(
                "EDITOR", "createArticle", ArticlesFixture.input("Only a rehearsal", Map.of("validateOnly", true)));
        assertTrue(checked.userErrorCodes().isEmpty());
        assertTrue(host.guest()
                .send("{ article(slug: \"only-a-rehearsal\") { id } }")
                .at("/data/article")
                .isNull());
        assertFalse(host.as("EDITOR")
                .send("{ articles(filter: {statuses: [DRAFT]}, first: 100) { nodes { slug } } }")
                .ok()
                .json()
                .toString()
                .contains("rehearsal"));
    }

    @Test
    void keeps_sections_authors_and_sources_in_order() {
        Reply section = host.as("EDITOR")
                .send("mutation { createSection(input: {name: \"Health\"}) { section { id slug version } userErrors"
                        + " { code } } }")
                .ok();
        String id = section.text("/data/createSection/section/id");
        assertEquals("health", section.text("/data/createSection/section/slug"));
        Reply renamed = host.as("EDITOR")
                .send(
                        "mutation($id: ID!) { updateSection(input: {id: $id, expectedVersion: 1, name: \"Health &"
                                + " Care\"}) { section { name version } userErrors { code } } }",
                        Map.of("id", id))
                .ok();
        assertEquals("Health & Care", renamed.text("/data/updateSection/section/name"));
        assertEquals(
                List.of("CONFLICT"),
                host.as("EDITOR")
                        .send(
                                "mutation($id: ID!) { updateSection(input: {id: $id, expectedVersion: 1, name: \"X\"})"
                                        + " { userErrors { code } } }",
                                Map.of("id", id))
                        .userErrorCodes());
        assertEquals(
                List.of("SLUG_TAKEN"),
                host.as("EDITOR")
                        .send("mutation { createSection(input: {name: \"health\"}) { userErrors { code } } }")
                        .userErrorCodes());
        assertEquals(
                "FORBIDDEN",
                host.as("AUTHOR")
                        .send("mutation { createSection(input: {name: \"Mine\"}) { userErrors { code } } }")
                        .errorCode());
    }
}
