package news.piton.comments;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Stream;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What readers see of comments while they read. */
class LiveModuleTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    @Timeout(60)
    void a_reader_sees_comments_under_the_article_as_they_are_approved() throws Exception {
        try (TestHost host = TestHost.boot(new ArticlesPlugin(), new CommentsPlugin());
                HttpClient http = HttpClient.newHttpClient()) {
            String article = ArticlesFixture.publish(host, "The ferry is back");
            String elsewhere = ArticlesFixture.publish(host, "Rain on Sunday");
            String query = JSON.writeValueAsString(Map.of(
                    "query",
                    "subscription($id: ID!) { commentApproved(articleId: $id) { body { text } status } }",
                    "variables",
                    Map.of("id", article)));
            HttpResponse<Stream<String>> stream = http.send(
                    HttpRequest.newBuilder(host.url("/graphql"))
                            .header("Accept", "text/event-stream")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(query))
                            .build(),
                    BodyHandlers.ofLines());

            CommentsFixture.approved(host, elsewhere, "Somewhere else");
            CommentsFixture.post(host, article, "Still waiting");
            CommentsFixture.approved(host, article, "Here and now");
            host.deliverEvents();

            try (Stream<String> lines = stream.body()) {
                String data = lines.filter(line -> line.contains("commentApproved"))
                        .findFirst()
                        .orElseThrow();
                assertTrue(data.contains("{\"body\":{\"text\":\"Here and now\"},\"status\":\"APPROVED\"}"), data);
            }
        }
    }
}
