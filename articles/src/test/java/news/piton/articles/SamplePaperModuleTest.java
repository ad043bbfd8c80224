package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.Test;

class SamplePaperModuleTest {

    @Test
    void fills_a_new_paper_with_articles_worth_reading() {
        try (TestHost host = TestHost.with(new ArticlesPlugin()).sample().boot()) {
            Reply reply = host.guest()
                    .send("{ sections { slug articles { totalCount } } articles(first: 50) { totalCount nodes {"
                            + " headline standfirst publishedAt tags { name } authors { name } source { name }"
                            + " body { wordCount blocks { __typename } } } } }")
                    .ok();
            assertEquals("13", reply.text("/data/articles/totalCount"));
            assertEquals(6, reply.at("/data/sections").size());
            reply.at("/data/sections")
                    .forEach(section ->
                            assertTrue(section.at("/articles/totalCount").asInt() > 0, section.toString()));
            Set<String> kinds = new HashSet<>();
            reply.at("/data/articles/nodes").forEach(article -> {
                int words = article.at("/body/wordCount").asInt();
                assertTrue(
                        words >= 190 && words <= 500, article.path("headline").asText() + " has " + words);
                article.at("/body/blocks")
                        .forEach(block -> kinds.add(block.path("__typename").asText()));
                assertTrue(article.path("tags").size() > 0);
                assertTrue(article.path("authors").size() > 0
                        || article.path("source").isObject());
            });
            assertTrue(
                    kinds.containsAll(Set.of("Paragraph", "Heading", "Quote", "PullQuote", "ListBlock", "MarkupBlock")),
                    kinds.toString());
            assertEquals(
                    "1",
                    host.as("AUTHOR")
                            .send("{ articles(filter: {statuses: [DRAFT]}) { totalCount } }")
                            .ok()
                            .text("/data/articles/totalCount"));
            assertEquals(
                    "1",
                    host.as("AUTHOR")
                            .send("{ articles(filter: {statuses: [IN_REVIEW]}) { totalCount } }")
                            .ok()
                            .text("/data/articles/totalCount"));
        }
    }
}
