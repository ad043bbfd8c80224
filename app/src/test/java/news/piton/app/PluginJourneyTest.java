package news.piton.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.core.host.discovery.Plugins;
import news.piton.core.plugin.Plugin;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever ships with Piton comes in by the same door as everybody else, and any context but articles may stay out. */
class PluginJourneyTest {
    @Test
    void a_jar_from_outside_extends_articles_with_all_that_a_module_can_bring(@TempDir Path plugins)
            throws IOException {
        SamplePlugin.packInto(plugins);
        try (TestHost host = TestHost.boot(Plugins.discover(plugins).toArray(Plugin[]::new))) {
            String article = ArticlesFixture.publish(host, "Ferry runs again");
            host.deliverEvents();

            Reply sent = send(host, article, "The ferry leaves at six.");
            assertEquals(1, sent.ok().at("/data/sendTip/tipCount").asInt());
            assertEquals(List.of("INVALID"), send(host, article, " ").userErrorCodes());

            Reply page = host.guest()
                    .send(
                            "query($id: ID!) { article(id: $id) { headline tipCount commentCount } }",
                            Map.of("id", article))
                    .ok();
            assertEquals(1, page.at("/data/article/tipCount").asInt());
            assertEquals(0, page.at("/data/article/commentCount").asInt());

            host.clock().tick(java.time.Duration.ofDays(91));
            host.runJob("tips.forget-old");
            assertEquals(
                    0,
                    host.guest()
                            .send("query($id: ID!) { article(id: $id) { tipCount } }", Map.of("id", article))
                            .ok()
                            .at("/data/article/tipCount")
                            .asInt());
            Reply modules =
                    host.guest().send("{ modules { name version extends } }").ok();
            assertTrue(modules.json()
                    .toString()
                    .contains("{\"name\":\"tips\",\"version\":\"1.0.0\",\"extends\":[\"Article\"]}"));
        }
    }

    @Test
    void without_comments_the_schema_has_none_of_their_fields_and_all_else_works(@TempDir Path none) {
        Plugin[] rest = Plugins.discover(none).stream()
                .filter(plugin -> !plugin.describe().name().equals("comments"))
                .toArray(Plugin[]::new);
        try (TestHost host = TestHost.with(rest).sample().boot()) {
            assertFalse(host.get("/graphql/schema.graphql").body().contains("omment"));
            Reply refused = host.guest().send("{ articles(first: 1) { nodes { commentCount } } }");
            assertEquals("BAD_REQUEST", refused.errorCode());
            Reply front = host.guest()
                    .send("{ articles(first: 20) { nodes { headline share { shortUrl } } } newsletters { title } }")
                    .ok();
            assertTrue(front.at("/data/articles/nodes").size() >= 10);
            assertTrue(front.text("/data/articles/nodes/0/share/shortUrl").startsWith("http"));
            assertEquals("Daily headlines", front.text("/data/newsletters/0/title"));
        }
    }

    private static Reply send(TestHost host, String article, String text) {
        return host.guest()
                .send(
                        "mutation($i: SendTipInput!) { sendTip(input: $i) { tipCount userErrors { code message } } }",
                        Map.of("i", Map.of("articleId", article, "text", text)));
    }
}
