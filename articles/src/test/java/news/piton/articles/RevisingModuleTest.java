package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Changes to published articles, which wait for an editor, and the history of every article, through the endpoint. */
class RevisingModuleTest {
    private static final String REVISION = "{ id number action pending savedBy savedAt note slug headline standfirst"
            + " body { text } section { slug } tags authors { name } restoredFrom { number } settles { number }"
            + " image { url alt } article { id } }";
    private static TestHost host;

    @BeforeAll
    static void boot() {
        host = TestHost.boot(new ArticlesPlugin());
        ArticlesFixture.section(host, "news", "News");
    }

    @AfterAll
    static void close() {
        host.close();
    }

    static Reply edit(String who, String mutation, Map<String, Object> input) {
        return ArticlesFixture.edit(host, who, mutation, input);
    }

    private static Map<String, Object> body(String html) {
        return Map.of("format", "HTML", "text", html);
    }

    private static String guestHeadline(String id) {
        return ArticlesFixture.read(host, id).ok().text("/data/article/headline");
    }

    private static JsonNode staff(String id, String fields) {
        return host.as("AUTHOR")
                .send("query($id: ID!) { article(id: $id) " + fields + " }", Map.of("id", id))
                .ok()
                .at("/data/article");
    }

    private static JsonNode revisions(String id) {
        return staff(id, "{ revisions { totalCount nodes " + REVISION + " } }").at("/revisions");
    }

    private static String pending(String id) {
        return staff(id, "{ pendingRevision { id } }").at("/pendingRevision/id").asText("");
    }

    @Test
    void keeps_every_save_of_a_draft_with_who_when_and_why() {
        String id = ArticlesFixture.draft(host, "First words", Map.of("tags", List.of("Harbour"), "note", "Begun"));
        host.clock().tick(Duration.ofMinutes(5));
        edit("AUTHOR", "updateArticle", Map.of("id", id, "body", body("<p>Second text.</p>"), "note", "Called again"))
                .ok();
        edit("AUTHOR", "updateArticle", Map.of("id", id, "slug", "third-address"))
                .ok();
        JsonNode all = revisions(id);
        assertEquals(3, all.at("/totalCount").asInt());
        JsonNode newest = all.at("/nodes/0");
        assertEquals(3, newest.at("/number").asInt());
        assertEquals("third-address", newest.at("/slug").asText());
        assertEquals("Second text.", newest.at("/body/text").asText());
        JsonNode second = all.at("/nodes/1");
        assertEquals("Called again", second.at("/note").asText());
        assertEquals("WRITTEN", second.at("/action").asText());
        assertEquals("first-words", second.at("/slug").asText());
        assertEquals("[\"Harbour\"]", second.at("/tags").toString());
        assertEquals("news", second.at("/section/slug").asText());
        assertEquals(id, second.at("/article/id").asText());
        JsonNode first = all.at("/nodes/2");
        assertEquals(
                "This is what the article says: First words.",
                first.at("/body/text").asText());
        assertEquals("Begun", first.at("/note").asText());
        assertFalse(first.at("/savedBy").asText("").isEmpty());
        assertFalse(first.at("/savedAt").equals(second.at("/savedAt")));
    }

    @Test
    void shows_revisions_to_those_who_write_and_to_nobody_else() {
        String id = ArticlesFixture.publish(host, "Nobody's business");
        String revision = revisions(id).at("/nodes/0/id").asText();
        String node = "query($id: ID!) { node(id: $id) { id ... on Revision { headline } } }";
        assertEquals(
                "Nobody's business",
                host.as("AUTHOR").send(node, Map.of("id", revision)).ok().text("/data/node/headline"));
        assertTrue(host.guest()
                .send(node, Map.of("id", revision))
                .ok()
                .at("/data/node")
                .isNull());
        for (String field : List.of(
                "revisions { totalCount }",
                "pendingRevision { id }",
                "currentRevision { id }",
                "diff(from: 1, to: 1) { complete }")) {
            assertEquals(
                    "UNAUTHENTICATED",
                    host.guest()
                            .send("query($id: ID!) { article(id: $id) { " + field + " } }", Map.of("id", id))
                            .errorCode(),
                    field);
        }
        assertEquals(
                "UNAUTHENTICATED",
                host.guest().send("{ pendingRevisions { totalCount } }").errorCode());
    }

