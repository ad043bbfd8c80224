package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.comments.CommentsFixture;
import news.piton.core.testing.TestHost;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A comment with more answers than one page holds. */
class LongThreadJourneyTest {
    private static final int ANSWERS = 53;

    @Test
    void is_read_to_its_end_page_by_page() {
        try (TestHost host = Visitor.allModules().boot();
                Visitor visitor = Visitor.of(host)) {
            String id = ArticlesFixture.publish(host, "Bridge opens");
            String first = CommentsFixture.approved(host, id, "Is it safe?");
            List<String> expected = new ArrayList<>();
            for (int i = 1; i <= ANSWERS; i++) {
                answer(host, id, first, "Answer " + i);
                expected.add("Answer " + i);
                host.clock().tick(java.time.Duration.ofSeconds(1));
            }
            List<String> read = new ArrayList<>();
            String next = "/comments/" + first;
            for (int pages = 0; !next.isEmpty(); pages++) {
                assertTrue(pages < ANSWERS, "this never ends");
                Document page = visitor.page(next);
                List<String> said = page.select(".said").eachText();
                assertEquals("Is it safe?", said.getFirst());
                read.addAll(said.subList(1, said.size()));
                assertTrue(page.select(".more").isEmpty(), "a link to the page that one is on");
                next = page.select("a[rel=next]").attr("href");
            }
            assertEquals(expected, read);
            assertEquals(
                    404, visitor.get("/comments/" + first + "?after=nonsense").statusCode());
        }
    }

    /** As staff, who need no moderator and may say more in an hour. */
    private static void answer(TestHost host, String article, String parent, String body) {
        host.as("MODERATOR")
                .send(
                        "mutation($i: PostCommentInput!) { postComment(input: $i) { userErrors { code } } }",
                        Map.of("i", Map.of("articleId", article, "parentId", parent, "body", body)))
                .ok();
    }
}
