package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the draft to the readers and back, through the endpoint. */
class PublishingModuleTest {
    private static TestHost host;

    @BeforeAll
    static void boot() {
        host = TestHost.boot(new ArticlesPlugin());
        ArticlesFixture.section(host, "news", "News");
    }

    @AfterAll
    static void close() {
        host.close();
    }

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
        String at = host.clock().instant().plus(Duration.ofHours(2)).toString();
        assertEquals(
                "SCHEDULED",
                edit("EDITOR", "publishArticle", Map.of("id", id, "at", at))
                        .ok()
                        .text("/data/publishArticle/article/status"));
        assertTrue(read(id).at("/data/article").isNull());
        host.clock().tick(Duration.ofHours(2));
        assertEquals("PUBLISHED", read(id).ok().text("/data/article/status"));
        host.runJob("articles.announce-due");
        host.runJob("articles.announce-due");
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
        String id = edit("AUTHOR", "createArticle", ArticlesFixture.input("Twice at once", Map.of()))
                .text("/data/createArticle/article/id");
        try (Connection first = host.database().dataSource().getConnection();
                Statement sql = first.createStatement()) {
            first.setAutoCommit(false);
            sql.execute("SELECT id FROM articles_article WHERE headline = 'Twice at once' FOR UPDATE");
            CompletableFuture<Reply> second =
                    CompletableFuture.supplyAsync(() -> edit("EDITOR", "publishArticle", Map.of("id", id)));
            awaitWaiting(second, sql);
            host.clock().tick(Duration.ofSeconds(1));
            sql.execute("UPDATE articles_article SET state = 'PUBLISHED', version = version + 1, published_at = '"
                    + LocalDateTime.ofInstant(host.clock().instant(), ZoneOffset.UTC)
                    + "', listed_at = published_at WHERE headline = 'Twice at once'");
            first.commit();
            assertEquals(List.of("ILLEGAL_TRANSITION"), second.join().userErrorCodes());
        }
    }

    /** Until the other one asks for the article that this connection has locked. */
    private static void awaitWaiting(CompletableFuture<?> other, Statement sql) throws SQLException {
        boolean waiting = false;
        while (!waiting && !other.isDone()) {
            try (ResultSet row = sql.executeQuery("SELECT COUNT(*) FROM information_schema.processlist"
                    + " WHERE id <> CONNECTION_ID() AND info LIKE '%articles_article%for update'")) {
                waiting = row.next() && row.getInt(1) > 0;
            }
        }
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
        host.clock().tick(Duration.ofHours(3));
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
