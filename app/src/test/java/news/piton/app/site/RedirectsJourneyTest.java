package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Where addresses lead that are not, or not yet, those of today. */
class RedirectsJourneyTest {
    private final TestHost host = Visitor.articlesAlone();

    @AutoClose
    private final Visitor visitor = Visitor.of(host);

    private HttpResponse<String> moved(String from, String to) {
        HttpResponse<String> answer = visitor.get(from);
        assertEquals(301, answer.statusCode(), from);
        assertEquals(to, Visitor.header(answer, "Location"), from);
        return answer;
    }

    private void change(String mutation, Map<String, Object> input) {
        ArticlesFixture.change(host, "EDITOR", mutation, "", input).ok();
    }

    private String id(String field, String slug) {
        return host.admin()
                .send("query($slug: String!) { it: " + field + "(slug: $slug) { id } }", Map.of("slug", slug))
                .ok()
                .text("/data/it/id");
    }

    @Test
    void a_slash_at_the_end_goes_and_what_follows_it_stays() {
        ArticlesFixture.section(host, "sport", "Sport");
        moved("/section/sport/", "/section/sport");
        moved("/section/sport/?utm_source=fb", "/section/sport?utm_source=fb");
        moved("/search/?q=a%20b&after=x", "/search?q=a%20b&after=x");
    }

    @Test
    void an_address_of_thousands_of_names_is_not_found_like_any_other() {
        for (String list : List.of("tag", "section", "category")) {
            HttpResponse<String> answer = visitor.get("/" + list + "/a".repeat(3_000));
            assertEquals(404, answer.statusCode(), list);
            assertEquals("DENY", Visitor.header(answer, "X-Frame-Options"), list);
        }
    }

    @Test
    void what_only_the_newsroom_is_led_to_is_kept_by_no_cache() {
        String id = ArticlesFixture.draft(host, "Secret plan");
        String at = host.clock().instant().plus(Duration.ofHours(1)).toString();
        change("publishArticle", Map.of("id", id, "at", at));
        assertEquals(404, visitor.get("/drafts/" + id).statusCode());
        HttpResponse<String> led = host.as("EDITOR").get("/drafts/" + id);
        assertEquals(301, led.statusCode());
        assertEquals(visitor.path(id), Visitor.header(led, "Location"));
        assertEquals("private, no-store", Visitor.header(led, "Cache-Control"));
        assertEquals("", Visitor.header(led, "Surrogate-Key"));
    }

    @Test
    void what_leads_to_something_is_dropped_from_a_cache_together_with_it() {
        String id = ArticlesFixture.publish(host, "Old name", Map.of("slug", "old-name"));
        HttpResponse<String> published = moved("/drafts/" + id, visitor.path(id));
        assertEquals("private, no-store", Visitor.header(published, "Cache-Control"));
        String old = visitor.path(id);
        change("updateArticle", Map.of("id", id, "slug", "new-name", "approve", true));
        HttpResponse<String> led = moved(old, visitor.path(id));
        assertTrue(Visitor.header(led, "Cache-Control").startsWith("public, max-age=0, s-maxage="));
        assertEquals("article-" + id, Visitor.header(led, "Surrogate-Key"));
        ArticlesFixture.section(host, "sport", "Sport");
        change("updateSection", Map.of("id", id("section", "sport"), "slug", "games"));
        assertEquals("section-games", Visitor.header(moved("/section/sport", "/section/games"), "Surrogate-Key"));
    }

    @Test
    void a_feed_follows_its_section_tag_or_author_to_a_new_name() {
        change("createAuthor", Map.of("name", "Ione Charlery"));
        ArticlesFixture.section(host, "sport", "Sport");
        Map<String, Object> more = Map.of(
                "section", "sport", "tags", List.of("Sea", "Regatta", "Boats"), "authors", List.of("Ione Charlery"));
        ArticlesFixture.publish(host, "Regatta ends", more);
        change("updateSection", Map.of("id", id("section", "sport"), "slug", "games"));
        change("updateTag", Map.of("id", id("tag", "sea"), "name", "Ocean"));
        change("mergeTags", Map.of("from", id("tag", "boats"), "into", id("tag", "regatta")));
        change("updateAuthor", Map.of("id", id("author", "ione-charlery"), "slug", "ione-henry"));
        for (String format : List.of("", "/atom", "/json")) {
            moved("/section/sport/feed" + format, "/section/games/feed" + format);
            moved("/tag/sea/feed" + format, "/tag/ocean/feed" + format);
            moved("/tag/boats/feed" + format, "/tag/regatta/feed" + format);
            moved("/author/ione-charlery/feed" + format, "/author/ione-henry/feed" + format);
            assertEquals(200, visitor.get("/section/games/feed" + format).statusCode());
        }
    }

    @Test
    void lists_of_old_lead_to_the_first_page_of_what_is_nearest() {
        ArticlesFixture.publish(host, "Regatta ends", Map.of("tags", List.of("Sea")));
        moved("/page/2/", "/");
        moved("/page/2/?utm_source=x", "/");
        moved("/tag/sea/page/2/", "/tag/sea");
        moved("/author/ione-charlery/page/3", "/author/ione-charlery");
        for (String archive : List.of("/2026/", "/2026/11", "/2026/11/24/", "/2026/11/page/2/")) {
            moved(archive, "/");
        }
        for (String archive : List.of("/?cat=5", "/?m=202611", "/?author=1", "/?paged=2")) {
            moved(archive, "/");
        }
        moved("/?tag=sea", "/tag/sea");
        moved("/?category_name=news/sea", "/category/sea");
        moved("/?tag=%2F%2Felsewhere.example%0d%0aX:%20y", "/tag/elsewhere.example%0D%0AX%3A+y");
        assertEquals(200, visitor.get("/?utm_source=x").statusCode());
    }

    @Test
    void a_category_of_old_leads_to_the_section_or_the_tag_that_it_has_become() {
        ArticlesFixture.section(host, "sport", "Sport");
        ArticlesFixture.publish(host, "Regatta ends", Map.of("section", "sport", "tags", List.of("Sea", "Sport")));
        moved("/category/sport", "/section/sport");
        moved("/category/news/sport/feed/", "/section/sport/feed");
        moved("/category/sea/", "/tag/sea");
        moved("/category/news/sea/feed/atom/", "/tag/sea/feed/atom");
        change("updateTag", Map.of("id", id("tag", "sea"), "name", "Ocean"));
        assertEquals("tag-ocean", Visitor.header(moved("/category/sea/feed", "/tag/ocean/feed"), "Surrogate-Key"));
        moved("/category/news/sport/page/2/", "/section/sport");
        assertEquals(404, visitor.get("/category/nothing").statusCode());
        assertEquals(404, visitor.get("/category/nothing/feed").statusCode());
    }
}
