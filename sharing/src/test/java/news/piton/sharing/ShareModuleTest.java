package news.piton.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import news.piton.sharing.internal.visits.CountVisits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShareModuleTest {
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String SHARE =
            "query($id: ID!) { article(id: $id) { url share { shortUrl count channels { code name url count } preview"
                    + " { title description imageUrl siteName missing } } } }";
    private TestHost host;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void boot() {
        host = TestHost.boot(new ArticlesPlugin(), new SharingPlugin());
    }

    @AfterEach
    void close() {
        http.close();
        host.close();
    }

    @Test
    void gives_an_article_a_short_link_ten_channels_and_a_preview() {
        Reply reply = share(ArticlesFixture.publish(host, "Tom & Jerry's boat"));
        assertEquals(
                List.of(
                        "FACEBOOK",
                        "X",
                        "WHATSAPP",
                        "TELEGRAM",
                        "LINKEDIN",
                        "REDDIT",
                        "BLUESKY",
                        "MASTODON",
                        "EMAIL",
                        "COPY_LINK"),
                reply.at("/data/article/share/channels").findValuesAsText("code"));
        assertTrue(reply.text("/data/article/share/channels/1/url").contains("text=Tom%20%26%20Jerry%27s%20boat&url="));
        assertEquals(reply.text("/data/article/share/shortUrl"), reply.text("/data/article/share/channels/9/url"));
        assertEquals("Tom & Jerry's boat", reply.text("/data/article/share/preview/title"));
        assertTrue(reply.at("/data/article/share/preview/missing").toString().contains("imageUrl"));
    }

    @Test
    void redirects_to_the_permalink_and_counts_people_by_channel() {
        String id = ArticlesFixture.publish(host, "Ferry returns");
        String path = path(share(id).text("/data/article/share/shortUrl"));
        HttpResponse<String> answer = visit("GET", path, FIREFOX);
        assertEquals(302, answer.statusCode());
        assertEquals(
                share(id).text("/data/article/url"),
                answer.headers().firstValue("Location").orElseThrow());
        visit("GET", path + "/f", FIREFOX);
        host.clock().tick(CountVisits.PAUSE);
        visit("GET", path + "/f", FIREFOX);
        assertEquals(302, visit("HEAD", path + "/f", FIREFOX).statusCode());
        assertEquals(302, visit("GET", path + "/f", "facebookexternalhit/1.1").statusCode());
        Reply reply = share(id);
        assertEquals(3, reply.at("/data/article/share/count").asInt());
        assertEquals(2, reply.at("/data/article/share/channels/0/count").asInt());
        assertEquals(1, reply.at("/data/article/share/channels/9/count").asInt());
    }

    @Test
    void finds_nothing_behind_a_wrong_link_or_an_unpublished_article() {
        String id = ArticlesFixture.publish(host, "Ferry returns");
        String path = path(share(id).text("/data/article/share/shortUrl"));
        for (String wrong : List.of("/s/1", "/s/zzzzzzzzzzz", "/s/2", path + "/q", path + "/F", "/s/%F0%9F%8C%8B")) {
            assertEquals(404, visit("GET", wrong, FIREFOX).statusCode(), wrong);
        }
        host.as("EDITOR")
                .send(
                        "mutation($id: ID!) { unpublishArticle(input: {id: $id, reason: \"Wrong\"}) { userErrors {"
                                + " code message } } }",
                        Map.of("id", id))
                .ok();
        assertEquals(404, visit("GET", path, FIREFOX).statusCode());
        Reply staff = host.as("EDITOR").send(SHARE, Map.of("id", id)).ok();
        assertTrue(staff.at("/data/article/share").isNull());
    }

    @Test
    void writes_down_the_last_visits_when_the_server_stops() {
        String id = ArticlesFixture.publish(host, "Ferry returns");
        visit("GET", path(share(id).text("/data/article/share/shortUrl")), FIREFOX);
        host.host().close();
        try (TestHost again =
                TestHost.with(new ArticlesPlugin(), new SharingPlugin()).boot(host.database())) {
            Reply reply = again.guest().send(SHARE, Map.of("id", id)).ok();
            assertEquals(1, reply.at("/data/article/share/count").asInt());
        }
    }

    @Test
    void writes_down_the_visits_of_every_node() {
        String id = ArticlesFixture.publish(host, "Ferry returns");
        String path = path(share(id).text("/data/article/share/shortUrl"));
        try (TestHost second =
                TestHost.with(new ArticlesPlugin(), new SharingPlugin()).boot(host.database())) {
            for (TestHost node : List.of(host, second)) {
                visit(node, "GET", path, FIREFOX);
                node.clock().tick(CountVisits.PAUSE);
                visit(node, "GET", path, FIREFOX);
            }
            assertEquals(4, share(id).at("/data/article/share/count").asInt());
        }
    }

    @Test
    void costs_a_list_one_statement_for_the_numbers_and_none_without() {
        for (int i = 0; i < 12; i++) {
            ArticlesFixture.publish(host, "Article " + i);
        }
        String list = "{ articles(first: 12) { nodes { headline %s } } }";
        int bare = host.statements(() -> host.guest().send(list.formatted("")).ok());
        int links = host.statements(() -> host.guest()
                .send(list.formatted("share { shortUrl channels { url } }"))
                .ok());
        int numbers = host.statements(() -> host.guest()
                .send(list.formatted("share { count channels { count } }"))
                .ok());
        assertEquals(bare, links);
        assertEquals(bare + 1, numbers);
    }

    private Reply share(String id) {
        return host.guest().send(SHARE, Map.of("id", id)).ok();
    }

    private static String path(String url) {
        return URI.create(url).getPath();
    }

    private HttpResponse<String> visit(String method, String path, String userAgent) {
        return visit(host, method, path, userAgent);
    }

    private HttpResponse<String> visit(TestHost node, String method, String path, String userAgent) {
        HttpRequest request = HttpRequest.newBuilder(node.url(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("User-Agent", userAgent)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
