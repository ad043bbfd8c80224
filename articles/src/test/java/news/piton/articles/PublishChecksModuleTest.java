package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The check-list that an editor sees before publishing, and what of it stands in the way. */
class PublishChecksModuleTest {
    private static final String CHECKS = "publishChecks { code severity message path block }";
    private static final String PUBLISH = "mutation($i: PublishArticleInput!) { publishArticle(input: $i) {"
            + " article { id } " + CHECKS + " userErrors { code message path } } }";
    private static TestHost host;

    @BeforeAll
    static void boot() {
        host = TestHost.boot(new ArticlesPlugin());
        ArticlesFixture.section(host, "news", "News");
        ArticlesFixture.publish(host, "So that the section is not empty");
        host.as("EDITOR")
                .send("mutation { a: createAuthor(input: {name: \"Ione Charlery\"}) { userErrors { code } }"
                        + " b: createAuthor(input: {name: \"CMC\"}) { userErrors { code } }"
                        + " createSource(input: {name: \"Caribbean Media Corporation (CMC)\", kind: AGENCY})"
                        + " { userErrors { code } } }")
                .ok();
    }

    @AfterAll
    static void close() {
        host.close();
    }

    private static String draft(String headline, Object... more) {
        Map<String, Object> input = new HashMap<>(
                Map.of("standfirst", "In short.", "tags", List.of("Harbour"), "authors", List.of("ione-charlery")));
        for (int i = 0; i < more.length; i += 2) {
            input.put((String) more[i], more[i + 1]);
        }
        return ArticlesFixture.draft(host, headline, input);
    }

    private static Map<String, String> markdown(String text) {
        return Map.of("format", "MARKDOWN", "text", text);
    }

    private static List<String> found(JsonNode checks) {
        List<String> found = new ArrayList<>();
        checks.forEach(check -> found.add(
                check.path("severity").asText() + " " + check.path("code").asText() + " "
                        + check.path("path").toString().replaceAll("[\\[\\]\"]", "")));
        return found;
    }

    private static List<String> checks(String id) {
        return found(list(id));
    }

    private static JsonNode list(String id) {
        return host.as("AUTHOR")
                .send("query($id: ID!) { article(id: $id) { " + CHECKS + " } }", Map.of("id", id))
                .ok()
                .at("/data/article/publishChecks");
    }

    private static Reply publish(Map<String, Object> input) {
        return host.as("EDITOR").send(PUBLISH, Map.of("i", input));
    }

    @Test
    void says_nothing_about_a_complete_article() {
        assertEquals(List.of(), checks(draft("All is well")));
    }

    @Test
    void gives_advice_that_does_not_stand_in_the_way() {
        ArticlesFixture.section(host, "letters", "Letters");
        String id = ArticlesFixture.draft(
                host,
                "A headline that goes on and on until nobody who meets it in a list of search results can see how it"
                        + " ends, or why",
                Map.of("section", "letters", "body", markdown("Words.\n\n![](https://img.example/a.jpg)")));
        List<String> advice = List.of(
                "ADVICE LONG_HEADLINE headline",
                "ADVICE NO_STANDFIRST standfirst",
                "ADVICE NO_TAGS tags",
                "ADVICE MISSING_ALT_TEXT body,blocks,1",
                "ADVICE EXTERNAL_IMAGE body,blocks,1",
                "ADVICE NO_SOURCE source",
                "ADVICE EMPTY_SECTION section");
        assertEquals(advice, checks(id));
        Reply rehearsed = publish(Map.of("id", id, "validateOnly", true)).ok();
        assertTrue(rehearsed.at("/data/publishArticle/article").isNull());
        assertEquals(advice, found(rehearsed.at("/data/publishArticle/publishChecks")));
        assertTrue(ArticlesFixture.read(host, id).at("/data/article").isNull());
        assertEquals(advice, found(publish(Map.of("id", id)).ok().at("/data/publishArticle/publishChecks")));
    }

    @Test
    void refuses_what_blocks_and_shows_the_whole_list_with_it() {
        String id = ArticlesFixture.draft(host, "Nothing to read", Map.of("body", markdown("")));
        for (boolean rehearse : List.of(true, false)) {
            Reply refused = publish(Map.of("id", id, "validateOnly", rehearse));
            assertEquals(List.of("BLANK"), refused.userErrorCodes());
            assertTrue(found(refused.at("/data/publishArticle/publishChecks"))
                    .containsAll(List.of("BLOCKING BLANK body", "ADVICE NO_TAGS tags")));
        }
    }