    @Test
    void pages_through_a_long_history_both_ways() {
        String id = ArticlesFixture.draft(host, "Version 1");
        for (int i = 2; i <= 5; i++) {
            edit("AUTHOR", "updateArticle", Map.of("id", id, "headline", "Version " + i))
                    .ok();
        }
        JsonNode first = staff(id, "{ revisions(first: 2) { nodes { number } pageInfo { endCursor hasNextPage } } }")
                .at("/revisions");
        assertEquals("[{\"number\":5},{\"number\":4}]", first.at("/nodes").toString());
        assertTrue(first.at("/pageInfo/hasNextPage").asBoolean());
        JsonNode next = staff(
                id,
                "{ revisions(first: 2, after: \""
                        + first.at("/pageInfo/endCursor").asText() + "\") { nodes { number } } }");
        assertEquals(
                "[{\"number\":3},{\"number\":2}]", next.at("/revisions/nodes").toString());
        JsonNode last = staff(id, "{ revisions(last: 2) { nodes { number } pageInfo { hasPreviousPage } } }")
                .at("/revisions");
        assertEquals("[{\"number\":2},{\"number\":1}]", last.at("/nodes").toString());
        assertTrue(last.at("/pageInfo/hasPreviousPage").asBoolean());
    }

    @Test
    void reads_the_histories_of_many_articles_as_cheaply_as_of_one_and_no_text_that_is_not_asked_for() {
        for (int i = 0; i < 3; i++) {
            ArticlesFixture.publish(host, "Many histories " + i);
        }
        String query = "{ articles(first: %d) { nodes { headline revisions { nodes { headline savedBy } }"
                + " pendingRevision { id } currentRevision { number } } } }";
        host.as("EDITOR").send(query.formatted(3)).ok();
        int one =
                host.statements(() -> host.as("EDITOR").send(query.formatted(1)).ok());
        assertEquals(
                one,
                host.statements(() -> host.as("EDITOR").send(query.formatted(3)).ok()));
        String bodies = "{ articles(first: 3) { nodes { revisions { nodes { headline body { text } } } } } }";
        String without = "{ articles(first: 3) { nodes { revisions { nodes { headline } } } } }";
        assertEquals(
                host.statements(() -> host.as("EDITOR").send(without).ok()) + 1,
                host.statements(() -> host.as("EDITOR").send(bodies).ok()));
    }

    @Test
    void keeps_the_old_text_before_readers_until_an_editor_approves() {
        String id = ArticlesFixture.publish(
                host, "Old headline", Map.of("tags", List.of("Oldtag"), "body", body("<p>Old paragraph kelp.</p>")));
        JsonNode before = readersView(id);
        long updated = ArticlesFixture.events(host, "articles.article-updated.v1");
        host.clock().tick(Duration.ofHours(1));
        Reply saved = edit(
                        "AUTHOR",
                        "updateArticle",
                        Map.of(
                                "id",
                                id,
                                "headline",
                                "New headline",
                                "slug",
                                "new-headline-address",
                                "tags",
                                List.of("Newtag"),
                                "body",
                                body("<p>New paragraph bladderwrack.</p>")))
                .ok();
        assertEquals("3", saved.text("/data/updateArticle/article/version"));
        assertEquals("Old headline", saved.text("/data/updateArticle/article/headline"));
        assertEquals(before, readersView(id));
        assertEquals(updated, ArticlesFixture.events(host, "articles.article-updated.v1"));

        edit("AUTHOR", "updateArticle", Map.of("id", id, "standfirst", "Builds on what waits."))
                .ok();
        JsonNode waiting = staff(id, "{ pendingRevision " + REVISION + " currentRevision { number } }");
        assertEquals("New headline", waiting.at("/pendingRevision/headline").asText());
        assertEquals(
                "Builds on what waits.",
                waiting.at("/pendingRevision/standfirst").asText());
        assertTrue(waiting.at("/pendingRevision/pending").asBoolean());
        assertEquals(1, waiting.at("/currentRevision/number").asInt());
        String revision = pending(id);
        assertTrue(host.as("EDITOR")
                .send("{ pendingRevisions(first: 100) { nodes { id } } }")
                .ok()
                .json()
                .toString()
                .contains(revision));

        assertEquals(
                "FORBIDDEN",
                edit("AUTHOR", "approveRevision", Map.of("id", revision)).errorCode());
        Reply approved = edit("EDITOR", "approveRevision", Map.of("id", revision, "expectedVersion", 4, "note", "Fine"))
                .ok();
        assertEquals("New headline", approved.text("/data/approveRevision/article/headline"));
        JsonNode after = readersView(id);
        assertTrue(after.toString().contains("bladderwrack"), after.toString());
        assertFalse(after.toString().contains("Old paragraph"), after.toString());
        assertEquals(updated + 1, ArticlesFixture.events(host, "articles.article-updated.v1"));
        assertEquals("", pending(id));
        JsonNode newest = revisions(id).at("/nodes/0");
        assertEquals("APPROVED", newest.at("/action").asText());
        assertEquals(4, newest.at("/settles/number").asInt());
        assertEquals("Fine", newest.at("/note").asText());
        assertEquals(
                List.of("NOT_PENDING"),
                edit("EDITOR", "approveRevision", Map.of("id", revision)).userErrorCodes());
    }

