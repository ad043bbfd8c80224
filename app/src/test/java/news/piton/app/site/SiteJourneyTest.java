package news.piton.app.site;

import static java.util.Collections.disjoint;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.comments.CommentsFixture;
import news.piton.core.testing.TestHost;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The reader site on the sample newspaper, as a browser gets it. */
class SiteJourneyTest {
    @AutoClose
    private static final TestHost host = Visitor.samplePaper();

    @AutoClose
    private static final Visitor visitor = Visitor.of(host);

    @Test
    void the_front_page_shows_the_newest_first_and_every_section_s_news_below() {
        host.clock().tick(Duration.ofMinutes(1));
        ArticlesFixture.publish(host, "Newest of all");
        Document front = visitor.page("/");
        assertEquals("Newest of all", front.select(".lead h2").text());
        assertEquals("The Saint Brendan Herald", front.select("h1").text());
        assertEquals(1, front.select(".lead h2 a").size());
        assertTrue(front.select(".seconds .teaser").size() >= 4);
        assertTrue(front.select(".river").size() >= 3, front.select(".river h2").eachText()::toString);
        assertEquals(
                List.of("News", "Politics", "Business", "Sport", "Culture", "Opinion"),
                front.select("nav[aria-label=Sections] a").eachText());
        List<String> links = front.select(".top > .lead h2 a, .seconds h2 a, .latest h3 a, .river h3 a")
                .eachAttr("href");
        assertEquals(links.size(), links.stream().distinct().count(), "an article twice");
        String lead = front.select(".lead h2 a").attr("href");
        assertEquals(
                front.select(".lead h2").text(), visitor.page(lead).select("h1").text());
    }

    @Test
    void a_page_that_is_no_news_has_no_comments_and_is_not_shared() {
        ArticlesFixture.section(host, "pages", "Pages");
        Document page =
                visitor.page(visitor.path(ArticlesFixture.publish(host, "Contact", Map.of("section", "pages"))));
        assertEquals("Contact", page.select("h1").text());
        assertEquals(
                0,
                page.select(".kicker, .share, .discussion, a[href=#comments]").size());
    }

    @Test
    void an_article_has_all_that_its_readers_need() {
        ArticlesFixture.section(host, "sport", "Sport");
        host.as("EDITOR")
                .send("mutation { createSource(input: {name: \"Isle Press\", kind: AGENCY, url:"
                        + " \"https://isle.example/\"}) { userErrors { code } } }")
                .ok();
        String near = ArticlesFixture.publish(host, "Regatta starts at noon", Map.of("tags", List.of("Regatta")));
        String id = ArticlesFixture.publish(
                host,
                "Regatta ends in a calm",
                Map.of(
                        "standfirst", "Nobody won.",
                        "tags", List.of("Regatta"),
                        "authors", List.of("Ione Charlery", "Peter-Paul Henry"),
                        "source", "Isle Press",
                        "body",
                                Map.of(
                                        "format",
                                        "MARKDOWN",
                                        "text",
                                        "Start.\n\n## The wind\n\nGone.\n\n> [!PULLQUOTE]\n> Not a breath.\n\nEnd.")));
        String comment = CommentsFixture.approved(host, id, "What a day!");
        CommentsFixture.approvedAnswer(host, id, comment, "Indeed.");
        Document page = visitor.page(visitor.path(id));
        Element story = page.selectFirst("article.story");
        assertEquals("Regatta ends in a calm", story.select("h1").text());
        assertEquals("Nobody won.", story.select(".standfirst").text());
        assertEquals(
                "By Ione Charlery and Peter-Paul Henry", story.select(".byline").text());
        assertEquals("The wind", story.select(".body h2").text());
        assertTrue(story.select(".body .pullquote, .body aside").text().contains("Not a breath."), story::html);
        assertEquals("SOURCE: Isle Press", story.select(".source").text());
        assertEquals("https://isle.example/", story.select(".source a").attr("href"));
        assertEquals(List.of("Regatta"), story.select(".tags a").eachText());
        assertEquals("/tag/regatta", story.select(".tags a").attr("href"));
        assertTrue(page.select(".related h3 a").eachAttr("href").contains(visitor.path(near)));
        assertFalse(page.select(".share li a").isEmpty());
        assertEquals(List.of("Indeed."), page.select(".thread .thread .said").eachText());
        assertEquals("2 comments", page.select("#comments > h2").text());
        assertEquals(6, page.select(".rules dt").size());
        assertEquals(
                1, page.select("form[action=/newsletter] input[name=email]").size());
        assertEquals(
                "http://127.0.0.1:8080" + visitor.path(id),
                page.select("link[rel=canonical]").attr("href"));
        assertTrue(story.select(".dateline time")
                .text()
                .matches("[A-Z][a-z]+day, \\d+ [A-Z][a-z]+ \\d{4}, \\d+:\\d\\d [ap]m"));
    }

