package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.host.discovery.Plugins;
import news.piton.core.plugin.Plugin;
import news.piton.core.testing.TestHost;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Sections below sections, and addresses that changed, as a browser gets them. */
class SiteSectionsJourneyTest {

    private static String change(TestHost host, String mutation) {
        return host.as("EDITOR")
                .send("mutation { " + mutation + " }")
                .ok()
                .json()
                .findPath("id")
                .asText();
    }

    @Test
    void a_section_s_page_leads_to_those_below_it_and_an_old_slug_to_the_new_one() {
        Plugin[] all = Plugins.discover(Path.of("none")).toArray(Plugin[]::new);
        try (TestHost host = TestHost.with(all).pages(Visitor.site()).boot();
                Visitor visitor = Visitor.of(host)) {
            read(host, visitor);
        }
    }

    @Test
    void a_section_that_has_just_written_much_has_a_full_river_on_the_front_page() {
        try (TestHost host = TestHost.with(new ArticlesPlugin())
                        .pages(Visitor.site())
                        .boot();
                Visitor visitor = Visitor.of(host)) {
            ArticlesFixture.section(host, "sport", "Sport");
            ArticlesFixture.publish(host, "Goal", Map.of("section", "sport"));
            for (int number = 1; number <= 16; number++) {
                host.clock().tick(Duration.ofMinutes(1));
                ArticlesFixture.publish(host, "Tide " + number);
            }
            Document front = visitor.page("/");
            assertEquals("Tide 16", front.select(".lead h2").text());
            assertEquals(
                    List.of("Tide 5", "Tide 4", "Tide 3", "Tide 2"),
                    front.select(".river:has(#s-news) h3").eachText());
            assertEquals(
                    List.of("Goal"), front.select(".river:has(#s-sport) h3").eachText());
        }
    }

    private static void read(TestHost host, Visitor visitor) {
        String parent =
                change(host, "createSection(input: {name: \"Outdoors\"}) { section { id } userErrors { code } }");
        String child = change(
                host,
                "createSection(input: {name: \"Hiking\", parent: \"" + parent
                        + "\"}) { section { id } userErrors { code } }");
        ArticlesFixture.publish(host, "Up the ridge", Map.of("section", "hiking"));
        Document above = visitor.page("/section/outdoors");
        assertEquals(List.of("Up the ridge"), above.select(".list h2").eachText());
        assertEquals("Hiking", above.select("nav .below a").text());
        Document below = visitor.page("/section/hiking");
        assertEquals(
                List.of("Outdoors", "Hiking"),
                below.select("nav [aria-current]").eachText());
        assertTrue(visitor.page("/").select("nav a[href=/section/hiking]").isEmpty());
        change(
                host,
                "updateSection(input: {id: \"" + child
                        + "\", slug: \"trails\"}) { section { id } userErrors { code } }");
        HttpResponse<String> moved = visitor.get("/section/hiking");
        assertEquals(301, moved.statusCode());
        assertEquals("/section/trails", moved.headers().firstValue("Location").orElse(""));
        assertEquals(200, visitor.get("/section/trails").statusCode());
    }
}
