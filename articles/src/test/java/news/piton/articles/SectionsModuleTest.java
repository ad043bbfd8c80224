package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Sections: their order and nesting, their lists, and in which of them there is something to read. */
class SectionsModuleTest {
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

    @Test
    void a_section_s_list_holds_its_children_s_articles_page_by_page() {
        String sport = section("Sport", null);
        section("Cricket", sport);
        section("Athletics", sport);
        ArticlesFixture.section(host, "news", "News");
        List<String> where = List.of("sport", "cricket", "cricket", "news", "athletics", "sport", "cricket");
        for (int i = 0; i < where.size(); i++) {
            ArticlesFixture.publish(host, "Story " + i, Map.of("section", where.get(i), "tags", List.of("Games")));
            host.clock().tick(Duration.ofMinutes(1));
        }
        String list = "articles(%s) { totalCount nodes { headline } pageInfo { hasNextPage hasPreviousPage"
                + " startCursor endCursor } }";
        String query = "{ section(slug: \"sport\") { " + list + " } }";
        Reply top = read(query.formatted("first: 4"));
        assertEquals(
                List.of("Story 6", "Story 5", "Story 4", "Story 2"), top.json().findValuesAsText("headline"));
        assertEquals(6, top.at("/data/section/articles/totalCount").asInt());
        String end = top.text("/data/section/articles/pageInfo/endCursor");
        Reply rest = read(query.formatted("first: 4, after: \"" + end + "\""));
        assertEquals(List.of("Story 1", "Story 0"), rest.json().findValuesAsText("headline"));
        assertEquals(
                false, rest.at("/data/section/articles/pageInfo/hasNextPage").asBoolean());
        String start = rest.text("/data/section/articles/pageInfo/startCursor");
        Reply back = read(query.formatted("last: 3, before: \"" + start + "\""));
        assertEquals(List.of("Story 5", "Story 4", "Story 2"), back.json().findValuesAsText("headline"));
        assertEquals(
                true, back.at("/data/section/articles/pageInfo/hasPreviousPage").asBoolean());
        assertEquals(
                List.of("Story 6", "Story 2", "Story 1"),
                read("{ section(slug: \"cricket\") { articles { nodes { headline } } } }")
                        .json()
                        .findValuesAsText("headline"));
        assertEquals(
                List.of("Story 6", "Story 5"),
                read("{ articles(first: 2, filter: {section: \"sport\", tag: \"games\"}) { nodes { headline } } }")
                        .json()
                        .findValuesAsText("headline"));
        String many = "{ sections { articles(first: 3) { totalCount nodes { headline } } parent { slug }"
                + " children { slug } } }";
        read(many);
        assertEquals(2, host.statements(() -> read(many)), "their lists, their lengths; the sections are remembered");
    }

    private List<String> sections(boolean published) {
        return read("{ sections(published: " + published + ") { slug } }")
                .json()
                .findValuesAsText("slug");
    }

    @Test
    void tells_in_which_sections_readers_find_something() {
        String sport = section("Sport", null);
        section("Cricket", sport);
        section("Arts", null);
        String id = ArticlesFixture.draft(host, "Bad light", Map.of("section", "cricket"));
        assertEquals(List.of(), sections(true));
        change("publishArticle", "article { id }", Map.of("id", id)).ok();
        assertEquals(List.of("sport", "cricket"), sections(true));
        assertEquals(List.of("arts", "news"), sections(false));
        assertEquals(0, host.statements(() -> sections(true)), "remembered with the sections");
        change("unpublishArticle", "article { id }", Map.of("id", id, "reason", "Wrong"))
                .ok();
        assertEquals(List.of(), sections(true));
    }

    @Test
    void sections_stand_in_order_and_nest_once() {
        String news = section("News", null);
        String sport = section("Sport", null);
        String cricket = section("Cricket", news);
        change("updateSection", "section { slug }", Map.of("id", cricket, "parent", sport))
                .ok();
        section("Island", news);
        assertEquals(
                "{\"sections\":[{\"slug\":\"news\",\"parent\":null,\"children\":[{\"slug\":\"island\"}]},"
                        + "{\"slug\":\"island\",\"parent\":{\"slug\":\"news\"},\"children\":[]},"
                        + "{\"slug\":\"sport\",\"parent\":null,\"children\":[{\"slug\":\"cricket\"}]},"
                        + "{\"slug\":\"cricket\",\"parent\":{\"slug\":\"sport\"},\"children\":[]}]}",
                read("{ sections { slug parent { slug } children { slug } } }")
                        .at("/data")
                        .toString());
        assertEquals(
                "{\"parent\":{\"slug\":\"sport\",\"children\":[{\"slug\":\"cricket\"}]}}",
                read("{ section(slug: \"cricket\") { parent { slug children { slug } } } }")
                        .at("/data/section")
                        .toString());
        for (Map<String, ?> wrong : List.of(
                Map.of("id", sport, "parent", news),
                Map.of("id", news, "parent", cricket),
                Map.of("id", cricket, "parent", cricket))) {
            assertEquals(
                    List.of("INVALID"),
                    change("updateSection", "section { slug }", wrong).userErrorCodes());
        }
        assertEquals(
                List.of("INVALID"),
                change("createSection", "section { slug }", Map.of("name", "Juniors", "parent", cricket))
                        .userErrorCodes());
        assertEquals(
                List.of("NOT_FOUND"),
                change("createSection", "section { slug }", Map.of("name", "Juniors", "parent", "x"))
                        .userErrorCodes());
        Map<String, Object> out = new HashMap<>(Map.of("id", cricket));
        out.put("parent", null);
        change("updateSection", "section { slug }", out).ok();
        assertEquals(
                0,
                read("{ section(slug: \"sport\") { children { slug } } }")
                        .json()
                        .findValues("slug")
                        .size());
    }
}
