package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** From the draft to the readers and back, through the endpoint. */
class PublishingModuleTest {
    @AutoClose
    private static final TestHost host = ArticlesFixture.boot();

    private static Reply edit(String who, String mutation, Map<String, Object> input) {
        return ArticlesFixture.edit(host, who, mutation, input);
    }

    private static Reply read(String id) {
        return ArticlesFixture.read(host, id);
    }

    @Test
    void takes_an_article_from_draft_through_review_to_publication_and_back() {
        String id = ArticlesFixture.draft(host, "A long way");
        assertTrue(read(id).at("/data/article").isNull());
        assertEquals(
                "IN_REVIEW",
                edit("AUTHOR", "submitArticle", Map.of("id", id)).ok().text("/data/submitArticle/article/status"));
        String twoDaysAgo = host.clock().instant().minus(Duration.ofDays(2)).toString();
        assertEquals(
                "PUBLISHED",
                edit("EDITOR", "publishArticle", Map.of("id", id, "at", twoDaysAgo))
                        .ok()
                        .text("/data/publishArticle/article/status"));
        String url = read(id).ok().text("/data/article/url");
        assertEquals(
                List.of("ILLEGAL_TRANSITION"),
                edit("EDITOR", "publishArticle", Map.of("id", id)).userErrorCodes());
        assertEquals(
                List.of("ILLEGAL_TRANSITION"),
                edit("EDITOR", "submitArticle", Map.of("id", id)).userErrorCodes());
        edit("EDITOR", "unpublishArticle", Map.of("id", id, "reason", "The figure was wrong"))
                .ok();
        assertTrue(read(id).at("/data/article").isNull());
        edit("EDITOR", "publishArticle", Map.of("id", id)).ok();
        assertEquals(url, read(id).ok().text("/data/article/url"));
    }

    @Test
    void opens_a_scheduled_article_at_its_minute_and_tells_of_it_once() {
        String id = ArticlesFixture.draft(host, "At noon");
        long announced = ArticlesFixture.announcements(host);
        String at = host.clock().instant().plus(Duration.ofHours(2)).toString();
        assertEquals(
                "SCHEDULED",
                edit("EDITOR", "publishArticle", Map.of("id", id, "at", at))
                        .ok()
                        .text("/data/publishArticle/article/status"));
        assertTrue(read(id).at("/data/article").isNull());
        host.runJob("articles.announce-due");
        assertEquals(announced, ArticlesFixture.announcements(host));
        host.clock().tick(Duration.ofHours(2));
        assertEquals("PUBLISHED", read(id).ok().text("/data/article/status"));
        host.runJob("articles.announce-due");
        assertEquals(announced + 1, ArticlesFixture.announcements(host));
        host.runJob("articles.announce-due");
        assertEquals(announced + 1, ArticlesFixture.announcements(host));
        assertTrue(
                host
                        .api(Articles.class)
                        .publishedBetween(
                                Instant.parse(at), host.clock().instant().plusSeconds(1), 10)
                        .stream()
                        .anyMatch(article -> article.headline().equals("At noon")));
    }

    @Test
    void publishes_once_when_two_editors_do_so_at_once() throws Exception {
        String id = ArticlesFixture.draft(host, "Twice at once");
        long announced = ArticlesFixture.announcements(host);
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Reply> publish = () -> {
            together.await();
            return edit("EDITOR", "publishArticle", Map.of("id", id));
        };
        try (ExecutorService editors = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Reply> one = editors.submit(publish);
            Future<Reply> other = editors.submit(publish);
            List<String> refusals = Stream.of(one.get(), other.get())
                    .flatMap(reply -> reply.userErrorCodes().stream())
                    .toList();
            assertEquals(List.of("ILLEGAL_TRANSITION"), refusals);
        }
        assertEquals("PUBLISHED", read(id).ok().text("/data/article/status"));
        assertEquals(announced + 1, ArticlesFixture.announcements(host));
    }

    @Test
    void calls_off_a_scheduled_publication() {
        String id = ArticlesFixture.draft(host, "Not after all");
        String at = host.clock().instant().plus(Duration.ofHours(2)).toString();
        edit("EDITOR", "publishArticle", Map.of("id", id, "at", at)).ok();
        assertEquals(
                "DRAFT",
                edit("EDITOR", "unpublishArticle", Map.of("id", id, "reason", "Not yet"))
                        .ok()
                        .text("/data/unpublishArticle/article/status"));
        long announced = ArticlesFixture.announcements(host);
        host.clock().tick(Duration.ofHours(3));
        host.runJob("articles.announce-due");
        assertEquals(announced, ArticlesFixture.announcements(host));
        assertTrue(read(id).at("/data/article").isNull());
    }

    @Test
    void keeps_the_date_of_the_first_publication_when_a_second_one_is_called_off() {
        String id = ArticlesFixture.publish(host, "Once before");
        String url = read(id).ok().text("/data/article/url");
        edit("EDITOR", "unpublishArticle", Map.of("id", id, "reason", "Wrong")).ok();
        host.clock().tick(Duration.ofDays(3));
        String at = host.clock().instant().plus(Duration.ofDays(2)).toString();
        edit("EDITOR", "publishArticle", Map.of("id", id, "at", at)).ok();
        Reply back = edit("EDITOR", "unpublishArticle", Map.of("id", id, "reason", "Not yet"))
                .ok();
        assertEquals("UNPUBLISHED", back.text("/data/unpublishArticle/article/status"));
        assertEquals(url, back.text("/data/unpublishArticle/article/url"));
        edit("EDITOR", "publishArticle", Map.of("id", id)).ok();
        assertEquals(url, read(id).ok().text("/data/article/url"));
    }
}
