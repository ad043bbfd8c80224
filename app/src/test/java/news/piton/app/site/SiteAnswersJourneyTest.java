package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.comments.CommentsFixture;
import news.piton.core.testing.TestHost;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How the reader site answers: to old and missing addresses, to caches, to those who mean harm, and at what cost. */
class SiteAnswersJourneyTest {
    private static final String HOSTILE = "<script>alert(1)</script> \"quoted\" & 'so'";

    @AutoClose
    private static final TestHost host = Visitor.samplePaper();

    @AutoClose
    private static final Visitor visitor = Visitor.of(host);

    @Test
    void hostile_text_stays_text() {
        String id = ArticlesFixture.publish(
                host, HOSTILE, Map.of("standfirst", HOSTILE, "tags", List.of("<img src=x onerror=y>")));
        Map<String, Object> comment =
                new HashMap<>(CommentsFixture.input(host, id, "<b onclick=x>Mallory</b>", HOSTILE));
        CommentsFixture.approve(
                host, CommentsFixture.send(host.guest(), comment).ok().text("/data/postComment/comment/id"));
        for (String path : List.of(visitor.path(id), "/", "/section/news", "/search?q=quoted")) {
            Document page = visitor.page(path);
            assertTrue(page.text().contains(HOSTILE), path);
            assertEquals(
                    1, page.select("script:not([type=application/ld+json])").size(), path);
            assertTrue(page.select("[onclick], [onerror], [style]").isEmpty(), path);
        }
        assertTrue(visitor.page(visitor.path(id)).select(".who").text().contains("<b onclick=x>Mallory</b>"));
    }

    @Test
    void an_old_address_leads_to_the_new_one() {
        String id = ArticlesFixture.publish(host, "Old name of a story", Map.of("slug", "old-name"));
        String old = visitor.path(id);
        host.as("EDITOR")
                .send(
                        "mutation($id: ID!) { updateArticle(input: {id: $id, slug: \"new-name\", approve: true}) {"
                                + " userErrors { code } } }",
                        Map.of("id", id))
                .ok();
        for (String address : List.of(old, old + "/", old + "/?utm_source=x", visitor.path(id) + "/")) {
            HttpResponse<String> moved = visitor.get(address);
            assertEquals(301, moved.statusCode(), address);
            assertEquals(
                    visitor.path(id), moved.headers().firstValue("Location").orElse(""), address);
        }
        assertEquals(200, visitor.get(visitor.path(id) + "?utm_source=x").statusCode());
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
        String draft = visitor.path(ArticlesFixture.draft(host, "Not yet"));
        assertEquals(404, visitor.get(draft).statusCode());
        HttpResponse<String> seen = host.as("EDITOR").get(draft);
        assertEquals("Not yet", Visitor.document(seen, 200).select("h1").text());
        assertTrue(seen.body().contains("Only the newsroom sees this page."));
        assertEquals(
                "private, no-store", seen.headers().firstValue("Cache-Control").orElse(""));
    }

