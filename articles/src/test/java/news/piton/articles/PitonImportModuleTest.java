package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An export of another Piton, imported into a paper that has a past of its own. */
class PitonImportModuleTest {
    private TestHost host;

    @BeforeEach
    void boot() {
        host = TestHost.boot(new ArticlesPlugin());
    }

    @AfterEach
    void close() {
        host.close();
    }

    private void bring(PitonExport export) {
        assertTrue(OldHerald.importInto(host, export.text(), Integer.MAX_VALUE).complete());
    }

    private Reply edit(String mutation, Map<String, Object> input) {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        return host.as("EDITOR")
                .send(
                        "mutation($i: " + type + "!) { " + mutation + "(input: $i) { userErrors { code message } } }",
                        Map.of("i", input))
                .ok();
    }

    private String id(String field, String slug) {
        return host.as("EDITOR")
                .send("query($s: String!) { " + field + "(slug: $s) { id } }", Map.of("s", slug))
                .ok()
                .text("/data/" + field + "/id");
    }

    private static List<String> texts(Reply reply, String list, String field) {
        return StreamSupport.stream(reply.at(list).spliterator(), false)
                .map(one -> one.path(field).asText())
                .toList();
    }

    @Test
    void takes_an_article_from_every_list_at_the_moment_that_the_other_paper_had_set() {
        Instant until = host.clock().instant().plus(Duration.ofHours(2));
        bring(new PitonExport()
                .author("vera-brief", "Vera Brief")
                .article(
                        "Short lived",
                        "publish",
                        "news:News",
                        List.of("notices:Notices"),
                        "vera-brief",
                        Map.of("_piton_until", until.toString())));
        String lists = """
            { tag(slug: "notices") { name } author(slug: "vera-brief") { name }
              tagged: articles(filter: {tag: "notices"}) { totalCount nodes { headline } }
              written: articles(filter: {author: "vera-brief"}) { totalCount nodes { headline } }
              publishedTags(first: 5) { totalCount nodes { name } }
              publishedAuthors(first: 5) { totalCount nodes { name } }
              publishedSpans { count } }
            """;
        Reply before = host.guest().send(lists).ok();
        assertEquals("1", before.text("/data/tagged/totalCount"));
        assertEquals("Short lived", before.text("/data/written/nodes/0/headline"));
        host.clock().set(until);
        assertEquals(
                "{\"tag\":null,\"author\":null,\"tagged\":{\"totalCount\":0,\"nodes\":[]},\"written\":{\"totalCount\":0,"
                    + "\"nodes\":[]},\"publishedTags\":{\"totalCount\":0,\"nodes\":[]},"
                    + "\"publishedAuthors\":{\"totalCount\":0,\"nodes\":[]},\"publishedSpans\":[]}",
                host.guest().send(lists).ok().at("/data").toString());
    }

    @Test
    void files_under_what_sections_tags_and_authors_have_become() {
        ArticlesFixture.publish(host, "Storm of 1998", Map.of("tags", List.of("Hurricanes", "Hurricane")));
        edit("createAuthor", Map.of("name", "Ione Charlery"));
        edit("mergeTags", Map.of("from", id("tag", "hurricanes"), "into", id("tag", "hurricane")));
        edit("updateSection", Map.of("id", id("section", "news"), "slug", "island"));
        edit("updateAuthor", Map.of("id", id("author", "ione-charlery"), "slug", "ione"));
        bring(new PitonExport()
                .author("ione-charlery", "Ione Charlery")
                .article(
                        "Storm of 2004",
                        "publish",
                        "news:News",
                        List.of("hurricanes:Hurricanes", "hurricane:Hurricane"),
                        "ione-charlery",
                        Map.of()));
        Reply read = host.as("EDITOR")
                .send("{ article(slug: \"storm-of-2004\") { section { slug } tags { slug } authors { slug } }"
                        + " tag(slug: \"hurricanes\") { slug } section(slug: \"news\") { slug }"
                        + " author(slug: \"ione-charlery\") { slug } sections { slug } authors { slug } }")
                .ok();
        assertEquals(
                "{\"section\":{\"slug\":\"island\"},\"tags\":[{\"slug\":\"hurricane\"}],\"authors\":[{\"slug\":\"ione\"}]}",
                read.at("/data/article").toString());
        assertEquals("hurricane", read.text("/data/tag/slug"));
        assertEquals("island", read.text("/data/section/slug"));
        assertEquals("ione", read.text("/data/author/slug"));
        assertEquals(List.of("island"), texts(read, "/data/sections", "slug"));
        assertEquals(1, read.at("/data/authors").size());
    }

    @Test
    void keeps_a_tag_whose_address_is_not_its_name_through_the_next_edit() {
        bring(new PitonExport()
                .article("Storm of 2004", "publish", "news:News", List.of("storms:Hurricanes"), "", Map.of()));
        edit(
                "updateArticle",
                Map.of("id", id("article", "storm-of-2004"), "tags", List.of("Hurricanes"), "headline", "The storm"));
        ArticlesFixture.publish(host, "Storm of 2010", Map.of("tags", List.of("Hurricanes")));
        Reply read = host.as("EDITOR")
                .send("{ tags(first: 10) { nodes { slug name } } articles(filter: {tag: \"storms\"}) { totalCount } }")
                .ok();
        assertEquals(
                "[{\"slug\":\"storms\",\"name\":\"Hurricanes\"}]",
                read.at("/data/tags/nodes").toString());
        assertEquals("2", read.text("/data/articles/totalCount"));
    }

