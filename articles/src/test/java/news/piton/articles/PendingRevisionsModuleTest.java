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
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Changes to published articles, which wait for an editor, through the endpoint. */
class PendingRevisionsModuleTest {
    @AutoClose
    private static final TestHost host = ArticlesFixture.boot();

    private static final Newsroom newsroom = new Newsroom(host);

    @Test
    void keeps_the_old_text_before_readers_until_an_editor_approves() {
        String id = ArticlesFixture.publish(
                host,
                "Old headline",
                Map.of("tags", List.of("Oldtag"), "body", Newsroom.html("<p>Old paragraph kelp.</p>")));
        JsonNode before = readersView(id);
        assertEquals(List.of(1, 0, 1, 0), found(before));
        long updated = ArticlesFixture.events(host, "articles.article-updated.v1");
        host.clock().tick(Duration.ofHours(1));
        Reply saved = newsroom.edit(
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
                                Newsroom.html("<p>New paragraph bladderwrack.</p>")))
                .ok();
        assertEquals("3", saved.text("/data/updateArticle/article/version"));
        assertEquals("Old headline", saved.text("/data/updateArticle/article/headline"));
        assertEquals(before, readersView(id));
        assertEquals(updated, ArticlesFixture.events(host, "articles.article-updated.v1"));

        newsroom.edit("AUTHOR", "updateArticle", Map.of("id", id, "standfirst", "Builds on what waits."))
                .ok();
        JsonNode waiting =
                newsroom.staff(id, "{ pendingRevision " + Newsroom.REVISION + " currentRevision { number } }");
        assertEquals("New headline", waiting.at("/pendingRevision/headline").asText());
        assertEquals(
                "Builds on what waits.",
                waiting.at("/pendingRevision/standfirst").asText());
        assertTrue(waiting.at("/pendingRevision/pending").asBoolean());
        assertEquals(1, waiting.at("/currentRevision/number").asInt());
        String revision = newsroom.pending(id);
        assertTrue(waitingForAnEditor().contains(revision));

        assertEquals(
                "FORBIDDEN",
                newsroom.edit("AUTHOR", "approveRevision", Map.of("id", revision))
                        .errorCode());
        Reply approved = newsroom.edit(
                        "EDITOR", "approveRevision", Map.of("id", revision, "expectedVersion", 4, "note", "Fine"))
                .ok();
        assertEquals("New headline", approved.text("/data/approveRevision/article/headline"));
        JsonNode after = readersView(id);
        assertTrue(after.toString().contains("bladderwrack"), after.toString());
        assertFalse(after.toString().contains("Old paragraph"), after.toString());
        assertEquals(List.of(0, 1, 0, 1), found(after));
        assertEquals(updated + 1, ArticlesFixture.events(host, "articles.article-updated.v1"));
        assertEquals("", newsroom.pending(id));
        assertFalse(waitingForAnEditor().contains(revision));
        JsonNode newest = newsroom.revisions(id).at("/nodes/0");
        assertEquals("APPROVED", newest.at("/action").asText());
        assertEquals(4, newest.at("/settles/number").asInt());
        assertEquals("Fine", newest.at("/note").asText());
        assertEquals(
                List.of("NOT_PENDING"),
                newsroom.edit("EDITOR", "approveRevision", Map.of("id", revision))
                        .userErrorCodes());
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

    /** How many articles lie under the old and the new tag and are found by the old and the new text. */
    private static List<Integer> found(JsonNode view) {
        return List.of(
                view.at("/old/nodes").size(),
                view.at("/new/nodes").size(),
                view.at("/kelp/edges").size(),
                view.at("/wrack/edges").size());
    }

    private static List<String> waitingForAnEditor() {
        return host.as("EDITOR")
                .send("{ pendingRevisions(first: 100) { nodes { id } } }")
                .ok()
                .at("/data/pendingRevisions/nodes")
                .findValuesAsText("id");
    }

    @Test
    void drops_what_an_editor_discards_and_keeps_it_in_the_history() {
        String id = ArticlesFixture.publish(host, "Stands");
        newsroom.edit("AUTHOR", "updateArticle", Map.of("id", id, "headline", "Falls"))
                .ok();
        String revision = newsroom.pending(id);
        assertEquals(
                "FORBIDDEN",
                newsroom.edit("AUTHOR", "discardRevision", Map.of("id", revision, "reason", "x"))
                        .errorCode());
        assertEquals(
                List.of("BLANK"),
                newsroom.edit("EDITOR", "discardRevision", Map.of("id", revision, "reason", " "))
                        .userErrorCodes());
        newsroom.edit("EDITOR", "discardRevision", Map.of("id", revision, "reason", "Not so"))
                .ok();
        assertEquals("", newsroom.pending(id));
        assertEquals("Stands", newsroom.headline(id));
        JsonNode all = newsroom.revisions(id).at("/nodes");
        assertEquals("DISCARDED", all.at("/0/action").asText());
        assertEquals("Not so", all.at("/0/note").asText());
        assertEquals("Stands", all.at("/0/headline").asText());
        assertEquals("Falls", all.at("/1/headline").asText());
        newsroom.edit("AUTHOR", "updateArticle", Map.of("id", id, "standfirst", "Anew"))
                .ok();
        assertEquals(
                "Stands",
                newsroom.staff(id, "{ pendingRevision { headline } }")
                        .at("/pendingRevision/headline")
                        .asText());
    }

