package news.piton.comments;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.Test;

/** What a newcomer finds in the sample paper. */
class SampleModuleTest {
    @Test
    void readers_have_talked_and_moderators_have_something_to_do() {
        try (TestHost host = TestHost.with(new ArticlesPlugin(), new CommentsPlugin())
                .sample()
                .boot()) {
            Reply paper = host.guest().send("""
                {
                  articles(first: 20) {
                    nodes { commentCount comments(first: 5) { nodes { replies(first: 5) { nodes { id } } } } }
                  }
                }
                """).ok();
            JsonNode articles = paper.at("/data/articles/nodes");
            assertTrue(StreamSupport.stream(articles.spliterator(), false)
                            .filter(article -> article.at("/commentCount").asInt() > 0)
                            .count()
                    >= 4);
            assertFalse(articles.findValues("replies").stream()
                    .allMatch(replies -> replies.at("/nodes").isEmpty()));
            Reply queue = host.as("MODERATOR")
                    .send("{ moderationQueue { totalCount nodes { findings { message } article { headline } } } }")
                    .ok();
            assertTrue(queue.at("/data/moderationQueue/totalCount").asInt() >= 5);
            assertFalse(queue.json().findValues("message").isEmpty());
        }
    }
}
