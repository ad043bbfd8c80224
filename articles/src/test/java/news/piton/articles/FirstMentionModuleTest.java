package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** When readers first hear of a source or an author. */
class FirstMentionModuleTest {
    @AutoClose
    private static final TestHost host = ArticlesFixture.boot();

    @Test
    void shows_a_source_to_readers_as_soon_as_a_published_article_names_it() {
        String source = host.as("EDITOR")
                .send("mutation { createSource(input: {name: \"A leak\", kind: OTHER}) { source { id } userErrors {"
                        + " code } } }")
                .ok()
                .text("/data/createSource/source/id");
        String query = "query($id: ID!) { source(id: $id) { name } node(id: $id) { ... on Source { name } } }";
        String article = ArticlesFixture.draft(host, "From a leak", Map.of("source", "A leak"));
        Reply before = host.guest().send(query, Map.of("id", source)).ok();
        assertTrue(before.at("/data/source").isNull());
        assertTrue(before.at("/data/node").isNull());
        assertEquals(
                "A leak",
                host.as("AUTHOR").send(query, Map.of("id", source)).ok().text("/data/source/name"));
        ArticlesFixture.edit(host, "EDITOR", "publishArticle", Map.of("id", article))
                .ok();
        Reply after = host.guest().send(query, Map.of("id", source)).ok();
        assertEquals("A leak", after.text("/data/source/name"));
        assertEquals("A leak", after.text("/data/node/name"));
    }

    @Test
    void shows_an_author_to_readers_as_soon_as_something_is_published_under_the_name() {
        String author = host.as("EDITOR")
                .send("mutation { createAuthor(input: {name: \"Whistle Blower\"}) { author { id } userErrors { code"
                        + " } } }")
                .ok()
                .text("/data/createAuthor/author/id");
        String id = ArticlesFixture.draft(host, "A scoop to come", Map.of("authors", List.of("whistle-blower")));
        host.as("EDITOR")
                .send(
                        "mutation($id: ID!, $at: DateTime!) { publishArticle(input: {id: $id, at: $at}) { userErrors {"
                                + " code } } }",
                        Map.of(
                                "id",
                                id,
                                "at",
                                host.clock().instant().plusSeconds(60).toString()))
                .ok();
        String query = "query($id: ID!) { author(slug: \"whistle-blower\") { name } node(id: $id) { ... on Author {"
                + " name } } }";
        assertEquals(
                "{\"author\":null,\"node\":null}",
                host.guest().send(query, Map.of("id", author)).ok().at("/data").toString());
        String shown = "{\"author\":{\"name\":\"Whistle Blower\"},\"node\":{\"name\":\"Whistle Blower\"}}";
        assertEquals(
                shown,
                host.as("AUTHOR")
                        .send(query, Map.of("id", author))
                        .ok()
                        .at("/data")
                        .toString());
        host.clock().tick(Duration.ofSeconds(60));
        assertEquals(
                shown,
                host.guest().send(query, Map.of("id", author)).ok().at("/data").toString());
        assertEquals(
                2,
                host.statements(
                        () -> host.guest().send(query, Map.of("id", author)).ok()));
    }
}