    @Test
    void a_byline_reads_as_people_write_it() {
        host.as("EDITOR")
                .send("mutation { createAuthor(input: {name: \"Ana Joseph\"}) { userErrors { code } } }")
                .ok();
        String id = ArticlesFixture.publish(
                host,
                "Three went to sea",
                Map.of("authors", List.of("Ione Charlery", "Peter-Paul Henry", "Ana Joseph")));
        assertEquals(
                "By Ione Charlery, Peter-Paul Henry and Ana Joseph",
                visitor.page(visitor.path(id)).select(".byline").text());
    }

    private static void correct(String id, String kind, String text) {
        ArticlesFixture.edit(host, "EDITOR", "correctArticle", Map.of("id", id, "kind", kind, "text", text))
                .ok();
    }

    @Test
    void corrections_stand_on_the_article_and_on_a_page_of_their_own_a_retraction_on_top() {
        String id = ArticlesFixture.publish(host, "Ferry runs aground");
        String path = visitor.path(id);
        String tag = visitor.get(path).headers().firstValue("ETag").orElseThrow();
        host.clock().tick(Duration.ofSeconds(1));
        correct(id, "CORRECTION", "The ferry <b>did not</b> run aground.");
        assertEquals(200, visitor.get(path, "If-None-Match", tag).statusCode());
        Document page = visitor.page(path);
        assertTrue(page.select("#corrections").text().contains("Correction"), page::html);
        assertTrue(page.select("#corrections").text().contains("The ferry <b>did not</b> run aground."));
        assertTrue(page.select(".head .notice").isEmpty());
        Element first = visitor.page("/corrections").select(".correction").first();
        assertEquals(path + "#corrections", first.select("h2 a").attr("href"));
        assertTrue(first.text().contains("did not"));
        correct(id, "RETRACTION", "There is no ferry.");
        assertTrue(visitor.page(path).select(".head .notice").isEmpty());
        ArticlesFixture.confirmRetraction(host, id);
        Document retracted = visitor.page(path);
        assertTrue(retracted.select(".head .notice").text().contains("There is no ferry."));
        assertTrue(retracted.select(".body").text().contains("Ferry runs aground"));
        assertEquals(2, retracted.select("#corrections p").size());
        assertEquals("Retracted News", retracted.select(".head .kicker").text());
    }

    @Test
    void sections_tags_and_authors_list_what_is_theirs_page_by_page() {
        for (int i = 0; i < 23; i++) {
            ArticlesFixture.publish(host, "Tide table " + i, Map.of("tags", List.of("Tides")));
        }
        Document first = visitor.page("/tag/tides");
        assertEquals("Tides", first.select("h1").text());
        assertEquals(20, first.select(".list .teaser").size());
        assertTrue(first.select("a[rel=prev]").isEmpty());
        Document second = visitor.page(first.select("a[rel=next]").attr("href"));
        assertEquals(3, second.select(".list .teaser").size());
        assertTrue(disjoint(
                first.select(".list h2").eachText(), second.select(".list h2").eachText()));
        Document back = visitor.page(second.select("a[rel=prev]").attr("href"));
        assertEquals(
                first.select(".list h2").eachText(), back.select(".list h2").eachText());
        Document author = visitor.page("/author/ione-charlery");
        assertTrue(author.select(".head").text().contains("Writes about the sea"), author::text);
        Document section = visitor.page("/section/sport");
        assertEquals(
                "true",
                section.select("nav[aria-label=Sections] a[href=/section/sport]")
                        .attr("aria-current"));
        for (String unknown :
                List.of("/tag/nothing", "/section/nothing", "/author/nobody", "/tag/tides?after=nonsense")) {
            assertEquals(404, visitor.get(unknown).statusCode(), unknown);
        }
    }

    @Test
    void a_search_finds_and_marks_and_says_when_there_is_nothing() {
        ArticlesFixture.publish(host, "Manatee seen off the pier");
        Document found = visitor.page("/search?q=manatee");
        assertEquals("1 article for “manatee”", found.select("h2").first().text());
        assertFalse(found.select(".summary mark").isEmpty());
        assertEquals("manatee", found.select("#q").attr("value"));
        Document nothing = visitor.page("/search?q=" + "%3Cscript%3Ealert(1)%3C/script%3Ezyx");
        assertEquals("Nothing found", nothing.select("h2").first().text());
        assertEquals(1, nothing.select("script").size(), "the site's own");
        assertEquals(
                "/search?q=a+b",
                visitor.get("/?s=a%20b").headers().firstValue("Location").orElse(""));
        assertEquals(0, visitor.page("/search").select("h2").size());
        assertEquals(200, visitor.get("/search?q=" + "x".repeat(3_000)).statusCode());
    }
}
