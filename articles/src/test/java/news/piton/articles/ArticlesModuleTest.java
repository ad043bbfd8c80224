package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
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
        return ArticlesFixture.edit(host, who, mutation, input);
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
