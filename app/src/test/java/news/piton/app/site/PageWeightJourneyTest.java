package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.core.testing.TestHost;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the pages of a busy discussion, and of a paper of many sections, weigh, unpacked, with their style and script, and without pictures. */
class PageWeightJourneyTest {
    private static final int HEAVIEST = 60_000;
    private static final String TEXT = "Those who cross the bridge every morning know what it was like before. ";

    @AutoClose
    private static final TestHost host = Visitor.samplePaper();

    @AutoClose
    private static final Visitor visitor = Visitor.of(host);

    private int said;

    @Test
    void a_busy_discussion_fits_into_light_pages() {
        String body = (TEXT.repeat(4) + "\n\n").repeat(10);
        String id = ArticlesFixture.publish(
                host,
                "Bridge opens",
                Map.of("tags", List.of("Bridge"), "body", Map.of("format", "MARKDOWN", "text", body)));
        List<String> threads = new ArrayList<>();
        for (int thread = 0; thread < 11; thread++) {
            threads.add(say(id, null));
            for (int answer = 0; answer < 3; answer++) {
                say(id, say(id, threads.getLast()));
            }
        }
        for (int answer = 0; answer < 15; answer++) {
            say(id, say(id, threads.getFirst()));
        }
        Document article = light(visitor.path(id));
        assertEquals(24, article.select(".said").size());
        assertEquals(
                24, article.select(".more a[href^=/comments/]").size(), "to what is below each answer and each thread");
        Document next = light(article.select(".more a[href*=after]").attr("href"));
        assertEquals(9, next.select(".said").size());
        assertEquals(30, light("/comments?article=" + id).select(".said").size());
        Document answers = light("/comments/" + threads.getFirst());
        assertEquals(31, answers.select(".said").size());
        assertEquals(
                7,
                light(answers.select("a[rel=next]").attr("href"))
                        .select(".said")
                        .size());
    }

    @Test
    void a_paper_of_many_sections_has_light_pages_that_lead_to_all_of_them() {
        ArticlesFixture.section(host, "empty", "A section without anything");
        for (int number = 1; number <= 40; number++) {
            String slug = "part-" + number;
            ArticlesFixture.section(host, slug, "Everything About Part No. " + number);
            for (int piece = 1; piece <= 2; piece++) {
                host.clock().tick(Duration.ofMinutes(1));
                Map<String, Object> where = Map.of("section", slug, "standfirst", TEXT.repeat(3));
                ArticlesFixture.publish(host, TEXT + number + ", " + piece, where);
            }
        }
        ArticlesFixture.sectionBelow(host, "part-40", "part-41", "Below the last one");
        String below = ArticlesFixture.publish(host, "Last", Map.of("section", "part-41"));
        Document front = light("/");
        List<String> navigation = front.select(".masthead nav a").eachAttr("href");
        assertEquals(9, navigation.size());
        assertEquals("/sections", navigation.getLast());
        assertEquals(6, front.select(".river").size());
        List<String> all = light("/sections").select("main li a").eachAttr("href");
        assertTrue(all.containsAll(navigation.subList(0, 8)), all.toString());
        assertEquals(List.of("/section/part-40", "/section/part-41"), all.subList(all.size() - 2, all.size()));
        assertFalse(all.contains("/section/empty"));
        assertEquals(
                List.of("Everything About Part No. 40", "Below the last one"),
                light(visitor.path(below))
                        .select(".masthead nav [aria-current]")
                        .eachText());
        light("/section/part-1");
    }

    /** As staff, who need no moderator and may say more in an hour; the comment's id. */
    private String say(String article, String parent) {
        Map<String, Object> input = new HashMap<>(Map.of("articleId", article, "body", TEXT.repeat(4) + ++said));
        input.put("parentId", parent);
        host.clock().tick(Duration.ofSeconds(1));
        return host.as("MODERATOR")
                .send(
                        "mutation($i: PostCommentInput!) { postComment(input: $i) { comment { id } } }",
                        Map.of("i", input))
                .ok()
                .text("/data/postComment/comment/id");
    }

    private static Document light(String path) {
        Document page = visitor.page(path);
        int weight = bytes(path);
        for (String asset : page.select("link[rel=stylesheet]").eachAttr("href")) {
            weight += bytes(asset);
        }
        for (String asset : page.select("script[src]").eachAttr("src")) {
            weight += bytes(asset);
        }
        assertTrue(weight < HEAVIEST, path + " weighs " + weight + " bytes");
        return page;
    }

    private static int bytes(String path) {
        return visitor.get(path).body().getBytes(StandardCharsets.UTF_8).length;
    }
}