    /** All that a reader sees of an article: its page, its place in lists, and what search finds it by. */
    private static JsonNode readersView(String id) {
        return host.guest()
                .send(
                        "query($id: ID!) { article(id: $id) { slug url headline standfirst updatedAt tags { slug }"
                                + " body { html } } old: articles(filter: {tag: \"oldtag\"}) { nodes { headline } }"
                                + " new: articles(filter: {tag: \"newtag\"}) { nodes { headline } }"
                                + " kelp: searchArticles(text: \"kelp\") { edges { excerpt } }"
                                + " wrack: searchArticles(text: \"bladderwrack\") { edges { excerpt } } }",
                        Map.of("id", id))
                .ok()
                .at("/data");
    }

    @Test
    void drops_what_an_editor_discards_and_keeps_it_in_the_history() {
        String id = ArticlesFixture.publish(host, "Stands");
        edit("AUTHOR", "updateArticle", Map.of("id", id, "headline", "Falls")).ok();
        String revision = pending(id);
        assertEquals(
                "FORBIDDEN",
                edit("AUTHOR", "discardRevision", Map.of("id", revision, "reason", "x"))
                        .errorCode());
        assertEquals(
                List.of("BLANK"),
                edit("EDITOR", "discardRevision", Map.of("id", revision, "reason", " "))
                        .userErrorCodes());
        edit("EDITOR", "discardRevision", Map.of("id", revision, "reason", "Not so"))
                .ok();
        assertEquals("", pending(id));
        assertEquals("Stands", guestHeadline(id));
        JsonNode all = revisions(id).at("/nodes");
        assertEquals("DISCARDED", all.at("/0/action").asText());
        assertEquals("Not so", all.at("/0/note").asText());
        assertEquals("Stands", all.at("/0/headline").asText());
        assertEquals("Falls", all.at("/1/headline").asText());
        edit("AUTHOR", "updateArticle", Map.of("id", id, "standfirst", "Anew")).ok();
        assertEquals(
                "Stands",
                staff(id, "{ pendingRevision { headline } }")
                        .at("/pendingRevision/headline")
                        .asText());
    }

    @Test
    void lets_an_editor_approve_in_one_step_but_nothing_of_others_unseen() {
        String id = ArticlesFixture.publish(host, "One step");
        edit("EDITOR", "updateArticle", Map.of("id", id, "headline", "One step on", "approve", true))
                .ok();
        assertEquals("One step on", guestHeadline(id));
        edit("AUTHOR", "updateArticle", Map.of("id", id, "standfirst", "Unseen"))
                .ok();
        assertEquals(
                List.of("PENDING_REVISION"),
                edit("EDITOR", "updateArticle", Map.of("id", id, "headline", "Two", "approve", true))
                        .userErrorCodes());
        assertEquals("One step on", guestHeadline(id));
        edit("EDITOR", "updateArticle", Map.of("id", id, "headline", "Two", "approve", true, "expectedVersion", 4))
                .ok();
        assertEquals("Two", guestHeadline(id));
        assertEquals("", pending(id));
        assertEquals("Unseen", staff(id, "{ standfirst }").at("/standfirst").asText());
    }

    @Test
    void holds_changes_to_a_scheduled_article_beyond_its_time() {
        String id = ArticlesFixture.draft(host, "As approved");
        String at = host.clock().instant().plus(Duration.ofHours(2)).toString();
        edit("EDITOR", "publishArticle", Map.of("id", id, "at", at)).ok();
        edit("AUTHOR", "updateArticle", Map.of("id", id, "headline", "As changed"))
                .ok();
        host.clock().tick(Duration.ofHours(3));
        assertEquals("As approved", guestHeadline(id));
        edit("EDITOR", "approveRevision", Map.of("id", pending(id))).ok();
        assertEquals("As changed", guestHeadline(id));
    }

