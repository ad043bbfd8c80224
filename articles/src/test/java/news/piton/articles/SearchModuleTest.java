package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Finding articles by their words, among those that a reader wants to look through, in either order. */
class SearchModuleTest {
    private static final String SEARCH =
            "query($t: String!, $f: ArticleFilter, $o: ArticleSearchOrder, $n: Int, $a: String, $l: Int, $b: String) {"
                    + " searchArticles(text: $t, filter: $f, order: $o, first: $n, after: $a, last: $l, before: $b) {"
                    + " totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { headlineHtml"
                    + " excerpt node { headline } } } }";
    private static TestHost host;
    private static String wire;

    @BeforeAll
    static void boot() {
        host = TestHost.boot(new ArticlesPlugin());
        ArticlesFixture.section(host, "sport", "Sport");
        wire = host.as("EDITOR")
                .send("mutation { createAuthor(input: {name: \"Ione Charlery\"}) { userErrors { code } }"
                        + " createSource(input: {name: \"Wire\", kind: AGENCY}) { source { id } userErrors { code"
                        + " } } }")
                .ok()
                .text("/data/createSource/source/id");
        publish("WHO lauds De la Rue", "IT matters, AND how.", Map.of());
        publish("Pilot boat for the quay", "The quay is long.", Map.of());
        publish("Quay, quay and quay again", "Nothing but the quay.", Map.of("section", "sport"));
        publish("UN envoy asks the PM about CXC", "She met O\u2019Brien and D'Auvergne in Soufri\u00e8re.", Map.of());
        publish("Regatta", "The boat of the pilot lay at a quay in Anse-Bleue.", Map.of("tags", List.of("Boats")));
        publish("Last word", "A quay, once more.", Map.of("authors", List.of("ione-charlery"), "source", "Wire"));
    }

    @AfterAll
    static void close() {
        host.close();
    }

    private static String publish(String headline, String text, Map<String, Object> more) {
        String id = publishNow(headline, text, more);
        host.clock().tick(Duration.ofHours(1));
        return id;
    }

    private static String publishNow(String headline, String text, Map<String, Object> more) {
        Map<String, Object> all = new java.util.HashMap<>(more);
        all.put("body", Map.of("format", "MARKDOWN", "text", text));
        return ArticlesFixture.publish(host, headline, all);
    }

    private static List<String> headlines(Reply reply) {
        List<String> found = new ArrayList<>();
        for (JsonNode edge : reply.ok().at("/data/searchArticles/edges")) {
            found.add(edge.at("/node/headline").asText());
        }
        return found;
    }

    private static List<String> found(String text) {
        return headlines(host.guest().send(SEARCH, Map.of("t", text)));
    }

    private static List<String> found(String text, Map<String, Object> filter) {
        return headlines(host.guest().send(SEARCH, Map.of("t", text, "f", filter, "o", "NEWEST")));
    }

    @Test
    void orders_by_relevance_or_by_time() {
        assertEquals("Quay, quay and quay again", found("quay").getFirst());
        assertEquals(
                List.of("Last word", "Regatta", "Quay, quay and quay again", "Pilot boat for the quay"),
                found("quay", Map.of()));
    }

    @Test
    void finds_names_and_short_words_however_they_are_written() {
        for (String text : List.of(
                "UN",
                "u.n.",
                "PM",
                "CXC",
                "o'brien",
                "O\u2019BRIEN",
                "obrien",
                "dauvergne",
                "D'Auvergne",
                "soufriere",
                "Soufri\u00e8re",
                "pm cxc un")) {
            assertEquals(List.of("UN envoy asks the PM about CXC"), found(text), text);
        }
        for (String text : List.of("WHO", "who", "IT", "De la Rue", "la", "\"it matters and\"", "who and it")) {
            assertEquals(List.of("WHO lauds De la Rue"), found(text), text);
        }
        assertEquals(List.of("Regatta"), found("\"boat of the pilot\""));
        assertEquals(List.of("Regatta"), found("anse-bleue"));
        assertEquals(List.of("Regatta"), found("bleue"));
    }

