package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.piton.core.id.GlobalId;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That readers lose an article at the moment that was set, everywhere and whether or not a job ran. */
class ClosingModuleTest {
    private static final String CLOSED = "articles.article-unpublished.v1";
    private static TestHost host;

    @BeforeAll
    static void boot() {
        host = TestHost.boot(new ArticlesPlugin());
        ArticlesFixture.section(host, "news", "News");
        ArticlesFixture.section(host, "notices", "Notices");
        host.as("EDITOR")
                .send("mutation { createAuthor(input: {name: \"Vera Brief\"}) { userErrors { code } } "
                        + "createSource(input: {name: \"Water Board\", kind: GOVERNMENT}) { userErrors { code } } }")
                .ok();
    }

    @AfterAll
    static void close() {
        host.close();
    }

    private static Reply edit(String mutation, Map<String, Object> input) {
        return ArticlesFixture.edit(host, "EDITOR", mutation, input);
    }

    private static Instant in(Duration span) {
        return host.clock().instant().plus(span);
    }

    private static String notice(String headline) {
        return ArticlesFixture.draft(
                host,
                headline,
                Map.of(
                        "section",
                        "notices",
                        "tags",
                        List.of("Shortlived"),
                        "authors",
                        List.of("vera-brief"),
                        "source",
                        "Water Board"));
    }

    private static final String EVERYWHERE = "query($id: ID!, $slug: String!, $path: String!, $tag: ID!, $author: ID!,"
            + " $source: ID!) { id: article(id: $id) { id } slug: article(slug: $slug) { id }"
            + " path: article(path: $path) { id } node(id: $id) { id } nodes(ids: [$id]) { id }"
            + " section: articles(filter: {section: \"notices\"}) { totalCount nodes { id } }"
            + " tagged: articles(filter: {tag: \"shortlived\"}) { totalCount nodes { id } }"
            + " written: articles(filter: {author: \"vera-brief\"}) { totalCount nodes { id } }"
            + " sent: articles(filter: {source: $source}) { totalCount nodes { id } }"
            + " found: searchArticles(text: \"hydrants\") { totalCount nodes { id } }"
            + " page: section(slug: \"notices\") { articles { totalCount nodes { id } } }"
            + " tag(slug: \"shortlived\") { id } tagNode: node(id: $tag) { id } authorNode: node(id: $author) { id }"
            + " sourceNode: node(id: $source) { id } }";

    private static JsonNode everywhere(TestHost.Client reader, Map<String, Object> names) {
        return reader.send(EVERYWHERE, names).ok().at("/data");
    }

    @Test
    void takes_it_from_every_page_and_count_of_readers_at_its_moment_without_a_job() {
        String id = notice("Hydrants closed tonight");
        String neighbour =
                ArticlesFixture.publish(host, "Roads closed tonight", Map.of("tags", List.of("Shortlived", "Roads")));
        Instant until = in(Duration.ofHours(6));
        Reply published = edit("publishArticle", Map.of("id", id, "unpublishAt", until.toString()))
                .ok();
        JsonNode parts = host.as("EDITOR")
                .send(
                        "query($id: ID!) { article(id: $id) { unpublishAt tags { id } authors { id } source { id } } }",
                        Map.of("id", id))
                .ok()
                .at("/data/article");
        assertEquals(until.toString(), parts.path("unpublishAt").asText());
        Map<String, Object> names = Map.of(
                "id", id,
                "slug", published.text("/data/publishArticle/article/slug"),
                "path", published.text("/data/publishArticle/article/url"),
                "tag", parts.at("/tags/0/id").asText(),
                "author", parts.at("/authors/0/id").asText(),
                "source", parts.at("/source/id").asText());
        String related = "query($id: ID!) { article(id: $id) { related { id } } }";
        long number = GlobalId.number("Article", id).orElseThrow();
        Articles articles = host.api(Articles.class);

        host.clock().set(until.minus(1, ChronoUnit.MICROS));
        JsonNode before = everywhere(host.guest(), names);
        before.properties().stream()
                .filter(field ->
                        !List.of("tag", "tagNode", "authorNode", "sourceNode").contains(field.getKey()))
                .forEach(field -> assertTrue(field.getValue().toString().contains(id), field.toString()));
        assertEquals(2, before.at("/tagged/totalCount").asInt());
        assertEquals(id, host.guest().send(related, Map.of("id", neighbour)).text("/data/article/related/0/id"));
        assertTrue(articles.published(number).isPresent());

        host.clock().set(until);
        JsonNode after = everywhere(host.guest(), names);
        assertFalse(after.toString().contains(id), after.toPrettyString());
        assertEquals(1, after.at("/tagged/totalCount").asInt());
        for (String list : List.of("section", "written", "sent", "found")) {
            assertEquals(0, after.at("/" + list + "/totalCount").asInt(), list);
        }
        assertTrue(after.path("authorNode").isNull() && after.path("sourceNode").isNull(), after.toPrettyString());
        assertFalse(host.guest()
                .send(related, Map.of("id", neighbour))
                .at("/data/article/related")
                .toString()
                .contains(id));
        assertTrue(articles.published(number).isEmpty());
        assertTrue(articles.published(Set.of(number)).isEmpty());
        assertTrue(articles.publishedBySlug("hydrants-closed-tonight").isEmpty());
        assertTrue(articles.excerpts(Set.of(number), 100).isEmpty());
        assertTrue(articles.publishedBetween(until.minus(1, ChronoUnit.DAYS), until.plusSeconds(1), 100).stream()
                .noneMatch(article -> article.id() == number));

        String staff = "query($s: [ArticleStatus!]) { articles(filter: {statuses: $s, section: \"notices\"}) {"
                + " totalCount nodes { id status } } }";
        for (boolean told : List.of(false, true)) {
            Map<String, Object> unpublished = Map.of("s", List.of("UNPUBLISHED"));
            Reply theirs = host.as("AUTHOR").send(staff, unpublished).ok();
            assertEquals("1", theirs.text("/data/articles/totalCount"));
            assertEquals("UNPUBLISHED", theirs.text("/data/articles/nodes/0/status"));
            if (!told) {
                host.runJob("articles.announce-due");
            }
        }
    }

