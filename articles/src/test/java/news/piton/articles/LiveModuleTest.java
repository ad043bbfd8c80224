package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What readers see come out while they watch, over a connection that stays open. */
@Timeout(60)
class LiveModuleTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private TestHost host;

    @BeforeEach
    void boot() {
        host = TestHost.boot(new ArticlesPlugin());
        ArticlesFixture.section(host, "sport", "Sport");
    }

    @AfterEach
    void close() {
        http.close();
        host.close();
    }

    @Test
    void a_reader_sees_articles_as_they_come_out_a_scheduled_one_at_its_time() throws Exception {
        HttpResponse<Stream<String>> stream = subscribe("subscription { articlePublished { headline } }");
        ArticlesFixture.draft(host, "Not yet");
        String later = ArticlesFixture.draft(host, "At eight");
        String at = host.clock().instant().plus(Duration.ofHours(1)).toString();
        ArticlesFixture.edit(host, "EDITOR", "publishArticle", Map.of("id", later, "at", at))
                .ok();
        ArticlesFixture.publish(host, "Right now");
        host.deliverEvents();
        host.clock().tick(Duration.ofHours(1));
        host.runJob("articles.announce-due");
        host.deliverEvents();
        assertEquals(List.of("Right now", "At eight"), first(2, stream));
    }

    @Test
    void a_reader_of_one_section_sees_that_section_alone() throws Exception {
        HttpResponse<Stream<String>> stream =
                subscribe("subscription { articlePublished(section: \"sport\") { headline } }");
        ArticlesFixture.publish(host, "In the news");
        ArticlesFixture.publish(host, "In the sport", Map.of("section", "sport"));
        host.deliverEvents();
        assertEquals(List.of("In the sport"), first(1, stream));
    }

    @Test
    void a_cache_hears_what_the_editors_put_forward_and_let_go_and_nothing_of_drafts() throws Exception {
        HttpResponse<Stream<String>> stream = subscribe("subscription { articleFeatured { headline featured } }");
        for (String id : List.of(ArticlesFixture.draft(host, "Not yet"), ArticlesFixture.publish(host, "Interview"))) {
            for (String mutation : List.of("featureArticle", "unfeatureArticle")) {
                ArticlesFixture.edit(host, "EDITOR", mutation, Map.of("id", id)).ok();
                host.deliverEvents();
            }
        }
        ArticlesFixture.edit(host, "EDITOR", "featureArticle", Map.of("id", ArticlesFixture.publish(host, "Late")))
                .ok();
        host.deliverEvents();
        assertEquals(List.of("Interview", "Interview", "Late"), first(3, stream));
    }

    private HttpResponse<Stream<String>> subscribe(String query) throws Exception {
        return http.send(
                HttpRequest.newBuilder(host.url("/graphql"))
                        .header("Accept", "text/event-stream")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", query))))
                        .build(),
                BodyHandlers.ofLines());
    }

    private static List<String> first(int count, HttpResponse<Stream<String>> stream) {
        try (Stream<String> lines = stream.body()) {
            return lines.filter(line -> line.contains("\"headline\""))
                    .limit(count)
                    .map(line -> line.replaceAll(".*\"headline\":\"([^\"]*)\".*", "$1"))
                    .toList();
        }
    }
}