    @Test
    void lets_an_editor_approve_in_one_step_but_nothing_of_others_unseen() {
        String id = ArticlesFixture.publish(host, "One step");
        newsroom.edit("EDITOR", "updateArticle", Map.of("id", id, "headline", "One step on", "approve", true))
                .ok();
        assertEquals("One step on", newsroom.headline(id));
        newsroom.edit("AUTHOR", "updateArticle", Map.of("id", id, "standfirst", "Unseen"))
                .ok();
        assertEquals(
                List.of("PENDING_REVISION"),
                newsroom.edit("EDITOR", "updateArticle", Map.of("id", id, "headline", "Two", "approve", true))
                        .userErrorCodes());
        assertEquals("One step on", newsroom.headline(id));
        newsroom.edit(
                        "EDITOR",
                        "updateArticle",
                        Map.of("id", id, "headline", "Two", "approve", true, "expectedVersion", 4))
                .ok();
        assertEquals("Two", newsroom.headline(id));
        assertEquals("", newsroom.pending(id));
        assertEquals(
                "Unseen", newsroom.staff(id, "{ standfirst }").at("/standfirst").asText());
    }

    @Test
    void holds_changes_to_a_scheduled_article_beyond_its_time() {
        String id = ArticlesFixture.draft(host, "As approved");
        String at = host.clock().instant().plus(Duration.ofHours(2)).toString();
        newsroom.edit("EDITOR", "publishArticle", Map.of("id", id, "at", at)).ok();
        newsroom.edit("AUTHOR", "updateArticle", Map.of("id", id, "headline", "As changed"))
                .ok();
        host.clock().tick(Duration.ofHours(3));
        assertEquals("As approved", newsroom.headline(id));
        newsroom.edit("EDITOR", "approveRevision", Map.of("id", newsroom.pending(id)))
                .ok();
        assertEquals("As changed", newsroom.headline(id));
    }

    @Test
    void leaves_what_waits_waiting_when_the_article_is_taken_back_and_published_again() {
        String id = ArticlesFixture.publish(host, "Seen text");
        newsroom.edit("AUTHOR", "updateArticle", Map.of("id", id, "headline", "Unseen text"))
                .ok();
        newsroom.edit("EDITOR", "unpublishArticle", Map.of("id", id, "reason", "Check it"))
                .ok();
        newsroom.edit("EDITOR", "publishArticle", Map.of("id", id)).ok();
        assertEquals("Seen text", newsroom.headline(id));
        assertEquals(
                "Unseen text",
                newsroom.staff(id, "{ pendingRevision { headline } }")
                        .at("/pendingRevision/headline")
                        .asText());
        newsroom.edit("EDITOR", "unpublishArticle", Map.of("id", id, "reason", "Again"))
                .ok();
        newsroom.edit("AUTHOR", "updateArticle", Map.of("id", id, "standfirst", "Goes on"))
                .ok();
        assertEquals("", newsroom.pending(id));
        JsonNode now = newsroom.staff(id, "{ headline standfirst status }");
        assertEquals("Unseen text", now.at("/headline").asText());
        assertEquals("UNPUBLISHED", now.at("/status").asText());
    }

    @Test
    void checks_a_slug_when_it_is_proposed_and_again_when_it_is_approved() {
        ArticlesFixture.draft(host, "Taken", Map.of("slug", "taken-now"));
        String id = ArticlesFixture.publish(host, "Wants a slug");
        assertEquals(
                List.of("SLUG_TAKEN"),
                newsroom.edit("AUTHOR", "updateArticle", Map.of("id", id, "slug", "taken-now"))
                        .userErrorCodes());
        newsroom.edit("AUTHOR", "updateArticle", Map.of("id", id, "slug", "taken-later"))
                .ok();
        String other = ArticlesFixture.draft(host, "Faster", Map.of("slug", "taken-later"));
        assertEquals(
                List.of("SLUG_TAKEN"),
                newsroom.edit("EDITOR", "approveRevision", Map.of("id", newsroom.pending(id)))
                        .userErrorCodes());
        newsroom.edit("AUTHOR", "updateArticle", Map.of("id", other, "slug", "made-way"))
                .ok();
        newsroom.edit("EDITOR", "approveRevision", Map.of("id", newsroom.pending(id)))
                .ok();
        assertEquals("taken-later", newsroom.staff(id, "{ slug }").at("/slug").asText());
    }

    @Test
    void nothing_waits_any_more_when_a_change_says_what_stands_anyway() {
        String id = ArticlesFixture.publish(host, "As it was");
        newsroom.edit("AUTHOR", "updateArticle", Map.of("id", id, "headline", "As it might be"))
                .ok();
        assertFalse(newsroom.staff(id, "{ pendingRevision { id } }")
                .at("/pendingRevision")
                .isNull());
        newsroom.edit("AUTHOR", "updateArticle", Map.of("id", id, "headline", "As it was"))
                .ok();
        JsonNode after = newsroom.staff(id, "{ pendingRevision { id } revisions { nodes { headline action } } }");
        assertTrue(after.at("/pendingRevision").isNull());
        assertEquals(
                List.of("As it was", "As it might be", "As it was"),
                after.at("/revisions").findValuesAsText("headline"));
        assertEquals("DISCARDED", after.at("/revisions/nodes/0/action").asText());
    }
}