    @Test
    void finds_phrases_word_by_word() {
        assertEquals(List.of("Pilot boat for the quay"), found("\"pilot boat\""));
        assertEquals(2, found("pilot boat").size());
        assertEquals(List.of("Pilot boat for the quay"), found("\u201cquay is long\u201d pilot"));
        assertEquals(List.of(), found("\"pilot lay\" envoy"));
        assertEquals(List.of(), found("\"quay quay quay quay\""));
    }

    @Test
    void filters_by_each_and_by_all() {
        assertEquals(List.of("Quay, quay and quay again"), found("quay", Map.of("section", "sport")));
        assertEquals(List.of("Regatta"), found("quay", Map.of("tag", "boats")));
        assertEquals(List.of("Last word"), found("quay", Map.of("author", "ione-charlery")));
        assertEquals(List.of("Last word"), found("quay", Map.of("source", wire)));
        assertEquals(
                List.of("Last word"),
                found("quay", Map.of("source", wire, "author", "ione-charlery", "section", "news")));
        assertEquals(List.of(), found("quay", Map.of("source", wire, "section", "sport")));
        assertEquals(List.of(), found("quay", Map.of("section", "nowhere")));
        String now = host.clock().instant().toString();
        String then = host.clock().instant().minus(Duration.ofMinutes(150)).toString();
        assertEquals(List.of("Last word", "Regatta"), found("quay", Map.of("publishedAfter", then)));
        assertEquals(
                List.of("Quay, quay and quay again", "Pilot boat for the quay"),
                found("quay", Map.of("publishedBefore", then)));
        assertEquals(4, found("quay", Map.of("publishedBefore", now)).size());
        assertEquals(
                "BAD_REQUEST",
                host.guest()
                        .send(SEARCH, Map.of("t", "quay", "f", Map.of("statuses", List.of("DRAFT"))))
                        .errorCode()
                        .replace("UNAUTHENTICATED", "BAD_REQUEST"));
    }

    @Test
    void marks_what_was_found_in_headline_and_text() {
        Reply reply =
                host.guest().send(SEARCH, Map.of("t", "\"pilot boat\" long")).ok();
        assertEquals(
                "<mark>Pilot</mark> <mark>boat</mark> for the quay",
                reply.text("/data/searchArticles/edges/0/headlineHtml"));
        assertEquals("The quay is <mark>long</mark>.", reply.text("/data/searchArticles/edges/0/excerpt"));
    }

    @Test
    void walks_through_both_orders_in_both_directions() {
        for (String order : List.of("RELEVANCE", "NEWEST")) {
            List<String> all = headlines(host.guest().send(SEARCH, Map.of("t", "quay", "o", order)));
            assertEquals(4, all.size());
            List<String> forward = new ArrayList<>();
            String cursor = null;
            do {
                Map<String, Object> variables = new java.util.HashMap<>(Map.of("t", "quay", "o", order, "n", 3));
                variables.put("a", cursor);
                Reply page = host.guest().send(SEARCH, variables);
                forward.addAll(headlines(page));
                assertEquals(4, page.at("/data/searchArticles/totalCount").asInt());
                boolean more =
                        page.at("/data/searchArticles/pageInfo/hasNextPage").asBoolean();
                assertEquals(forward.size() < 4, more);
                cursor = page.text("/data/searchArticles/pageInfo/endCursor");
            } while (forward.size() < 4);
            assertEquals(all, forward);
            Map<String, Object> back = Map.of("t", "quay", "o", order, "l", 2, "b", cursor);
            assertEquals(all.subList(1, 3), headlines(host.guest().send(SEARCH, back)));
            assertEquals(
                    all.subList(2, 4), headlines(host.guest().send(SEARCH, Map.of("t", "quay", "o", order, "l", 2))));
        }
    }