    @Test
    void knows_agency_copy_by_its_byline_its_dateline_and_its_last_line() {
        List<String> copies = List.of(
                draft("By byline", "authors", List.of("cmc")),
                draft("By dateline", "body", markdown("KINGSTON, Jamaica (CMC) — The ports are open.")),
                draft("By last line", "body", markdown("The ports are open.\n\n*– Caribbean Media Corporation*")));
        for (String id : copies) {
            assertEquals(List.of("BLOCKING NO_SOURCE source"), checks(id));
            assertEquals(List.of("NO_SOURCE"), publish(Map.of("id", id)).userErrorCodes());
            ArticlesFixture.edit(
                            host,
                            "AUTHOR",
                            "updateArticle",
                            Map.of("id", id, "source", "Caribbean Media Corporation (CMC)"))
                    .ok();
            publish(Map.of("id", id)).ok();
        }
        assertEquals(List.of(), checks(draft("Only mentioned", "body", markdown("A reporter of the CMC was there."))));
    }

    @Test
    void finds_links_into_the_paper_that_lead_nowhere_and_knows_old_addresses() {
        String target = ArticlesFixture.publish(host, "Linked to");
        String old = url(target);
        ArticlesFixture.edit(
                        host, "EDITOR", "updateArticle", Map.of("id", target, "slug", "linked-to-now", "approve", true))
                .ok();
        String hidden = draft("Still hidden");
        String later = draft("Out tomorrow");
        Instant tomorrow = host.clock().instant().plus(Duration.ofDays(1));
        String laterUrl = ArticlesFixture.edit(
                        host, "EDITOR", "publishArticle", Map.of("id", later, "at", tomorrow.toString()))
                .ok()
                .text("/data/publishArticle/article/url");
        String path = URI.create(url(target)).getPath();
        String id = draft(
                "Full of links",
                "body",
                markdown(String.join(
                        "\n\n",
                        "[today's](" + url(target) + "?utm_source=x#top) and [a path](" + path + "/)",
                        "[before](" + old + ") [another day](/2020/01/02/linked-to-now)",
                        "[elsewhere](https://elsewhere.example/2026/11/24/gone) and [a page](/about)",
                        "[gone](/2026/11/24/never-was)",
                        "[a draft](/drafts/" + hidden + ")",
                        "[tomorrow](" + laterUrl + ")",
                        "![lost](/media/00000000000000000000000000000000/640.jpg)",
                        "[a post](/?p=42)")));
        List<String> dead = List.of(
                "ADVICE DEAD_LINK body,blocks,3",
                "ADVICE DEAD_LINK body,blocks,4",
                "ADVICE DEAD_LINK body,blocks,5",
                "ADVICE DEAD_LINK body,blocks,6",
                "ADVICE DEAD_LINK body,blocks,7");
        assertEquals(dead, checks(id));
        List<String> then = found(publish(Map.of("id", id, "at", tomorrow.toString(), "validateOnly", true))
                .ok()
                .at("/data/publishArticle/publishChecks"));
        assertEquals(dead.stream().filter(each -> !each.endsWith("5")).toList(), then);
    }

    @Test
    void finds_dead_links_to_sections_tags_and_authors_and_knows_what_they_were_called() {
        ArticlesFixture.section(host, "sport", "Sport");
        String sport =
                host.guest().send("{ section(slug: \"sport\") { id } }").ok().text("/data/section/id");
        ArticlesFixture.change(host, "EDITOR", "updateSection", "", Map.of("id", sport, "slug", "sports"))
                .ok();
        String id = draft(
                "Round the paper",
                "body",
                markdown(String.join(
                        "\n\n",
                        "[a](/section/news) [b](/section/sport/) [c](/tag/harbour?x=1) [d](/author/ione-charlery)"
                                + " [e](/section/sports/feed/atom)",
                        "[gone](/section/never-was)",
                        "[gone](/tag/never-was/feed)",
                        "[a login](/author/never-was#top)",
                        "[not ours](https://elsewhere.example/tag/never-was)")));
        assertEquals(
                List.of(
                        "ADVICE DEAD_LINK body,blocks,1",
                        "ADVICE DEAD_LINK body,blocks,2",
                        "ADVICE DEAD_LINK body,blocks,3"),
                checks(id));
    }

