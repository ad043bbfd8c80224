package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tags that become one, and names that change without an address being lost. */
class CatalogueModuleTest {
    @AutoClose
    private final TestHost host = TestHost.boot(new ArticlesPlugin());

    private Reply change(String mutation, String shown, Map<String, ?> input) {
        return ArticlesFixture.change(host, "EDITOR", mutation, shown, input);
    }

    private String section(String name, String parent) {
        return ArticlesFixture.newSection(host, name, parent);
    }

    private Reply read(String query) {
        return host.guest().send(query).ok();
    }

    private String tag(String slug) {
        return host.as("EDITOR")
                .send("query($s: String!) { tag(slug: $s) { id } }", Map.of("s", slug))
                .ok()
                .text("/data/tag/id");
    }

    @Test
    void an_old_slug_leads_to_the_section_author_or_tag_that_had_it() {
        String sport = section("Sport", null);
        String author = change("createAuthor", "author { id }", Map.of("name", "Ione Charlery"))
                .ok()
                .text("/data/createAuthor/author/id");
        ArticlesFixture.publish(
                host,
                "Race",
                Map.of("section", "sport", "tags", List.of("Ralies"), "authors", List.of("ione-charlery")));
        change("updateSection", "section { slug }", Map.of("id", sport, "slug", "sports"))
                .ok();
        change("updateAuthor", "author { slug }", Map.of("id", author, "slug", "ione"))
                .ok();
        assertEquals(
                "rallies",
                change(
                                "updateTag",
                                "tag { slug }",
                                Map.of("id", tag("ralies"), "name", "Rallies", "expectedVersion", 1))
                        .ok()
                        .text("/data/updateTag/tag/slug"));
        assertEquals(
                "{\"section\":{\"slug\":\"sports\"},\"author\":{\"slug\":\"ione\"},\"tag\":{\"slug\":\"rallies\","
                        + "\"name\":\"Rallies\"}}",
                read("{ section(slug: \"sport\") { slug } author(slug: \"ione-charlery\") { slug }"
                                + " tag(slug: \"ralies\") { slug name } }")
                        .at("/data")
                        .toString());
        // who goes on writing the old name means the same tag, and a slug that is used anew means its new owner
        ArticlesFixture.publish(host, "Second race", Map.of("section", "sports", "tags", List.of("ralies", "Rallies")));
        assertEquals(
                1,
                read("{ tag(slug: \"rallies\") { articles(first: 1) { nodes { tags { name } } } } }")
                        .at("/data/tag/articles/nodes/0/tags")
                        .size());
        section("Sport", null);
        assertEquals("Sport", read("{ section(slug: \"sport\") { name slug } }").text("/data/section/name"));
        assertEquals("sport", read("{ section(slug: \"sport\") { name slug } }").text("/data/section/slug"));
    }

    @Test
    void two_tags_become_one_and_no_article_carries_it_twice() {
        ArticlesFixture.publish(host, "A", Map.of("tags", List.of("Hurricane", "Sea")));
        ArticlesFixture.publish(host, "B", Map.of("tags", List.of("Hurricanes", "Wind")));
        ArticlesFixture.publish(host, "C", Map.of("tags", List.of("Hurricane", "Rain", "Hurricanes")));
        String from = tag("hurricanes");
        String into = tag("hurricane");
        change("updateTag", "tag { slug }", Map.of("id", from, "name", "Big storms"))
                .ok();
        assertEquals(
                List.of("SLUG_TAKEN"),
                change("updateTag", "tag { slug }", Map.of("id", from, "name", "Hurricane"))
                        .userErrorCodes());
        assertEquals(
                List.of("INVALID"),
                change("mergeTags", "tag { slug }", Map.of("from", into, "into", into))
                        .userErrorCodes());
        assertEquals(
                List.of("NOT_FOUND"),
                change("mergeTags", "tag { slug }", Map.of("from", "x", "into", into))
                        .userErrorCodes());
        change("mergeTags", "tag { slug }", Map.of("from", from, "into", into, "validateOnly", true))
                .ok();
        assertEquals(
                List.of("CONFLICT"),
                change("mergeTags", "tag { slug }", Map.of("from", from, "into", into, "expectedVersion", 1))
                        .userErrorCodes());
        change("mergeTags", "tag { slug version }", Map.of("from", from, "into", into, "expectedVersion", 2))
                .ok();
        for (String slug : List.of("hurricane", "hurricanes", "big-storms")) {
            Reply tag = host.guest()
                    .send(
                            "query($s: String!) { tag(slug: $s) { slug articles { totalCount nodes { headline tags {"
                                    + " name } } } } }",
                            Map.of("s", slug))
                    .ok();
            assertEquals("hurricane", tag.text("/data/tag/slug"));
            assertEquals(3, tag.at("/data/tag/articles/totalCount").asInt());
            assertEquals(
                    List.of("Hurricane", "Rain", "Hurricane", "Wind", "Hurricane", "Sea"),
                    tag.json().findValuesAsText("name"));
        }
        assertEquals(1, ArticlesFixture.events(host, "articles.tags-merged.v1"));
        String id = ArticlesFixture.publish(host, "D", Map.of("tags", List.of("HURRICANES")));
        assertEquals(
                "Hurricane",
                host.guest()
                        .send("query($id: ID!) { article(id: $id) { tags { name } } }", Map.of("id", id))
                        .ok()
                        .text("/data/article/tags/0/name"));
    }

