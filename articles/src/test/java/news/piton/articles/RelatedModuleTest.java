package news.piton.articles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What readers are shown beside an article. */
class RelatedModuleTest {
    private static final String RELATED = "query($id: ID!) { article(id: $id) { related { headline } } }";
    private static final Map<String, Object> RUM = Map.of("tags", List.of("Rum"));

    @AutoClose
    private final TestHost host = ArticlesFixture.boot();

    private List<String> related(String id) {
        return host.guest()
                .send(RELATED, Map.of("id", id))
                .ok()
                .at("/data/article/related")
                .findValuesAsText("headline");
    }

    private String publish(String headline, String... tags) {
        host.clock().tick(Duration.ofSeconds(1));
        return ArticlesFixture.publish(host, headline, Map.of("tags", List.of(tags)));
    }

    @Test
    void what_shares_most_tags_comes_first_then_the_newest_of_the_section() {
        String origin = publish("Distillery opens", "Rum", "Jobs");
        publish("Rum and jobs", "Jobs", "Rum");
        publish("Ferry late");
        publish("Rum exports rise", "Rum");
        publish("Rain tonight");
        assertEquals(List.of("Rum and jobs", "Rum exports rise", "Rain tonight", "Ferry late"), related(origin));
    }

    @Test
    void what_is_retracted_and_what_is_no_news_is_not_recommended() {
        String origin = ArticlesFixture.publish(host, "Distillery opens", RUM);
        ArticlesFixture.section(host, "pages", "Pages");
        ArticlesFixture.publish(host, "Imprint", Map.of("section", "pages", "tags", List.of("Rum")));
        ArticlesFixture.publish(host, "Rum exports rise", RUM);
        String cure = ArticlesFixture.publish(host, "Rum cures all", RUM);
        assertEquals(List.of("Rum cures all", "Rum exports rise"), related(origin));
        ArticlesFixture.retract(host, cure);
        assertEquals(List.of("Rum exports rise"), related(origin));
    }

    @Test
    void a_new_piece_shows_within_a_minute_and_an_edit_of_the_article_at_once() {
        String origin = publish("Distillery opens", "Rum");
        String ferry = publish("Ferry late", "Ferry");
        publish("Rum exports rise", "Rum");
        assertEquals(List.of("Rum exports rise", "Ferry late"), related(origin));
        publish("Rum duty falls", "Rum");
        host.clock().tick(Duration.ofMinutes(1));
        assertEquals(List.of("Rum duty falls", "Rum exports rise", "Ferry late"), related(origin));
        assertEquals(List.of("Rum duty falls", "Rum exports rise", "Distillery opens"), related(ferry));
        String revision = ArticlesFixture.change(
                        host,
                        "EDITOR",
                        "updateArticle",
                        "article { pendingRevision { id } }",
                        Map.of("id", origin, "expectedVersion", 2, "tags", List.of("Ferry")))
                .ok()
                .text("/data/updateArticle/article/pendingRevision/id");
        ArticlesFixture.edit(host, "EDITOR", "approveRevision", Map.of("id", revision))
                .ok();
        assertEquals(List.of("Ferry late", "Rum duty falls", "Rum exports rise"), related(origin));
    }

    @Test
    void only_the_first_look_within_a_minute_costs_a_second_statement() {
        String origin = publish("Distillery opens", "Rum");
        publish("Rum exports rise", "Rum");
        assertEquals(3, host.statements(() -> related(origin)));
        assertEquals(2, host.statements(() -> related(origin)));
        host.clock().tick(Duration.ofMinutes(1));
        assertEquals(3, host.statements(() -> related(origin)));
    }
}
