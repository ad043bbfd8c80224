package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the editors put forward, and what that does and does not do to an article. */
class FeaturingModuleTest {
    private static final String EVENT = "articles.article-featured.v1";
    private static final String EVERY_STATE = "statuses: [DRAFT, IN_REVIEW, SCHEDULED, PUBLISHED, UNPUBLISHED]";

    private TestHost host;
    private Newsroom newsroom;

    @BeforeEach
    void boot() {
        host = ArticlesFixture.boot();
        newsroom = new Newsroom(host);
    }

    @AfterEach
    void close() {
        host.close();
    }

    private Reply feature(String id) {
        host.clock().tick(Duration.ofMinutes(1));
        return newsroom.edit("EDITOR", "featureArticle", Map.of("id", id));
    }

    private Reply unfeature(String id) {
        return newsroom.edit("EDITOR", "unfeatureArticle", Map.of("id", id));
    }

    private boolean featured(String id) {
        return newsroom.staff(id, "{ featured }").path("featured").asBoolean();
    }

    private static List<String> headlines(Reply reply, String list) {
        return StreamSupport.stream(reply.ok().at("/data/" + list + "/nodes").spliterator(), false)
                .map(article -> article.path("headline").asText())
                .toList();
    }

    /** What is featured, and more of a filter, as a guest or somebody else has it. */
    private List<String> list(String who, String more) {
        String query = "{ articles(filter: { featured: true " + more + " }) { nodes { headline } } }";
        return headlines((who.isEmpty() ? host.guest() : host.as(who)).send(query), "articles");
    }

    @Test
    void puts_an_article_forward_without_touching_it_and_says_who_did() {
        String id = ArticlesFixture.publish(host, "Harbour opens");
        String untouched = "{ version updatedAt headline pendingRevision { id } revisions { totalCount } }";
        JsonNode before = newsroom.staff(id, untouched);
        int version = before.path("version").asInt();
        long updates = ArticlesFixture.events(host, "articles.article-updated.v1");
        host.clock().tick(Duration.ofHours(1));
        newsroom.edit("EDITOR", "featureArticle", Map.of("id", id, "note", "All day", "expectedVersion", version))
                .ok();
        assertTrue(featured(id));
        assertEquals(before, newsroom.staff(id, untouched));
        unfeature(id).ok();
        assertEquals(before, newsroom.staff(id, untouched));
        assertEquals(false, featured(id));
        assertEquals(
                "[{\"kind\":\"UNFEATURED\",\"by\":\"The"
                    + " EDITOR\",\"note\":null,\"from\":\"PUBLISHED\",\"to\":\"PUBLISHED\"},{\"kind\":\"FEATURED\",\"by\":\"The"
                    + " EDITOR\",\"note\":\"All day\",\"from\":\"PUBLISHED\",\"to\":\"PUBLISHED\"}]",
                newsroom.staff(id, "{ history(first: 2) { nodes { kind by note from to } } }")
                        .at("/history/nodes")
                        .toString());
        assertEquals(2, ArticlesFixture.events(host, EVENT));
        assertEquals(updates, ArticlesFixture.events(host, "articles.article-updated.v1"), "nothing else has changed");
        newsroom.edit(
                        "AUTHOR",
                        "updateArticle",
                        Map.of("id", id, "headline", "Harbour shut", "expectedVersion", version))
                .ok();
    }

    @Test
    void answers_for_every_article_of_a_list_in_one_more_statement() {
        for (int i = 0; i < 5; i++) {
            feature(ArticlesFixture.publish(host, "Number " + i)).ok();
        }
        ArticlesFixture.publish(host, "Not put forward");
        String query = "{ articles { nodes { headline featured } } }";
        assertEquals(
                "{\"headline\":\"Not put forward\",\"featured\":false}",
                host.guest().send(query).ok().at("/data/articles/nodes/0").toString());
        assertEquals(2, host.statements(() -> host.guest().send(query).ok()));
    }

    @Test
    void lists_the_last_one_first_page_by_page_and_one_that_is_featured_again() {
        String one = ArticlesFixture.publish(host, "One");
        String two = ArticlesFixture.publish(host, "Two");
        String three = ArticlesFixture.publish(host, "Three");
        ArticlesFixture.publish(host, "Four");
        for (String id : List.of(three, one, two)) {
            feature(id).ok();
        }
        assertEquals(List.of("Two", "One", "Three"), list("", ""));
        feature(three).ok();
        assertEquals(List.of("Three", "Two", "One"), list("", ""));
        String page = "query($first: Int, $after: String, $last: Int, $before: String) { articles(filter: {featured:"
                + " true}, first: $first, after: $after, last: $last, before: $before) { totalCount pageInfo {"
                + " hasNextPage startCursor endCursor } nodes { headline } } }";
        Reply first = host.guest().send(page, Map.of("first", 2)).ok();
        assertEquals(List.of("Three", "Two"), headlines(first, "articles"));
        assertEquals("3", first.text("/data/articles/totalCount"));
        assertEquals("true", first.text("/data/articles/pageInfo/hasNextPage"));
        Reply next =
                host.guest().send(page, Map.of("first", 2, "after", first.text("/data/articles/pageInfo/endCursor")));
        assertEquals(List.of("One"), headlines(next, "articles"));
        Reply back =
                host.guest().send(page, Map.of("last", 2, "before", next.text("/data/articles/pageInfo/startCursor")));
        assertEquals(List.of("Three", "Two"), headlines(back, "articles"));
    }