    @Test
    void staff_find_tags_by_how_they_begin() {
        ArticlesFixture.publish(host, "A", Map.of("tags", List.of("Banana", "Barbados", "Budget")));
        assertEquals(
                List.of("Barbados", "Banana"),
                host.as("AUTHOR")
                        .send("{ tags(beginning: \"BA\") { nodes { name } } }")
                        .ok()
                        .json()
                        .findValuesAsText("name"));
        Reply first = host.as("AUTHOR")
                .send("{ tags(first: 2) { nodes { name } totalCount pageInfo { endCursor } } }")
                .ok();
        assertEquals(3, first.at("/data/tags/totalCount").asInt());
        assertEquals(
                List.of("Banana"),
                host.as("AUTHOR")
                        .send("{ tags(after: \"" + first.text("/data/tags/pageInfo/endCursor")
                                + "\") { nodes { name } } }")
                        .ok()
                        .json()
                        .findValuesAsText("name"));
        assertEquals(
                "UNAUTHENTICATED",
                host.guest().send("{ tags { nodes { name } } }").errorCode());
    }

    @Test
    void others_hear_of_each_change_that_was_one() {
        change("createSection", "section { id }", Map.of("name", "Sport")).ok();
        String section = read("{ section(slug: \"sport\") { id } }").text("/data/section/id");
        change("updateSection", "section { id }", Map.of("id", section, "name", "Sports"))
                .ok();
        change("updateSection", "section { id }", Map.of("id", section, "name", "X", "validateOnly", true))
                .ok();
        assertEquals(
                List.of("SLUG_TAKEN"),
                change("createSection", "section { id }", Map.of("name", "Sport"))
                        .userErrorCodes());
        assertEquals(2, ArticlesFixture.events(host, "articles.section-changed.v1"));

        String author = change("createAuthor", "author { id }", Map.of("name", "Ione Charlery"))
                .ok()
                .text("/data/createAuthor/author/id");
        change("updateAuthor", "author { id }", Map.of("id", author, "bio", "Writes of the sea."))
                .ok();
        assertEquals(2, ArticlesFixture.events(host, "articles.author-changed.v1"));

        String source = change("createSource", "source { id }", Map.of("name", "Isle Press", "kind", "AGENCY"))
                .ok()
                .text("/data/createSource/source/id");
        change("updateSource", "source { id }", Map.of("id", source, "url", "https://isle.example/"))
                .ok();
        assertEquals(2, ArticlesFixture.events(host, "articles.source-changed.v1"));

        ArticlesFixture.publish(host, "A", Map.of("tags", List.of("Sea")));
        change("updateTag", "tag { id }", Map.of("id", tag("sea"), "name", "Ocean"))
                .ok();
        assertEquals(1, ArticlesFixture.events(host, "articles.tag-changed.v1"));
    }
}
