package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Most read in the last day: counted fairly, forgotten in time, and nothing about readers kept. */
class MostReadModuleTest {
    private TestHost host;
    private String ferry;
    private String storm;
    private String cricket;

    @BeforeEach
    void boot() {
        host = TestHost.with(new ArticlesPlugin())
                .setting("server.trusted-proxies", "127.0.0.1")
                .boot();
        ArticlesFixture.section(host, "sport", "Sport");
        ferry = ArticlesFixture.publish(host, "Ferry");
        storm = ArticlesFixture.publish(host, "Storm");
        cricket = ArticlesFixture.publish(host, "Cricket", Map.of("section", "sport"));
    }

    @AfterEach
    void close() {
        host.close();
    }

    private Reply read(String id, int reader) {
        return host.guest()
                .header("X-Forwarded-For", "192.0.2." + reader)
                .send(
                        "mutation($id: ID!) { readArticle(input: {id: $id}) { counted userErrors { code } } }",
                        Map.of("id", id));
    }

    private void read(String id, int from, int to) {
        for (int reader = from; reader <= to; reader++) {
            read(id, reader).ok();
        }
    }

    /** As counted anew. */
    private List<String> mostRead(String arguments) {
        host.clock().tick(Duration.ofSeconds(61));
        return shown(arguments);
    }

    private List<String> shown(String arguments) {
        return host.guest()
                .send("{ mostRead" + arguments + " { headline } }")
                .ok()
                .at("/data/mostRead")
                .findValuesAsText("headline");
    }

    @Test
    void shows_what_most_readers_read_first() {
        read(ferry, 1, 1);
        read(storm, 1, 3);
        read(cricket, 1, 2);
        assertEquals(List.of("Storm", "Cricket", "Ferry"), mostRead(""));
        assertEquals(List.of("Storm", "Cricket"), mostRead("(first: 2)"));
        assertEquals(List.of("Cricket"), mostRead("(section: \"sport\")"));
        assertEquals(List.of(), mostRead("(section: \"nowhere\")"));
    }

    @Test
    void counts_a_section_with_its_children_and_under_its_old_name() {
        String sport = host.guest().send("{ section(slug: \"sport\") { id } }").text("/data/section/id");
        ArticlesFixture.change(
                        host, "EDITOR", "createSection", "section { id }", Map.of("name", "Sailing", "parent", sport))
                .ok();
        String regatta = ArticlesFixture.publish(host, "Regatta", Map.of("section", "sailing"));
        read(cricket, 1, 1);
        read(regatta, 1, 2);
        read(storm, 1, 3);
        assertEquals(List.of("Regatta", "Cricket"), mostRead("(section: \"sport\")"));
        assertEquals(List.of("Regatta"), shown("(section: \"sailing\")"));
        ArticlesFixture.change(host, "EDITOR", "updateSection", "section { id }", Map.of("id", sport, "slug", "games"))
                .ok();
        assertEquals(List.of("Regatta", "Cricket"), mostRead("(section: \"sport\")"));
        assertEquals(List.of("Regatta", "Cricket"), mostRead("(section: \"games\")"));
    }

    @Test
    void forgets_after_a_day() {
        read(ferry, 1, 3);
        assertEquals(List.of("Ferry"), mostRead(""));
        host.clock().tick(Duration.ofHours(12));
        read(storm, 1, 1);
        assertEquals(List.of("Ferry", "Storm"), mostRead(""));
        host.clock().tick(Duration.ofHours(13));
        assertEquals(List.of("Storm"), mostRead(""));
        host.clock().tick(Duration.ofHours(48));
        host.runJob("articles.forget-reads");
        assertEquals(List.of(), mostRead(""));
    }

    @Test
    void leaves_out_what_is_unpublished_at_once() {
        read(ferry, 1, 3);
        read(storm, 1, 1);
        assertEquals(List.of("Ferry", "Storm"), mostRead(""));
        ArticlesFixture.edit(host, "EDITOR", "unpublishArticle", Map.of("id", ferry, "reason", "Wrong"))
                .ok();
        assertEquals(List.of("Storm"), shown(""));
    }

    @Test
    void recommends_neither_what_is_retracted_nor_the_imprint() {
        ArticlesFixture.section(host, "pages", "Pages");
        String imprint = ArticlesFixture.publish(host, "Imprint", Map.of("section", "pages"));
        read(imprint, 1, 4);
        read(ferry, 1, 3);
        read(storm, 1, 1);
        assertEquals(List.of("Ferry", "Storm"), mostRead(""));
        ArticlesFixture.retract(host, ferry);
        assertEquals(List.of("Storm"), shown(""));
        assertEquals(List.of("Storm"), mostRead(""));
        assertEquals(List.of(), mostRead("(section: \"pages\")"));
    }

    @Test
    void lets_nobody_read_an_article_to_the_top_alone() {
        for (int time = 0; time < 20; time++) {
            assertEquals(
                    time < 5,
                    read(ferry, 1).ok().at("/data/readArticle/counted").asBoolean());
        }
        read(storm, 2, 8);
        assertEquals(List.of("Storm", "Ferry"), mostRead(""));
        for (int time = 0; time < 120; time++) {
            read(storm, 1);
        }
        assertEquals("RATE_LIMITED", read(storm, 1).errorCode());
        assertTrue(read(storm, 9).ok().at("/data/readArticle/counted").asBoolean());
    }

    @Test
    void counts_nothing_that_readers_do_not_see_and_nothing_that_is_only_checked() {
        String draft = ArticlesFixture.draft(host, "Secret");
        for (String unseen : List.of(draft, "nonsense", "QXJ0aWNsZTo5")) {
            assertEquals("NOT_FOUND", read(unseen, 1).text("/data/readArticle/userErrors/0/code"));
        }
        host.guest()
                .send(
                        "mutation($id: ID!) { readArticle(input: {id: $id, validateOnly: true}) { counted } }",
                        Map.of("id", ferry))
                .ok();
        assertEquals(List.of(), mostRead(""));
        assertEquals(
                "BAD_REQUEST",
                host.guest().send("{ mostRead(first: 51) { id } }").errorCode());
    }

    @Test
    void takes_one_statement_for_as_long_as_a_count_is_good() {
        read(ferry, 1, 1);
        mostRead("");
        assertEquals(
                1,
                host.statements(() -> host.guest()
                        .send("{ mostRead { headline image { alt } section { name } } }")
                        .ok()));
    }
}
