package news.piton.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import news.piton.core.host.discovery.Plugins;
import news.piton.core.plugin.Plugin;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.Test;

/** What is asked while the JVM's AOT cache is made. */
class WarmingJourneyTest {
    @Test
    void asks_what_the_sample_newspaper_can_answer() throws InterruptedException {
        Plugin[] all = Plugins.discover(Path.of("none")).toArray(Plugin[]::new);
        try (TestHost host = TestHost.with(all).sample().boot()) {
            String slug = "";
            StringBuilder answers = new StringBuilder();
            for (String query : Warming.QUERIES) {
                Reply reply = host.admin().send(query, Map.of("slug", slug)).ok();
                slug = reply.at("/data/articles/nodes/0/slug").asText(slug);
                answers.append(reply.json());
            }
            assertTrue(answers.toString().contains("<p>"), answers.toString());
            assertTrue(answers.toString().contains("\"excerpt\""), answers.toString());
            Warming.visit(host.host());
        }
    }

    @Test
    void does_without_what_is_not_installed() throws InterruptedException {
        try (TestHost host = TestHost.boot()) {
            Warming.visit(host.host());
            assertEquals(200, host.get("/observe/health").statusCode());
        }
    }
}