    @Test
    void follows_every_change_at_once() {
        String id = publish("Heron", "A grey bird.", Map.of());
        assertEquals(List.of("Heron"), found("heron"));
        ArticlesFixture.edit(host, "EDITOR", "unpublishArticle", Map.of("id", id, "reason", "It was an egret"))
                .ok();
        assertEquals(List.of(), found("heron"));
        ArticlesFixture.draft(host, "Pelican");
        assertEquals(List.of(), found("pelican"));
        String planned = ArticlesFixture.draft(host, "Frigate bird");
        ArticlesFixture.edit(
                        host,
                        "EDITOR",
                        "publishArticle",
                        Map.of(
                                "id",
                                planned,
                                "at",
                                host.clock().instant().plusSeconds(60).toString()))
                .ok();
        assertEquals(List.of(), found("frigate"));
        host.clock().tick(Duration.ofSeconds(60));
        assertEquals(List.of("Frigate bird"), found("frigate"));
    }

    private static String id(String query) {
        return host.as("EDITOR").send(query).ok().json().findValue("id").asText();
    }

    private static void change(String mutation, Map<String, Object> input) {
        ArticlesFixture.change(host, "EDITOR", mutation, "", input).ok();
    }

    @Test
    void finds_names_of_authors_and_tags_and_what_stands_under_the_picture() {
        Map<String, Object> picture = Map.of(
                "url",
                "https://cdn.example/a.jpg",
                "width",
                9,
                "height",
                9,
                "alt",
                "Men",
                "caption",
                "Oarsmen at rest");
        publishNow("Strong wind", "Nothing else.", Map.of("tags", List.of("Weather Watch"), "image", picture));
        publishNow("On rowing", "It is hard.", Map.of("authors", List.of("ione-charlery")));
        assertEquals(List.of("On rowing", "Last word"), found("Ione Charlery", Map.of()));
        assertEquals(List.of("On rowing"), found("charlery rowing"));
        assertEquals(List.of("Strong wind"), found("\"weather watch\""));
        assertEquals(List.of("Strong wind"), found("oarsmen"));
        assertEquals(List.of(), found("\"watch oarsmen\""), "a phrase stands in one of them");
    }

    @Test
    void follows_what_authors_and_tags_are_called() {
        change("createAuthor", Map.of("name", "Ann Oldname"));
        Map<String, Object> named = Map.of("authors", List.of("ann-oldname"), "tags", List.of("Cyclones", "Gales"));
        publishNow("A column", "Quite short.", named);
        assertEquals(List.of("A column"), found("oldname cyclones gales"));
        String author = id("{ author(slug: \"ann-oldname\") { id } }");
        String cyclones = id("{ tag(slug: \"cyclones\") { id } }");
        String gales = id("{ tag(slug: \"gales\") { id } }");
        change("updateAuthor", Map.of("id", author, "name", "Ann Newname"));
        assertEquals(List.of("A column"), found("newname"));
        assertEquals(List.of(), found("oldname"));
        change("updateTag", Map.of("id", cyclones, "name", "Hurricanes"));
        assertEquals(List.of("A column"), found("hurricanes"));
        assertEquals(List.of(), found("cyclones"));
        change("mergeTags", Map.of("from", gales, "into", cyclones));
        assertEquals(List.of("A column"), found("hurricanes"));
        assertEquals(List.of(), found("gales"));
    }

    @Test
    void makes_its_index_anew_on_another_machine() {
        TestHost other = TestHost.with(new ArticlesPlugin()).boot(host.database());
        try {
            other.clock().tick(Duration.ofDays(30));
            Reply reply = other.guest().send(SEARCH, Map.of("t", "envoy")).ok();
            assertTrue(reply.text("/data/searchArticles/edges/0/node/headline").startsWith("UN envoy"));
        } finally {
            other.host().close(); // the database is the first host's
        }
    }
}
