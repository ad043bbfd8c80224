package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole paper, for those who take everything. */
class ArchiveModuleTest {
    private TestHost host;

    @BeforeEach
    void boot() {
        host = TestHost.boot(new ArticlesPlugin());
        for (String author : List.of("Ione Charlery", "Peter-Paul Henry", "Jean Auguste")) {
            host.as("EDITOR")
                    .send(
                            "mutation($n: String!) { createAuthor(input: {name: $n}) { userErrors { code } } }",
                            Map.of("n", author))
                    .ok();
        }
    }

    @AfterEach
    void close() {
        host.close();
    }

    private void publish(String headline, String at, String tag, String author) {
        String id = ArticlesFixture.draft(host, headline, Map.of("tags", List.of(tag), "authors", List.of(author)));
        ArticlesFixture.edit(host, "EDITOR", "publishArticle", Map.of("id", id, "at", at))
                .ok();
    }

    private Reply ask(String query) {
        return host.guest().send(query).ok();
    }

    @Test
    void tells_in_which_spans_of_time_something_was_published() {
        publish("One", "2024-02-29T23:59:59Z", "A", "Ione Charlery");
        publish("Two", "2024-03-01T00:00:00Z", "B", "Peter-Paul Henry");
        publish("Three", "2024-03-01T10:30:00Z", "B", "Peter-Paul Henry");
        ArticlesFixture.draft(host, "Not yet");
        Instant end = host.clock().instant().plus(Duration.ofHours(1));
        ArticlesFixture.edit(
                        host,
                        "EDITOR",
                        "publishArticle",
                        Map.of(
                                "id",
                                ArticlesFixture.draft(host, "Over by then"),
                                "at",
                                "2024-03-01T10:45:00Z",
                                "unpublishAt",
                                end.toString()))
                .ok();
        assertEquals(
                2,
                ask("{ publishedSpans { count } }")
                                .at("/data/publishedSpans/1/count")
                                .asInt()
                        - 1);
        host.clock().set(end);
        String soon = host.clock().instant().plus(Duration.ofHours(1)).toString();
        publish("Soon", soon, "C", "Jean Auguste");
        assertEquals(
                "[{\"from\":\"2024-02-01T00:00:00Z\",\"until\":\"2024-03-01T00:00:00Z\",\"count\":1},"
                        + "{\"from\":\"2024-03-01T00:00:00Z\",\"until\":\"2024-04-01T00:00:00Z\",\"count\":2}]",
                ask("{ publishedSpans { from until count } }")
                        .at("/data/publishedSpans")
                        .toString());
        assertEquals(
                "[{\"from\":\"2024-03-01T10:00:00Z\",\"count\":1}]",
                ask("{ publishedSpans(length: HOUR, publishedAfter: \"2024-03-01T00:00:01Z\", publishedBefore:"
                                + " \"2024-03-02T00:00:00Z\") { from count } }")
                        .at("/data/publishedSpans")
                        .toString());
    }

    @Test
    void walks_through_the_whole_paper_once_a_minute_and_never_by_the_hour() {
        publish("One", "2024-02-29T23:59:59Z", "A", "Ione Charlery");
        String months = "{ publishedSpans { count } }";
        assertEquals(1, host.statements(() -> ask(months)));
        assertEquals(0, host.statements(() -> ask(months)));
        host.clock().tick(Duration.ofSeconds(61));
        assertEquals(1, host.statements(() -> ask(months)));
        for (String without : List.of(
                "length: HOUR",
                "length: DAY, publishedAfter: \"2024-02-01T00:00:00Z\"",
                "length: DAY, publishedAfter: \"2024-02-01T00:00:00Z\", publishedBefore: \"2025-03-01T00:00:00Z\"",
                "length: HOUR, publishedAfter: \"2024-02-01T00:00:00Z\", publishedBefore: \"2024-04-01T00:00:00Z\"")) {
            assertEquals(
                    "BAD_REQUEST",
                    host.guest()
                            .send("{ publishedSpans(" + without + ") { count } }")
                            .errorCode(),
                    without);
        }
    }

    @Test
    void leaves_out_what_time_has_taken_back() {
        String id = ArticlesFixture.draft(
                host, "For a day", Map.of("tags", List.of("Notices"), "authors", List.of("Ione Charlery")));
        Instant until = host.clock().instant().plus(Duration.ofDays(1));
        ArticlesFixture.edit(host, "EDITOR", "publishArticle", Map.of("id", id, "unpublishAt", until.toString()))
                .ok();
        String all = "{ publishedSpans { count } publishedTags(first: 5) { totalCount nodes { name } }"
                + " publishedAuthors(first: 5) { totalCount nodes { name } } }";
        assertEquals(
                "{\"publishedSpans\":[{\"count\":1}],\"publishedTags\":{\"totalCount\":1,\"nodes\":[{\"name\":\"Notices\"}]},\"publishedAuthors\":{\"totalCount\":1,\"nodes\":[{\"name\":\"Ione"
                    + " Charlery\"}]}}",
                ask(all).at("/data").toString());
        host.clock().set(until);
        assertEquals(
                "{\"publishedSpans\":[],\"publishedTags\":{\"totalCount\":0,\"nodes\":[]},"
                        + "\"publishedAuthors\":{\"totalCount\":0,\"nodes\":[]}}",
                ask(all).at("/data").toString());
    }

    @Test
    void lists_the_tags_and_authors_that_readers_have_pages_of() {
        publish("One", "2024-02-29T23:59:59Z", "A", "Ione Charlery");
        publish("Two", "2024-03-01T00:00:00Z", "B", "Peter-Paul Henry");
        publish("Soon", host.clock().instant().plus(Duration.ofHours(1)).toString(), "C", "Jean Auguste");
        for (String list : List.of("publishedTags", "publishedAuthors")) {
            Reply first = ask("{ " + list
                    + "(first: 1) { totalCount nodes { name } edges { cursor } pageInfo { hasNextPage endCursor } } }");
            assertEquals(2, first.at("/data/" + list + "/totalCount").asInt());
            assertEquals(
                    true, first.at("/data/" + list + "/pageInfo/hasNextPage").asBoolean());
            String after = first.text("/data/" + list + "/pageInfo/endCursor");
            Reply rest = ask("{ " + list + "(first: 1000, after: \"" + after
                    + "\") { nodes { name } pageInfo { hasNextPage hasPreviousPage } } }");
            assertEquals(1, rest.at("/data/" + list + "/nodes").size());
            assertEquals(
                    false, rest.at("/data/" + list + "/pageInfo/hasNextPage").asBoolean());
            Reply last = ask("{ " + list + "(last: 1) { nodes { name } } }");
            assertEquals(rest.at("/data/" + list + "/nodes"), last.at("/data/" + list + "/nodes"));
        }
        assertEquals(
                "BAD_REQUEST",
                host.guest()
                        .send("{ publishedTags(first: 1001) { totalCount } }")
                        .text("/errors/0/extensions/code"));
    }
}