    @Test
    void sees_no_change_in_a_merged_tag_under_its_old_name() {
        String id = ArticlesFixture.publish(host, "Storm of 1998", Map.of("tags", List.of("Hurricanes", "Hurricane")));
        edit("mergeTags", Map.of("from", id("tag", "hurricanes"), "into", id("tag", "hurricane")));
        for (List<String> names : List.of(List.of("Hurricanes"), List.of("Hurricanes", "Hurricane"))) {
            host.as("AUTHOR")
                    .send(
                            "mutation($i: UpdateArticleInput!) { updateArticle(input: $i) { userErrors { code } } }",
                            Map.of("i", Map.of("id", id, "tags", names)))
                    .ok();
            Reply read = host.as("EDITOR")
                    .send("query($id: ID!) { article(id: $id) { pendingRevision { id } } }", Map.of("id", id))
                    .ok();
            assertTrue(read.at("/data/article/pendingRevision").isNull(), names.toString());
        }
        assertFalse(id.isEmpty());
    }

    @Test
    void leads_from_what_a_wordpress_called_tags_and_authors_to_those_that_were_here_before() {
        edit("createAuthor", Map.of("name", "Ione Charlery"));
        ArticlesFixture.publish(
                host, "Ferry", Map.of("tags", List.of("Rum & Trade"), "authors", List.of("Ione Charlery")));
        bring(new PitonExport()
                .fromWordPress()
                .author("icharlery", "Ione Charlery")
                .article(
                        "Casks",
                        "publish",
                        "news:News",
                        List.of(
                                "old-rum:Rum &amp; Trade",
                                "rum-2:Rum &amp; Trade",
                                "quay:Harbour",
                                "old-rum-2:Old Rum"),
                        "icharlery",
                        Map.of()));
        Reply read = host.guest()
                .send("{ first: tag(slug: \"old-rum-2\") { slug } second: tag(slug: \"rum-2\") { slug }"
                        + " new: tag(slug: \"quay\") { slug } other: tag(slug: \"old-rum\") { slug }"
                        + " author(slug: \"icharlery\") { slug } article(slug: \"casks\") { tags { slug } } }")
                .ok();
        assertEquals("rum-trade", read.text("/data/second/slug"));
        assertEquals("harbour", read.text("/data/new/slug"));
        assertEquals("ione-charlery", read.text("/data/author/slug"));
        assertEquals("old-rum", read.text("/data/other/slug")); // a tag of that name stands before an old address
        assertEquals("old-rum", read.text("/data/first/slug"));
        assertEquals(List.of("rum-trade", "harbour", "old-rum"), texts(read, "/data/article/tags", "slug"));

        ArticlesFixture.publish(host, "Port", Map.of("tags", List.of("Quay")));
        edit("mergeTags", Map.of("from", id("tag", "harbour"), "into", id("tag", "rum-trade")));
        Reply after = host.guest()
                .send("{ article(slug: \"port\") { tags { slug } } }")
                .ok();
        assertEquals(List.of("quay"), texts(after, "/data/article/tags", "slug"));
    }

    private static final String SECTIONS = "{ sections { slug parent { slug } } }";

    private String sections() {
        return StreamSupport.stream(
                        host.guest().send(SECTIONS).ok().at("/data/sections").spliterator(), false)
                .map(one -> one.path("slug").asText()
                        + (one.path("parent").isNull()
                                ? ""
                                : "<" + one.at("/parent/slug").asText()))
                .toList()
                .toString();
    }

    @Test
    void has_the_sections_of_the_other_paper_in_its_order_below_each_other() {
        bring(new PitonExport()
                .section("world", "World", "")
                .section("sport", "Sport", "")
                .section("cricket", "Cricket", "sport")
                .section("arts", "Arts", "")
                .article("Six runs", "publish", "cricket:Cricket", List.of(), "", Map.of()));
        assertEquals("[world, sport, cricket<sport, arts]", sections());
        assertEquals(
                "1",
                host.guest()
                        .send("{ articles(filter: {section: \"sport\"}) { totalCount } }")
                        .text("/data/articles/totalCount"));
    }

    @Test
    void leaves_sections_that_exist_where_they_stand() {
        edit("createSection", Map.of("name", "Cricket"));
        bring(new PitonExport()
                .section("sport", "Sport", "")
                .section("cricket", "Cricket", "sport")
                .article("Six runs", "publish", "cricket:Cricket", List.of(), "", Map.of()));
        assertEquals("[cricket, sport]", sections());
    }

    @Test
    void makes_of_categories_what_posts_stand_in_and_what_is_above_those() {
        PitonExport export = new PitonExport()
                .fromWordPress()
                .section("sport", "Sport", "")
                .section("cricket", "Cricket", "sport")
                .section("tests", "Test matches", "cricket")
                .section("loop", "Loop", "loop")
                .section("unused", "Unused", "")
                .article("Draw", "publish", "tests:Test matches", List.of(), "", Map.of())
                .article("Round", "publish", "loop:Loop", List.of(), "", Map.of())
                .article("Six runs", "publish", "cricket:Cricket", List.of(), "", Map.of());
        assertEquals(
                "sections: nested deeper than sections can be: it stands below the uppermost one (1)",
                OldHerald.skipped(OldHerald.importInto(host, export.text(), Integer.MAX_VALUE)));
        assertEquals("[sport, tests<sport, cricket<sport, loop]", sections());
    }
}