    @Test
    void caches_may_keep_pages_and_ask_again_cheaply() {
        String id = ArticlesFixture.publish(host, "Kept in caches", Map.of("tags", List.of("Kept")));
        String path = visitor.path(id);
        HttpResponse<String> page = visitor.get(path);
        String tag = page.headers().firstValue("ETag").orElseThrow();
        String changed = page.headers().firstValue("Last-Modified").orElseThrow();
        assertEquals("public, max-age=0, s-maxage=60, must-revalidate", Visitor.header(page, "Cache-Control"));
        assertEquals(
                "public, max-age=60, stale-while-revalidate=30, stale-if-error=600",
                Visitor.header(page, "CDN-Cache-Control"));
        String keys = page.headers().firstValue("Surrogate-Key").orElse("");
        assertTrue(keys.startsWith("article-" + id + " section-news tag-kept "), keys);
        int related = Visitor.document(page, 200).select(".related .teaser").size();
        assertEquals(3 + related, keys.split(" ").length, keys);
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
        assertEquals("", Visitor.header(host.admin().get(path), "CDN-Cache-Control"));

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
    void whoever_asks_by_time_alone_learns_of_all_that_has_changed_on_a_page() {
        Map<String, Object> sea = Map.of("tags", List.of("Sargassum"));
        String gone = ArticlesFixture.publish(host, "Sargassum is poison", sea);
        String path = visitor.path(ArticlesFixture.publish(host, "Sargassum lands", sea));
        host.clock().tick(Duration.ofMinutes(5));
        HttpResponse<String> page = visitor.get(path);
        assertTrue(page.body().contains("Sargassum is poison"));
        String since = page.headers().firstValue("Last-Modified").orElseThrow();
        host.clock().tick(Duration.ofMinutes(5));
        assertEquals(304, visitor.get(path, "If-Modified-Since", since).statusCode());
        ArticlesFixture.edit(host, "EDITOR", "unpublishArticle", Map.of("id", gone, "reason", "Wrong"))
                .ok();
        HttpResponse<String> fresh = visitor.get(path, "If-Modified-Since", since);
        assertEquals(200, fresh.statusCode());
        assertFalse(fresh.body().contains("Sargassum is poison"));
        String now = fresh.headers().firstValue("Last-Modified").orElseThrow();
        assertEquals(304, visitor.get(path, "If-Modified-Since", now).statusCode());
    }

    @Test
    void what_is_not_there_is_forgotten_soon_and_of_drafts_caches_keep_not_even_that() {
        for (String path : List.of("/nowhere", "/2026/01/01/nothing", "/tag/nothing")) {
            HttpResponse<String> missing = visitor.get(path);
            assertEquals(404, missing.statusCode(), path);
            assertEquals(
                    "public, max-age=0, s-maxage=5, must-revalidate", Visitor.header(missing, "Cache-Control"), path);
            assertEquals("", Visitor.header(missing, "CDN-Cache-Control"), path);
        }
        String id = ArticlesFixture.draft(host, "Nobody's yet");
        for (String path : List.of("/drafts/" + id, "/drafts/x", "/%64rafts/x", "/drafts/x/y", "/drafts/")) {
            HttpResponse<String> missing = visitor.get(path);
            assertEquals("private, no-store", Visitor.header(missing, "Cache-Control"), path);
            assertEquals("", Visitor.header(missing, "Surrogate-Key"), path);
        }
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
            List<String> assets =
                    document.select("link[rel=stylesheet], link[rel=icon]").eachAttr("href");
            assertTrue(assets.size() >= 2, path);
            for (String asset : assets) {
                assertTrue(asset.startsWith("/assets/"), asset);
                HttpResponse<String> file = visitor.get(asset);
                assertEquals(200, file.statusCode(), asset);
                assertTrue(file.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
            }
            List<String> scripts = document.select("script[src]").eachAttr("src");
            assertFalse(scripts.isEmpty(), path);
            for (String script : scripts) {
                assertTrue(script.startsWith("/assets/"), script);
            }
        }
    }

    @Test
    void a_page_costs_few_statements() {
        String id = ArticlesFixture.publish(
                host, "Counted", Map.of("tags", List.of("Count"), "authors", List.of("Ione Charlery")));
        String path = visitor.path(id);
        visitor.page(path);
        assertTrue(visitor.page(path).select(".comment").isEmpty());
        // what stands around the page, asked anew here: most read, pages such as the imprint, newsletters
        int around = host.statements(() -> visitor.page("/newsletter"));
        assertTrue(around <= 3, "what stands around a page: " + around);
        // the article, its tags, authors, related pieces; the discussion, its first page
        assertTrue(host.statements(() -> visitor.page(path)) <= around + 7, "an article without comments");
        // the newest, and the rivers below them
        assertTrue(host.statements(() -> visitor.page("/")) <= around + 3, "the front page");
        assertTrue(host.statements(() -> visitor.page("/section/news")) <= around + 2, "a section");
        String first = CommentsFixture.approved(host, id, "One.");
        CommentsFixture.approvedAnswer(host, id, first, "Two.");
        // a statement for each level of the thread that there is
        assertTrue(host.statements(() -> visitor.page(path)) <= around + 8, "an article with an answered comment");
    }
}
