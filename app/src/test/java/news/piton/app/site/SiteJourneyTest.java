package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.comments.CommentsFixture;
import news.piton.core.host.discovery.Plugins;
import news.piton.core.plugin.Plugin;
import news.piton.core.testing.TestHost;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The reader site on the sample newspaper, as a browser gets it. */
class SiteJourneyTest {
    private static final String HOSTILE = "<script>alert(1)</script> \"quoted\" & 'so'";

    private static TestHost host;
    private static Visitor visitor;

    @BeforeAll
    static void open() {
        host = TestHost.with(Plugins.discover(Path.of("none")).toArray(Plugin[]::new))
                .sample()
                .pages(new ReaderSite())
                .boot();
        visitor = Visitor.of(host);
    }

    @AfterAll
    static void close() {
        visitor.close();
        host.close();
    }

    private static String path(String id) {
        String url = host.admin()
                .send("query($id: ID!) { article(id: $id) { url } }", Map.of("id", id))
                .ok()
                .text("/data/article/url");
        return url.replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void the_front_page_shows_the_newest_first_and_every_section_s_news_below() {
        Document front = visitor.page("/");
        assertEquals("The Saint Brendan Herald", front.select("h1").text());
        assertEquals(1, front.select(".lead h2 a").size());
        assertTrue(front.select(".seconds .teaser").size() >= 4);
        assertTrue(front.select(".river").size() >= 3, front.select(".river h2").eachText()::toString);
        assertEquals(
                List.of("News", "Politics", "Business", "Sport", "Culture", "Opinion"),
                front.select("nav[aria-label=Sections] a").eachText());
        List<String> links =
                front.select(".top > .lead h2 a, .seconds h2 a, .river h3 a").eachAttr("href");
        assertEquals(links.size(), links.stream().distinct().count(), "an article twice");
        String lead = front.select(".lead h2 a").attr("href");
        assertEquals(
                front.select(".lead h2").text(), visitor.page(lead).select("h1").text());
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
        Document page = visitor.page(path(id));
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
        assertTrue(page.select(".related h3 a").eachAttr("href").contains(path(near)));
        assertFalse(page.select(".share li a").isEmpty());
        assertEquals(List.of("Indeed."), page.select(".thread .thread .said").eachText());
        assertEquals("2 comments", page.select("#comments > h2").text());
        assertEquals(6, page.select(".rules dt").size());
        assertEquals(
                1, page.select("form[action=/newsletter] input[name=email]").size());
        assertEquals(
                "http://127.0.0.1:8080" + path(id),
                page.select("link[rel=canonical]").attr("href"));
        assertTrue(story.select(".dateline time")
                .text()
                .matches("[A-Z][a-z]+day, \\d+ [A-Z][a-z]+ \\d{4}, \\d+:\\d\\d [ap]m"));
    }

    private static void correct(String id, String kind, String text) {
        host.as("EDITOR")
                .send(
                        "mutation($i: CorrectArticleInput!) { correctArticle(input: $i) { userErrors { code message }"
                                + " } }",
                        Map.of("i", Map.of("id", id, "kind", kind, "text", text)))
                .ok();
    }

    @Test
    void corrections_stand_on_the_article_and_on_a_page_of_their_own_a_retraction_on_top() {
        String id = ArticlesFixture.publish(host, "Ferry runs aground");
        String path = path(id);
        String tag = visitor.get(path).headers().firstValue("ETag").orElseThrow();
        host.clock().tick(java.time.Duration.ofSeconds(1));
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
        host.admin()
                .send(
                        "mutation($id: ID!) { confirmRetraction(input: {id: $id}) { userErrors { code } } }",
                        Map.of("id", id))
                .ok();
        Document retracted = visitor.page(path);
        assertTrue(retracted.select(".head .notice").text().contains("There is no ferry."));
        assertTrue(retracted.select(".body").text().contains("Ferry runs aground"));
        assertEquals(2, retracted.select("#corrections p").size());
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

    @Test
    void hostile_text_stays_text() {
        String id = ArticlesFixture.publish(
                host, HOSTILE, Map.of("standfirst", HOSTILE, "tags", List.of("<img src=x onerror=y>")));
        Map<String, Object> comment =
                new HashMap<>(CommentsFixture.input(host, id, "<b onclick=x>Mallory</b>", HOSTILE));
        CommentsFixture.approve(
                host, CommentsFixture.send(host.guest(), comment).ok().text("/data/postComment/comment/id"));
        for (String path : List.of(path(id), "/", "/section/news", "/search?q=quoted")) {
            Document page = visitor.page(path);
            assertTrue(page.text().contains(HOSTILE), path);
            assertEquals(
                    1, page.select("script:not([type=application/ld+json])").size(), path);
            assertTrue(page.select("[onclick], [onerror], [style]").isEmpty(), path);
        }
        assertTrue(visitor.page(path(id)).select(".who").text().contains("<b onclick=x>Mallory</b>"));
    }

    @Test
    void an_old_address_leads_to_the_new_one() {
        String id = ArticlesFixture.publish(host, "Old name of a story", Map.of("slug", "old-name"));
        String old = path(id);
        host.as("EDITOR")
                .send(
                        "mutation($id: ID!) { updateArticle(input: {id: $id, slug: \"new-name\", approve: true}) {"
                                + " userErrors { code } } }",
                        Map.of("id", id))
                .ok();
        for (String address : List.of(old, old + "/", old + "/?utm_source=x", path(id) + "/")) {
            HttpResponse<String> moved = visitor.get(address);
            assertEquals(301, moved.statusCode(), address);
            assertEquals(path(id), moved.headers().firstValue("Location").orElse(""), address);
        }
        assertEquals(200, visitor.get(path(id) + "?utm_source=x").statusCode());
    }

    @Test
    void a_missing_page_helps_and_a_draft_is_for_the_newsroom_only() {
        for (String path :
                List.of("/nowhere", "/2026/01/01/nothing", "/a/b/c/d/e", "/drafts/x", "/?p=99", "/comments/x")) {
            Document missing = Visitor.document(visitor.get(path), 404);
            assertEquals("There is no such page", missing.select("h1").text(), path);
            assertFalse(missing.select("form[action=/search] #q").isEmpty());
            assertTrue(missing.select(".teaser").size() >= 5);
        }
        String draft = path(ArticlesFixture.draft(host, "Not yet"));
        assertEquals(404, visitor.get(draft).statusCode());
        HttpResponse<String> seen = host.as("EDITOR").get(draft);
        assertEquals("Not yet", Visitor.document(seen, 200).select("h1").text());
        assertTrue(seen.body().contains("Only the newsroom sees this page."));
        assertEquals(
                "private, no-store", seen.headers().firstValue("Cache-Control").orElse(""));
    }

    @Test
    void caches_may_keep_pages_and_ask_again_cheaply() {
        String id = ArticlesFixture.publish(host, "Kept in caches");
        String path = path(id);
        HttpResponse<String> page = visitor.get(path);
        String tag = page.headers().firstValue("ETag").orElseThrow();
        String changed = page.headers().firstValue("Last-Modified").orElseThrow();
        assertTrue(page.headers().firstValue("Cache-Control").orElse("").startsWith("public, max-age=0, s-maxage="));
        assertEquals(
                "article-" + id + " in-news",
                page.headers().firstValue("Surrogate-Key").orElse(""));
        assertEquals("Accept-Encoding", page.headers().firstValue("Vary").orElse(""));
        HttpResponse<String> same = visitor.get(path, "If-None-Match", "\"x\", W/" + tag);
        assertEquals(304, same.statusCode());
        assertEquals(tag, same.headers().firstValue("ETag").orElse(""));
        assertEquals("", same.body());
        assertEquals(304, visitor.get(path, "If-Modified-Since", changed).statusCode());
        assertEquals(
                200,
                visitor.get(path, "If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT")
                        .statusCode());
        assertEquals(
                200,
                visitor.get(path, "If-None-Match", "\"x\"", "If-Modified-Since", changed)
                        .statusCode());
        CommentsFixture.approved(host, id, "Something new.");
        assertEquals(200, visitor.get(path, "If-None-Match", tag).statusCode());
        assertEquals(
                "private, no-store",
                host.admin().get(path).headers().firstValue("Cache-Control").orElse(""));

        HttpResponse<String> head = visitor.send("HEAD", path, null);
        HttpResponse<String> got = visitor.get(path);
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        for (String header : List.of("ETag", "Content-Length", "Content-Type", "Cache-Control")) {
            assertEquals(got.headers().firstValue(header), head.headers().firstValue(header), header);
        }
        HttpResponse<String> small = visitor.send("HEAD", path, null, "Accept-Encoding", "br, gzip;q=0.8");
        assertEquals("gzip", small.headers().firstValue("Content-Encoding").orElse(""));
        assertNotEquals(got.headers().firstValue("ETag"), small.headers().firstValue("ETag"));
    }

    @Test
    void every_answer_is_closed_to_other_sites_and_pages_bring_nothing_foreign() {
        for (String path : List.of("/", "/section/news", "/search?q=x", "/newsletter", "/nowhere")) {
            HttpResponse<String> page = visitor.get(path);
            String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
            assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertTrue(policy.contains("frame-ancestors 'none'"), policy);
            assertEquals(
                    "nosniff",
                    page.headers().firstValue("X-Content-Type-Options").orElse(""));
            assertEquals(
                    "same-origin",
                    page.headers().firstValue("Cross-Origin-Opener-Policy").orElse(""));
            assertTrue(
                    page.headers().firstValue("Permissions-Policy").orElse("").contains("camera=()"));
            assertTrue(page.headers().firstValue("Strict-Transport-Security").isEmpty(), "this is not https");
            assertTrue(
                    page.body().length() < 60_000, path + " has " + page.body().length());
            Document document = Visitor.document(page, page.statusCode());
            for (String asset :
                    document.select("link[rel=stylesheet], link[rel=icon]").eachAttr("href")) {
                HttpResponse<String> file = visitor.get(asset);
                assertEquals(200, file.statusCode(), asset);
                assertTrue(file.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
            }
            assertTrue(document.select("script[src]").attr("src").startsWith("/assets/"));
        }
    }

    @Test
    void a_page_costs_few_statements() {
        String id = ArticlesFixture.publish(
                host, "Counted", Map.of("tags", List.of("Count"), "authors", List.of("Ione Charlery")));
        String path = path(id);
        visitor.page(path);
        assertTrue(visitor.page(path).select(".comment").isEmpty());
        // the article, its tags, authors, related pieces, corrections, live blog, the discussion, its first page, the
        // sections,
        // the newsletters
        assertTrue(host.statements(() -> visitor.page(path)) <= 10, "an article without comments");
        assertTrue(host.statements(() -> visitor.page("/")) <= 4, "the front page");
        assertTrue(host.statements(() -> visitor.page("/section/news")) <= 4, "a section");
        String first = CommentsFixture.approved(host, id, "One.");
        CommentsFixture.approvedAnswer(host, id, first, "Two.");
        // a statement for each level of the thread
        assertTrue(host.statements(() -> visitor.page(path)) <= 12, "an article with an answered comment");
    }
}