    @Test
    void leaves_what_waits_waiting_when_the_article_is_taken_back_and_published_again() {
        String id = ArticlesFixture.publish(host, "Seen text");
        edit("AUTHOR", "updateArticle", Map.of("id", id, "headline", "Unseen text"))
                .ok();
        edit("EDITOR", "unpublishArticle", Map.of("id", id, "reason", "Check it"))
                .ok();
        edit("EDITOR", "publishArticle", Map.of("id", id)).ok();
        assertEquals("Seen text", guestHeadline(id));
        edit("EDITOR", "unpublishArticle", Map.of("id", id, "reason", "Again")).ok();
        edit("AUTHOR", "updateArticle", Map.of("id", id, "standfirst", "Goes on"))
                .ok();
        assertEquals("", pending(id));
        JsonNode now = staff(id, "{ headline standfirst status }");
        assertEquals("Unseen text", now.at("/headline").asText());
        assertEquals("UNPUBLISHED", now.at("/status").asText());
    }

    @Test
    void checks_a_slug_when_it_is_proposed_and_again_when_it_is_approved() {
        ArticlesFixture.draft(host, "Taken", Map.of("slug", "taken-now"));
        String id = ArticlesFixture.publish(host, "Wants a slug");
        assertEquals(
                List.of("SLUG_TAKEN"),
                edit("AUTHOR", "updateArticle", Map.of("id", id, "slug", "taken-now"))
                        .userErrorCodes());
        edit("AUTHOR", "updateArticle", Map.of("id", id, "slug", "taken-later")).ok();
        String other = ArticlesFixture.draft(host, "Faster", Map.of("slug", "taken-later"));
        assertEquals(
                List.of("SLUG_TAKEN"),
                edit("EDITOR", "approveRevision", Map.of("id", pending(id))).userErrorCodes());
        edit("AUTHOR", "updateArticle", Map.of("id", other, "slug", "made-way")).ok();
        edit("EDITOR", "approveRevision", Map.of("id", pending(id))).ok();
        assertEquals("taken-later", staff(id, "{ slug }").at("/slug").asText());
    }

    @Test
    void restores_a_text_as_a_new_revision_and_publishes_nothing() {
        String id = ArticlesFixture.draft(host, "Best so far");
        edit("AUTHOR", "updateArticle", Map.of("id", id, "headline", "Worse", "slug", "kept-address"))
                .ok();
        String first = revisions(id).at("/nodes/1/id").asText();
        edit("AUTHOR", "restoreRevision", Map.of("id", first, "note", "It was better"))
                .ok();
        JsonNode draft = staff(id, "{ headline slug status version }");
        assertEquals("Best so far", draft.at("/headline").asText());
        assertEquals("kept-address", draft.at("/slug").asText());
        assertEquals("DRAFT", draft.at("/status").asText());
        JsonNode restored = revisions(id).at("/nodes/0");
        assertEquals(3, restored.at("/number").asInt());
        assertEquals(1, restored.at("/restoredFrom/number").asInt());
        assertEquals("It was better", restored.at("/note").asText());

        String worse = revisions(id).at("/nodes/1/id").asText();
        edit("EDITOR", "publishArticle", Map.of("id", id)).ok();
        edit("AUTHOR", "restoreRevision", Map.of("id", worse)).ok();
        assertEquals("Best so far", guestHeadline(id));
        JsonNode waiting = staff(id, "{ pendingRevision " + REVISION + " }").at("/pendingRevision");
        assertEquals("Worse", waiting.at("/headline").asText());
        assertEquals(2, waiting.at("/restoredFrom/number").asInt());
        assertEquals(
                List.of("NOT_FOUND"),
                edit("AUTHOR", "restoreRevision", Map.of("id", "bm9uc2Vuc2U")).userErrorCodes());
    }

    @Test
    void keeps_what_an_import_brought_from_the_first_change_on() {
        OldHerald.importInto(host);
        JsonNode article = host.as("AUTHOR")
                .send("{ articles(last: 1) { nodes { id headline body { text } revisions { totalCount nodes " + REVISION
                        + " } } } }")
                .ok()
                .at("/data/articles/nodes/0");
        String id = article.at("/id").asText();
        JsonNode only = article.at("/revisions/nodes/0");
        assertEquals(1, article.at("/revisions/totalCount").asInt());
        assertEquals(1, only.at("/number").asInt());
        assertTrue(only.at("/savedBy").isNull());
        assertEquals(article.at("/body/text"), only.at("/body/text"));
        assertEquals(
                only.at("/headline"),
                host.as("AUTHOR")
                        .send(
                                "query($id: ID!) { node(id: $id) { ... on Revision { headline } } }",
                                Map.of("id", only.at("/id").asText()))
                        .ok()
                        .at("/data/node/headline"));
        edit("EDITOR", "updateArticle", Map.of("id", id, "headline", "Rewritten", "approve", true))
                .ok();
        JsonNode all = revisions(id);
        assertEquals(2, all.at("/totalCount").asInt());
        assertEquals(only, all.at("/nodes/1"));
    }
}
