package news.piton.comments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.id.GlobalId;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What readers see of comments while they read. */
class LiveModuleTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Stream<String> follow(HttpClient http, TestHost host, String article)
            throws IOException, InterruptedException {
        String query = JSON.writeValueAsString(Map.of(
                "query",
                "subscription($id: ID!) { commentApproved(articleId: $id) { body { text } status } }",
                "variables",
                Map.of("id", article)));
        return http.send(
                        HttpRequest.newBuilder(host.url("/graphql"))
                                .header("Accept", "text/event-stream")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(query))
                                .build(),
                        BodyHandlers.ofLines())
                .body();
    }

    @Test
    @Timeout(60)
    void a_reader_sees_comments_under_the_article_as_they_are_approved() throws Exception {
        try (TestHost host = TestHost.boot(new ArticlesPlugin(), new CommentsPlugin());
                HttpClient http = HttpClient.newHttpClient()) {
            String article = ArticlesFixture.publish(host, "The ferry is back");
            String elsewhere = ArticlesFixture.publish(host, "Rain on Sunday");
            try (Stream<String> lines = follow(http, host, article)) {
                CommentsFixture.approved(host, elsewhere, "Somewhere else");
                CommentsFixture.post(host, article, "Still waiting");
                CommentsFixture.approved(host, article, "Here and now");
                host.deliverEvents();

                String data = lines.filter(line -> line.contains("commentApproved"))
                        .findFirst()
                        .orElseThrow();
                assertTrue(data.contains("{\"body\":{\"text\":\"Here and now\"},\"status\":\"APPROVED\"}"), data);
            }
        }
    }

    @Test
    @Timeout(60)
    void nobody_waits_for_comments_under_an_article_that_readers_do_not_see() throws Exception {
        try (TestHost host = TestHost.boot(new ArticlesPlugin(), new CommentsPlugin());
                HttpClient http = HttpClient.newHttpClient()) {
            String draft = ArticlesFixture.draft(host, "Nobody knows of this yet");
            for (String id : List.of("x", GlobalId.encode("Article", 1), draft)) {
                try (Stream<String> stream = follow(http, host, id)) {
                    List<String> lines = stream.toList();
                    assertEquals("event: next", lines.getFirst(), id);
                    assertTrue(lines.get(1).contains("There is no such article to follow."), lines::toString);
                    assertTrue(lines.get(1).contains("BAD_REQUEST"), lines::toString);
                    assertTrue(lines.contains("event: complete"), lines::toString);
                }
            }
        }
    }
}
