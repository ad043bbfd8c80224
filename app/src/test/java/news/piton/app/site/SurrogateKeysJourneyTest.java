package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.piton.articles.ArticlesFixture;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A cache that is told to drop an article drops every page that shows it. */
class SurrogateKeysJourneyTest {
    private final TestHost host = Visitor.allModules().boot();

    @AutoClose
    private final Visitor visitor = Visitor.of(host);

    private Set<String> keys(String path, int status) {
        HttpResponse<String> page = visitor.get(path);
        assertEquals(status, page.statusCode(), path);
        return Set.of(page.headers().firstValue("Surrogate-Key").orElse("").split(" "));
    }

    @Test
    void every_page_names_all_articles_that_it_shows_and_a_section_by_one_name() {
        ArticlesFixture.section(host, "sport", "Sport");
        ArticlesFixture.change(host, "EDITOR", "createAuthor", "", Map.of("name", "Ione Charlery"))
                .ok();
        Map<String, Object> more =
                Map.of("section", "sport", "tags", List.of("Sea"), "authors", List.of("Ione Charlery"));
        String one = "article-" + ArticlesFixture.publish(host, "Manatee seen off the pier", more);
        String id = ArticlesFixture.publish(host, "Manatee seen again", more);
        String other = "article-" + id;
        String path = ArticlesFixture.path(host, id);
        assertEquals(
                Set.of(other, "section-sport", "tag-sea", "author-ione-charlery", one),
                keys(path, 200),
                "with what is related");
        assertEquals(Set.of("author-ione-charlery", one, other), keys("/author/ione-charlery", 200));
        assertEquals(Set.of("search", one, other), keys("/search?q=manatee", 200));
        assertEquals(Set.of("missing", one, other), keys("/nowhere", 404));
        assertEquals(Set.of("front", one, other), keys("/", 200));
        assertEquals(Set.of("section-sport", one, other), keys("/section/sport", 200));
        assertEquals(Set.of("section-sport", one, other), keys("/section/sport/feed", 200));
        assertEquals(Set.of("tag-sea", one, other), keys("/tag/sea", 200));
        assertEquals(Set.of("feed", one, other), keys("/feed", 200));
    }
}