    @Test
    void finds_dead_links_however_they_are_written() {
        String target = ArticlesFixture.publish(host, "However written");
        URI page = URI.create(url(target));
        String here = page.getRawAuthority();
        String id = draft(
                "Written otherwise",
                "body",
                markdown(String.join(
                        "\n\n",
                        "[a](however-written) [b](./however-written?x) [c](#top) [d](mailto:desk@herald.example)"
                                + " [e](../../../../../section/news) [f](HTTPS://www." + here + page.getPath() + ")",
                        "[beside](never-was)",
                        "[forgotten](www.elsewhere.example)",
                        "[secure](https://" + here + "/2026/11/24/never-was)",
                        "[www](//www." + here + "/tag/never-was)",
                        "![lost](never-was.jpg)")));
        assertEquals(5, checks(id).size(), checks(id)::toString);
        assertTrue(checks(id).stream().allMatch(each -> each.matches("ADVICE DEAD_LINK body,blocks,[1-5]")));
    }

    @Test
    void tells_once_of_pictures_for_which_readers_browsers_would_ask_others() {
        URI page = URI.create(url(ArticlesFixture.publish(host, "Where the paper lies")));
        String own = page.resolve("/crest.png").toString();
        String id = draft(
                "Pictures from everywhere",
                "image",
                Map.of("url", "https://cdn.example/a.jpg", "width", 640, "height", 480, "alt", "A stall"),
                "body",
                markdown("Words.\n\n![crest](" + own + ") ![crest](" + own.replaceFirst("https?://", "//www.")
                        + ")\n\n![one](https://img.example/1.jpg)\n\n![two](//img.example/2.jpg)"));
        JsonNode checks = list(id);
        assertEquals(List.of("ADVICE EXTERNAL_IMAGE image", "ADVICE EXTERNAL_IMAGE body,blocks,2"), found(checks));
        assertTrue(checks.at("/0/message").asText().contains(" lies on cdn.example, "));
        String told = checks.at("/1/message").asText();
        assertTrue(told.matches("The picture https://img.example/1.jpg lies on .* 1 more in the text."), told);
    }

    private static String url(String id) {
        return ArticlesFixture.read(host, id).ok().text("/data/article/url");
    }

    @Test
    void warns_of_an_address_at_which_another_article_was_found() {
        String first = ArticlesFixture.publish(host, "Coveted slug");
        ArticlesFixture.edit(
                        host,
                        "EDITOR",
                        "updateArticle",
                        Map.of("id", first, "slug", "coveted-no-more", "approve", true))
                .ok();
        String second = draft("Coveted slug");
        assertEquals(List.of("ADVICE SLUG_TAKEN slug"), checks(second));
        String tomorrow = host.clock().instant().plus(Duration.ofDays(1)).toString();
        assertEquals(
                List.of(),
                found(publish(Map.of("id", second, "at", tomorrow, "validateOnly", true))
                        .ok()
                        .at("/data/publishArticle/publishChecks")));
    }

    @Test
    void takes_as_many_statements_for_a_page_of_articles_as_for_one() {
        for (int i = 0; i < 4; i++) {
            ArticlesFixture.publish(
                    host,
                    "Checked " + i,
                    Map.of(
                            "body",
                            markdown("[t](/tag/t" + i + ") [a](/2026/11/24/x" + i + ") ![b](/media/"
                                    + "0123456789abcdef0123456789abcdef/64" + i + ".jpg)")));
        }
        String query = "query($n: Int!) { articles(first: $n) { nodes { " + CHECKS + " } } }";
        host.as("AUTHOR").send(query, Map.of("n", 1)).ok();
        int one = host.statements(
                () -> host.as("AUTHOR").send(query, Map.of("n", 1)).ok());
        int four = host.statements(
                () -> host.as("AUTHOR").send(query, Map.of("n", 4)).ok());
        assertEquals(one, four);
        assertEquals("UNAUTHENTICATED", host.guest().send(query, Map.of("n", 1)).errorCode());
    }

    @Test
    void says_that_what_waits_is_not_what_would_be_published() {
        String id = ArticlesFixture.publish(host, "Taken back with a change waiting");
        ArticlesFixture.edit(host, "AUTHOR", "updateArticle", Map.of("id", id, "headline", "The change"))
                .ok();
        ArticlesFixture.edit(host, "EDITOR", "unpublishArticle", Map.of("id", id, "reason", "To be looked at"))
                .ok();
        assertTrue(checks(id).contains("ADVICE PENDING_REVISION pendingRevision"), checks(id)::toString);
    }
}
