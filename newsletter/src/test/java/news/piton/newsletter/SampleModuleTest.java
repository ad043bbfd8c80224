package news.piton.newsletter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import news.piton.articles.ArticlesPlugin;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.Test;

class SampleModuleTest {

    @Test
    void brings_readers_and_a_draft_of_the_days_headlines_and_mails_nobody() {
        try (TestHost host = TestHost.with(new ArticlesPlugin(), new NewsletterPlugin())
                .sample()
                .boot()) {
            Reply reply = host.as("CIRCULATION")
                    .send("{ newsletter(slug: \"daily-headlines\") { subscriberCount issues { nodes { status"
                            + " articles { headline } } } } }")
                    .ok();
            assertEquals(5, reply.at("/data/newsletter/subscriberCount").asInt());
            assertEquals("DRAFT", reply.text("/data/newsletter/issues/nodes/0/status"));
            assertTrue(reply.at("/data/newsletter/issues/nodes/0/articles").size() > 2);
            host.deliverEvents();
            assertTrue(host.mails().isEmpty());
        }
    }
}