    @Test
    void tells_of_it_once_and_writes_it_down() {
        String id = ArticlesFixture.draft(host, "Told once");
        Instant until = in(Duration.ofHours(1));
        edit("publishArticle", Map.of("id", id, "unpublishAt", until.toString()))
                .ok();
        long told = ArticlesFixture.events(host, CLOSED);
        host.runJob("articles.announce-due");
        assertEquals(told, ArticlesFixture.events(host, CLOSED));
        host.clock().set(until.plusSeconds(7));
        Reply before =
                host.as("AUTHOR").send("query($id: ID!) { article(id: $id) { version updatedAt } }", Map.of("id", id));
        host.runJob("articles.announce-due");
        host.runJob("articles.announce-due");
        assertEquals(told + 1, ArticlesFixture.events(host, CLOSED));
        Reply after = host.as("AUTHOR")
                .send(
                        "query($id: ID!) { article(id: $id) { version updatedAt unpublishAt"
                                + " history(first: 1) { nodes { kind by at lateBy } } } }",
                        Map.of("id", id));
        assertEquals(before.text("/data/article/version"), after.text("/data/article/version"));
        assertEquals(before.text("/data/article/updatedAt"), after.text("/data/article/updatedAt"));
        assertTrue(after.at("/data/article/unpublishAt").isNull());
        assertEquals(
                "{\"kind\":\"CLOSED\",\"by\":null,\"at\":\"" + until + "\",\"lateBy\":7.0}",
                after.at("/data/article/history/nodes/0").toString());
        assertEquals(
                "IN_REVIEW", edit("submitArticle", Map.of("id", id)).ok().text("/data/submitArticle/article/status"));
    }

    @Test
    void tells_of_opening_and_closing_when_no_job_ran_in_between() {
        String id = ArticlesFixture.draft(host, "Missed altogether");
        edit(
                        "publishArticle",
                        Map.of(
                                "id", id,
                                "at", in(Duration.ofHours(1)).toString(),
                                "unpublishAt", in(Duration.ofHours(2)).toString()))
                .ok();
        host.runJob("articles.announce-due");
        long opened = ArticlesFixture.announcements(host);
        long closed = ArticlesFixture.events(host, CLOSED);
        host.clock().tick(Duration.ofHours(3));
        host.runJob("articles.announce-due");
        assertEquals(opened + 1, ArticlesFixture.announcements(host));
        assertEquals(closed + 1, ArticlesFixture.events(host, CLOSED));
    }

    @Test
    void lets_an_editor_move_the_time_or_clear_it_and_readers_notice_nothing() {
        String id = ArticlesFixture.draft(host, "Extended");
        edit(
                        "publishArticle",
                        Map.of("id", id, "unpublishAt", in(Duration.ofHours(1)).toString()))
                .ok();
        String query = "query($id: ID!) { article(id: $id) { updatedAt } }";
        String before = host.guest().send(query, Map.of("id", id)).ok().text("/data/article/updatedAt");
        host.clock().tick(Duration.ofMinutes(30));
        edit(
                        "scheduleUnpublishing",
                        Map.of("id", id, "unpublishAt", in(Duration.ofHours(5)).toString()))
                .ok();
        host.clock().tick(Duration.ofHours(2));
        host.runJob("articles.announce-due");
        assertEquals(before, host.guest().send(query, Map.of("id", id)).ok().text("/data/article/updatedAt"));
        Map<String, Object> clear = new HashMap<>(Map.of("id", id));
        clear.put("unpublishAt", null);
        edit("scheduleUnpublishing", clear).ok();
        host.clock().tick(Duration.ofDays(9));
        host.runJob("articles.announce-due");
        assertEquals(before, host.guest().send(query, Map.of("id", id)).ok().text("/data/article/updatedAt"));
    }

    @Test
    void refuses_a_time_at_which_readers_would_not_have_had_it() {
        String id = ArticlesFixture.draft(host, "Never seen");
        String at = in(Duration.ofHours(2)).toString();
        assertEquals(
                List.of("INVALID"),
                edit("publishArticle", Map.of("id", id, "at", at, "unpublishAt", at))
                        .userErrorCodes());
        assertEquals(
                List.of("INVALID"),
                edit(
                                "publishArticle",
                                Map.of(
                                        "id",
                                        id,
                                        "unpublishAt",
                                        in(Duration.ZERO).toString()))
                        .userErrorCodes());
        edit(
                        "publishArticle",
                        Map.of(
                                "id",
                                id,
                                "at",
                                at,
                                "unpublishAt",
                                in(Duration.ofHours(3)).toString()))
                .ok();
        Reply late = edit(
                "publishArticle", Map.of("id", id, "at", in(Duration.ofHours(4)).toString()));
        assertEquals(List.of("INVALID"), late.userErrorCodes());
        assertTrue(
                late.userErrorMessages().getFirst().matches(".*\\d\\d:\\d\\d AST.*"),
                late.userErrorMessages().toString());
        Map<String, Object> longer =
                new HashMap<>(Map.of("id", id, "at", in(Duration.ofHours(4)).toString()));
        longer.put("unpublishAt", null);
        edit("publishArticle", longer).ok();
    }
}