    @Test
    void lists_what_is_featured_of_a_section_a_tag_an_author_and_a_time() {
        ArticlesFixture.section(host, "sport", "Sport");
        ArticlesFixture.sectionBelow(host, "sport", "cricket", "Cricket");
        ArticlesFixture.section(host, "pages", "Pages");
        ArticlesFixture.change(host, "EDITOR", "createAuthor", "", Map.of("name", "Ione Charlery"))
                .ok();
        Map<String, Object> more =
                Map.of("section", "cricket", "tags", List.of("Sea"), "authors", List.of("Ione Charlery"));
        feature(ArticlesFixture.publish(host, "Six runs", more)).ok();
        feature(ArticlesFixture.publish(host, "Quay", Map.of("tags", List.of("Sea"))))
                .ok();
        host.clock().tick(Duration.ofMinutes(1));
        String noon = host.clock().instant().toString();
        feature(ArticlesFixture.publish(host, "Imprint", Map.of("section", "pages")))
                .ok();
        assertEquals(List.of("Imprint", "Quay", "Six runs"), list("", ""));
        assertEquals(List.of("Quay", "Six runs"), list("", "news: true"));
        assertEquals(List.of("Six runs"), list("", "section: \"sport\""));
        assertEquals(List.of("Quay", "Six runs"), list("", "tag: \"sea\""));
        assertEquals(List.of("Six runs"), list("", "author: \"ione-charlery\""));
        assertEquals(List.of("Six runs"), list("", "tag: \"sea\" author: \"ione-charlery\" section: \"sport\""));
        assertEquals(List.of("Imprint"), list("", "publishedAfter: \"" + noon + "\""));
    }

    @Test
    void publishes_nothing_and_stands_in_front_from_the_publication_on() {
        String draft = ArticlesFixture.draft(host, "Interview");
        feature(draft).ok();
        assertEquals("DRAFT", newsroom.staff(draft, "{ status }").path("status").asText());
        assertEquals(List.of(), list("", ""));
        assertEquals(List.of(), list("AUTHOR", ""));
        assertEquals(List.of("Interview"), list("AUTHOR", EVERY_STATE));
        assertEquals(0, ArticlesFixture.events(host, EVENT), "no reader can notice");
        String at = host.clock().instant().plus(Duration.ofHours(1)).toString();
        newsroom.edit("EDITOR", "publishArticle", Map.of("id", draft, "at", at)).ok();
        assertEquals(List.of(), list("", ""));
        host.clock().tick(Duration.ofHours(1));
        assertEquals(List.of("Interview"), list("", ""));
        newsroom.edit("EDITOR", "unpublishArticle", Map.of("id", draft, "reason", "Wrong"))
                .ok();
        assertEquals(List.of(), list("", ""));
        newsroom.edit("EDITOR", "publishArticle", Map.of("id", draft)).ok();
        assertEquals(List.of("Interview"), list("", ""));
    }

    @Test
    void is_no_filter_of_searches_and_they_say_so() {
        assertEquals(
                "BAD_REQUEST",
                host.guest()
                        .send("{ searchArticles(text: \"ferry\", filter: { featured: true }) { totalCount } }")
                        .errorCode());
    }

    @Test
    void ends_with_a_retraction_and_does_not_begin_again() {
        String id = ArticlesFixture.publish(host, "Ferry sinks");
        feature(id).ok();
        ArticlesFixture.retract(host, id);
        assertEquals(List.of(), list("", ""));
        assertEquals(false, featured(id));
        JsonNode last = newsroom.staff(id, "{ version history(first: 1) { nodes { kind by version } } }");
        assertEquals("UNFEATURED", last.at("/history/nodes/0/kind").asText());
        assertEquals("Admin", last.at("/history/nodes/0/by").asText());
        assertEquals(last.path("version"), last.at("/history/nodes/0/version"));
        assertEquals(List.of("RETRACTED"), feature(id).userErrorCodes());
    }

    @Test
    void is_for_editors_under_the_contract_of_all_mutations() {
        String id = ArticlesFixture.publish(host, "Budget");
        assertEquals(
                "FORBIDDEN",
                newsroom.edit("AUTHOR", "featureArticle", Map.of("id", id)).errorCode());
        String asked = "mutation($id: ID!) { unfeatureArticle(input: { id: $id }) { userErrors { code } } }";
        assertEquals(
                "UNAUTHENTICATED", host.guest().send(asked, Map.of("id", id)).errorCode());
        assertEquals(List.of("NOT_FOUND"), feature("QXJ0aWNsZTox").userErrorCodes());
        Map<String, Object> input = new HashMap<>(Map.of("id", id, "validateOnly", true));
        newsroom.edit("EDITOR", "featureArticle", input).ok();
        assertEquals(false, featured(id));
        input.remove("validateOnly");
        input.put("expectedVersion", 1);
        assertEquals(
                List.of("CONFLICT"),
                newsroom.edit("EDITOR", "featureArticle", input).userErrorCodes());
        input.remove("expectedVersion");
        input.put("note", "x".repeat(501));
        assertEquals(
                List.of("TOO_LONG"),
                newsroom.edit("EDITOR", "featureArticle", input).userErrorCodes());
        input.remove("note");
        input.put("idempotencyKey", "front-1");
        for (int i = 0; i < 2; i++) {
            newsroom.edit("EDITOR", "featureArticle", input).ok();
        }
        assertEquals(1, ArticlesFixture.events(host, EVENT));
        unfeature(id).ok();
        unfeature(id).ok();
        assertEquals(2, ArticlesFixture.events(host, EVENT), "the second did nothing");
    }
}
