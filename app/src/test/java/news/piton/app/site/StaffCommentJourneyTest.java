package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import news.piton.articles.ArticlesFixture;
import news.piton.core.testing.TestHost;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A member of staff comments from the article's page, under the account's name. */
class StaffCommentJourneyTest {
    private final TestHost host = Visitor.allModules().boot();
    private final String id = ArticlesFixture.publish(host, "Bridge opens");
    private final String path = ArticlesFixture.path(host, id);

    @AfterEach
    void close() {
        host.close();
    }

    private HttpResponse<String> comment(String name, String body) {
        String form = "form=comment&challenge=&articleId=" + id + "&authorName="
                + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&body="
                + URLEncoder.encode(body, StandardCharsets.UTF_8);
        return host.as("MODERATOR")
                .header("Sec-Fetch-Site", "same-origin")
                .post(path, "application/x-www-form-urlencoded", form);
    }

    @Test
    void with_the_name_left_out_as_the_page_asks() {
        Document refused = Visitor.document(comment("Somebody else", "It is safe."), 422);
        assertTrue(refused.select("#c-name-error").text().contains("Leave the name out"));
        HttpResponse<String> taken = comment("", "It is safe.");
        assertEquals(303, taken.statusCode());
        String onward = taken.headers().firstValue("Location").orElse("");
        Document thanks = Visitor.document(host.as("MODERATOR").get(onward.replaceFirst("#.*", "")), 200);
        assertEquals(
                "Thank you. Everybody can read your comment now.",
                thanks.select("#comments .thanks").text());
        assertEquals("It is safe.", thanks.select(".said").text());
        Document empty = Visitor.document(comment("", ""), 422);
        assertEquals("", empty.select("#c-name").attr("value"));
        assertEquals("Please enter your comment!", empty.select("#c-body-error").text());
        assertTrue(empty.select("#c-name-error").isEmpty());
        assertEquals("It is safe.", empty.select(".said").text());
    }
}
