package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import news.piton.articles.ArticlesFixture;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the header Authorization does to pages: Piton's own tokens count, and those of others are none of its business. */
class AuthorizationJourneyTest {
    private static final List<String> PAGES =
            List.of("/", "/feed", "/nowhere", "/robots.txt", "/sitemap.xml", "/oembed?format=x", "/?s=x");

    private final TestHost host = Visitor.articlesAlone();

    @AutoClose
    private final Visitor visitor = Visitor.of(host);

    @Test
    void a_password_for_the_server_in_front_makes_nobody_a_stranger() {
        ArticlesFixture.publish(host, "Open");
        for (String path : PAGES) {
            HttpResponse<String> plain = visitor.get(path);
            for (String foreign : List.of("Basic YWRhOmFkYQ==", "Digest username=\"ada\"", "Negotiate YII=")) {
                HttpResponse<String> behind = visitor.get(path, "Authorization", foreign);
                assertEquals(plain.statusCode(), behind.statusCode(), path);
                assertEquals(
                        plain.headers().firstValue("Cache-Control"),
                        behind.headers().firstValue("Cache-Control"),
                        path);
            }
        }
    }

    @Test
    void the_newsroom_stays_signed_in_behind_it() {
        String id = ArticlesFixture.draft(host, "Not yet");
        String cookie = sessionCookie();
        assertEquals(200, visitor.get("/drafts/" + id, "Cookie", cookie).statusCode());
        assertEquals(
                200,
                visitor.get("/drafts/" + id, "Cookie", cookie, "Authorization", "Basic YWRhOmFkYQ==")
                        .statusCode());
        assertEquals(
                404,
                visitor.get("/drafts/" + id, "Authorization", "Basic YWRhOmFkYQ==")
                        .statusCode());
    }

    private String sessionCookie() {
        String body = "{\"query\":\"mutation { signIn(input: {email: \\\"admin@example.org\\\", password:"
                + " \\\"correct horse battery staple\\\"}) { userErrors { code } } }\"}";
        return visitor.send("POST", "/graphql", body, "Content-Type", "application/json")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";")[0];
    }

    @Test
    void a_token_of_ours_that_opens_nothing_is_refused_alike_on_every_page() {
        for (String path : PAGES) {
            HttpResponse<String> refused = visitor.get(path, "Authorization", "Bearer nonsense");
            assertEquals(401, refused.statusCode(), path);
            assertEquals(
                    "Bearer", refused.headers().firstValue("WWW-Authenticate").orElse(""), path);
            assertTrue(Visitor.document(refused, 401).select("h1").text().equals("This is not for everybody"), path);
        }
    }
}
