package news.piton.comments.internal.wordpress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import news.piton.articles.ArticlesPlugin;
import news.piton.articles.OldHerald;
import news.piton.comments.CommentsPlugin;
import news.piton.core.host.importing.ImportReport;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A whole export, imported twice: the comments, as readers and moderators see them. */
class ImportWordPressModuleTest {
    private static TestHost host;
    private static ImportReport first;
    private static ImportReport second;

    @BeforeAll
    static void importTwice() {
        host = TestHost.boot(new ArticlesPlugin(), new CommentsPlugin());
        first = OldHerald.importInto(host);
        second = OldHerald.importInto(host);
        host.deliverEvents();
    }

    @AfterAll
    static void close() {
        host.close();
    }

    @Test
    void reports_what_came_in_and_what_did_not() {
        assertTrue(OldHerald.imported(first).endsWith(", comments 21"), OldHerald.imported(first));
        String skipped = OldHerald.skipped(first);
        assertTrue(skipped.contains("comments: a pingback (1)\n"), skipped);
        assertTrue(skipped.contains("comments: a trackback (1)\n"), skipped);
        assertTrue(skipped.contains("comments: empty (1)\n"), skipped);
        assertTrue(skipped.contains("comments: in the trash (1)\n"), skipped);
        assertTrue(skipped.contains("comments: spam (1)\n"), skipped);
        assertTrue(
                skipped.contains(
                        "places in threads: the comment it answers did not come in, so it stands at the top (2)"),
                skipped);
    }

    @Test
    void brings_nothing_twice() {
        assertEquals("", OldHerald.imported(second));
        assertTrue(OldHerald.known(second).endsWith(", comments 21"), OldHerald.known(second));
    }

    @Test
    void shows_readers_what_was_approved_in_its_thread() {
        JsonNode comments = article("ferry-late").at("/data/article/comments");
        assertEquals(5, comments.at("/nodes").size(), comments.toPrettyString());
        JsonNode top = comments.at("/nodes/0");
        assertEquals("Ann Βασίλης Joseph", top.at("/author/name").asText());
        assertEquals("First, and approved.", top.at("/body/text").asText());
        assertEquals("2012-03-16T13:00:00Z", top.at("/postedAt").asText());
        assertEquals("Reply one.", top.at("/replies/nodes/0/body/text").asText());
        assertEquals(
                "Reply to the reply.\n\nBy the house.",
                top.at("/replies/nodes/0/replies/nodes/0/body/text").asText());
        assertFalse(top.at("/author/staff").asBoolean());
    }

    @Test
    void keeps_the_text_of_comments_and_none_of_their_markup() {
        String all = article("ferry-late").json().toString();
        assertTrue(all.contains("Loud\\n\\nHeadline in a comment\\n\\n• one\\n• two\\n\\ncell"), all);
        assertTrue(all.contains("A picture.\\n[jetty]"), all);
        assertFalse(all.contains("alert"), all);
    }

    @Test
    void lets_wait_what_waited() {
        Reply queue = host.as("MODERATOR")
                .send("{ moderationQueue(queue: PENDING, first: 10) { nodes { body { text } postedAt } } }")
                .ok();
        assertEquals(1, queue.at("/data/moderationQueue/nodes").size());
        assertEquals(
                "Still waiting to be approved.\n\nIndented.", queue.text("/data/moderationQueue/nodes/0/body/text"));
        assertFalse(article("ferry-late").json().toString().contains("Still waiting"));
    }

    @Test
    void closes_what_was_closed_and_leaves_open_what_was_open() {
        assertFalse(article("pings").at("/data/article/commentsOpen").asBoolean());
        assertTrue(article("budget-blocks").at("/data/article/commentsOpen").asBoolean());
    }

    private static Reply article(String slug) {
        return host.guest().send("""
            query($s: String!) { article(slug: $s) { commentsOpen comments(first: 9) { nodes {
              author { name staff } body { text } postedAt
              replies(first: 3) { nodes { body { text }
                replies(first: 3) { nodes { body { text } replies(first: 3) { nodes { body { text }
                  replies(first: 9) { nodes { body { text } } } } } } } } }
            } } } }
            """, Map.of("s", slug)).ok();
    }
}
