package news.piton.articles.internal.wordpress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.articles.OldHerald;
import news.piton.articles.wxr.WordPressArchive;
import news.piton.core.host.importing.ImportReport;
import news.piton.core.plugin.Importer;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole export of a paper that does not exist, imported twice, as readers and staff see the result. */
class ImportWordPressModuleTest {
    private static TestHost host;
    private static ImportReport first;
    private static ImportReport second;

    @BeforeAll
    static void importTwice() {
        host = TestHost.boot(new ArticlesPlugin());
        first = OldHerald.importInto(host);
        second = OldHerald.importInto(host);
        host.deliverEvents();
    }

    @AfterAll
    static void close() {
        host.close();
    }

    /** MariaDB plans by it: a table that it takes for empty is read whole. */
    @Test
    void tells_the_database_how_much_came_in() {
        long articles = host.database()
                .open()
                .sql()
                .fetchSingle("SELECT n_rows FROM mysql.innodb_table_stats WHERE database_name = DATABASE() AND"
                        + " table_name = 'articles_article'")
                .get(0, Long.class);
        assertTrue(articles >= 27 + 2, articles + " articles");
    }

    @Test
    void reports_what_came_in_and_what_did_not() {
        assertEquals("attachments 5, posts 27, sticky posts 1, pages 2", OldHerald.imported(first));
        assertEquals("""
            main pictures: the export does not hold the file (1)
            menu items: no content (1)
            other items: of the type "custom_css" (1)
            other items: of the type "tide_table" (1)
            parts of texts: the block "latest-posts", which WordPress fills when it shows the page (1)
            parts of texts: the block "post-title", which WordPress fills when it shows the page (1)
            parts of texts: the block "search", which WordPress fills when it shows the page (1)
            parts of texts: the block "social-link", which WordPress fills when it shows the page (1)
            parts of texts: the shortcode [contact-form] of a plugin (1)
            posts: in the trash (1)
            posts: never saved by its author (1)
            private posts: behind a password: a draft here (1)
            private posts: for signed-in readers only: a draft here (1)\
            """, OldHerald.skipped(first));
        assertTrue(first.complete());
    }

    @Test
    void brings_nothing_twice() {
        assertEquals("", OldHerald.imported(second));
        assertEquals("attachments 5, posts 27, sticky posts 1, pages 2", OldHerald.known(second));
    }

    @Test
    void says_in_a_dry_run_what_would_happen_and_does_nothing() {
        try (TestHost fresh = TestHost.boot(new ArticlesPlugin())) {
            ImportReport dry = OldHerald.importInto(fresh, OldHerald.text(), new Importer.Options(true, false));
            assertTrue(dry.dryRun());
            assertEquals(first.lines(), dry.lines());
            Reply none =
                    fresh.as("EDITOR").send("{ articles(first: 1) { totalCount } sections { slug } authors { slug } }");
            assertEquals("0", none.text("/data/articles/totalCount"));
            assertEquals(0, none.at("/data/sections").size());
            assertEquals(0, none.at("/data/authors").size());
            assertEquals(first.lines(), OldHerald.importInto(fresh).lines());
        }
    }

    /** WordPress asks for it like for any other. */
    @Test
    void keeps_from_readers_what_was_behind_a_password_of_one_space() {
        String text = OldHerald.text();
        int post = text.indexOf("<wp:post_password></wp:post_password>", text.indexOf("<wp:post_name>new-calypso</"));
        String spaced = text.substring(0, post) + "<wp:post_password><![CDATA[ ]]>"
                + text.substring(post + "<wp:post_password>".length());
        try (TestHost fresh = TestHost.boot(new ArticlesPlugin())) {
            ImportReport report = OldHerald.importInto(fresh, spaced, Integer.MAX_VALUE);
            assertTrue(
                    OldHerald.skipped(report).contains("private posts: behind a password: a draft here (2)"),
                    report.text());
            Reply found = fresh.guest().send("{ article(slug: \"new-calypso\") { slug } }");
            assertTrue(found.at("/data/article").isNull(), found.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.old-herald.example/2012/03/15/about/, about",
        "/?p=301, about",
        "/?page_id=301, about",
        "/about/%ce%b5%cf%80%ce%af%cf%80%ce%b5%ce%b4%ce%bf-2/, ",
        "/2012/03/15/jetty-at-dawn/, harbour-morning",
        "/?attachment_id=201, harbour-morning",
        "/?p=127, budget-blocks",
    })
    void leads_from_every_old_address_to_where_it_lies_now(String address, String slug) {
        Reply found = host.guest().send("query($p: String!) { article(path: $p) { slug } }", Map.of("p", address));
        assertFalse(found.at("/data/article").isNull(), address);
        if (slug != null) {
            assertEquals(slug, found.text("/data/article/slug"));
        }
    }

    @Test
    void features_what_was_sticky() {
        assertEquals(
                "[{\"slug\":\"read-this-first\"}]",
                host.guest()
                        .send("{ articles(filter: {featured: true}) { nodes { slug } } }")
                        .ok()
                        .at("/data/articles/nodes")
                        .toString());
    }

    @Test
    void keeps_pages_apart_from_the_news() {
        assertEquals("pages", article("about").text("/data/article/section/slug"));
    }

    @Test
    void leads_from_an_author_s_login_to_the_author() {
        Reply author = host.guest().send("{ author(slug: \"odette\") { slug name } }");
        assertEquals("Odette Fontenelle", author.text("/data/author/name"));
        assertEquals("odette-fontenelle", author.text("/data/author/slug"));
    }

    @Test
    void tells_nobody_that_old_posts_have_been_published() {
        assertEquals(0, ArticlesFixture.announcements(host));
    }

    @ParameterizedTest
    @CsvSource({
        "for-subscribers, DRAFT",
        "payroll, DRAFT",
        "half-written, DRAFT",
        "waiting-for-the-editor, IN_REVIEW",
        "tomorrows-paper, SCHEDULED",
    })
    void shows_readers_nothing_that_was_not_public(String slug, String status) {
        Reply guest = host.guest().send("query($s: String!) { article(slug: $s) { headline } }", Map.of("s", slug));
        assertTrue(guest.at("/data/article").isNull(), guest.json().toString());
        Reply editor = host.as("EDITOR").send("query($s: String!) { article(slug: $s) { status } }", Map.of("s", slug));
        assertEquals(status, editor.text("/data/article/status"));
    }

    @Test
    void leaves_the_trash_where_it_is() {
        Reply editor = host.as("EDITOR").send("{ article(slug: \"thrown-out-trashed\") { headline } }");
        assertTrue(editor.at("/data/article").isNull());
    }

    @Test
    void keeps_dates_section_tags_author_and_picture() {
        Reply article = article("budget-blocks");
        assertEquals("The budget in blocks", article.text("/data/article/headline"));
        assertEquals("2018-11-01T07:10:43Z", article.text("/data/article/publishedAt"));
        assertEquals("Local News", article.text("/data/article/section/name"));
        assertEquals("[Budget, Business & Trade]", names(article, "tags"));
        assertEquals("[Herald & Sons Newsdesk]", names(article, "authors"));
        assertEquals(
                "https://www.old-herald.example/wp-content/uploads/2018/11/speech.jpg",
                article.text("/data/article/image/url"));
        assertEquals("The treasurer at the lectern", article.text("/data/article/image/alt"));
    }

    @Test
    void shows_blocks_as_articles_have_them() {
        String html = article("budget-blocks").text("/data/article/body/html");
        assertTrue(
                html.contains("<aside class=\"pullquote\"><p>Not one dollar for the bridge.</p>"
                        + "<cite>A member of the council</cite></aside>"),
                html);
        assertTrue(html.contains("<a href=\"https://video.example/watch?v=budget&amp;t=1\""), html);
        assertTrue(html.contains("<p>Words over a picture</p>"), html);
        assertTrue(html.contains("salt-pond.jpg"), html);
        assertTrue(html.contains("<code>&lt;!-- wp:code --&gt;"), html);
        assertFalse(html.contains("<!--"), html);
        assertFalse(html.contains("alert("), html);
        assertFalse(html.contains("contact-form"), html);
    }

    @Test
    void shows_classic_posts_with_their_paragraphs() {
        assertEquals(
                "<p>This comes before the <a href=\"https://www.old-herald.example/help/\""
                        + " rel=\"noopener\">fold</a>.</p>\n"
                        + "<p>A second line of it<br>with a line break.</p>\n"
                        + "<p>And this comes after it.</p>\n"
                        + "<p>Second page of the story.</p>",
                article("ferry-late").text("/data/article/body/html"));
    }

    @Test
    void fills_galleries_with_the_pictures_that_they_number() {
        String html = article("harbour-morning").text("/data/article/body/html");
        assertTrue(
                html.contains("alt=\"The jetty in the first light\"><figcaption>Fishermen wait for the ice"
                        + " truck.</figcaption>"),
                html);
        assertTrue(html.indexOf("lighthouse.jpg") < html.lastIndexOf("jetty.jpg"), html);
        assertFalse(html.contains("[gallery"), html);
    }

    @Test
    void reads_titles_without_markup_and_makes_one_where_there_is_none() {
        assertEquals("Council votes on H2O – again", article("marked-up-title").text("/data/article/headline"));
        assertEquals(
                "This post has no title, but it has words, and they should be found.",
                article("storm-without-a-name").text("/data/article/headline"));
        assertEquals("Nothing more to say", article("nothing-to-say").text("/data/article/headline"));
    }

    @Test
    void takes_an_excerpt_as_standfirst() {
        assertEquals(
                "What the editor wrote for the front page, with a link & all.",
                article("excerpt-by-hand").text("/data/article/standfirst"));
    }

    @Test
    void files_posts_without_a_category_under_news_and_other_categories_as_tags() {
        assertEquals("News", article("no-category").text("/data/article/section/name"));
        assertEquals("News", article("pings").text("/data/article/section/name"));
        assertEquals("[Ferry, Budget, Local News, Mail Boat]", names(article("ferry-late"), "tags"));
        assertEquals("Harbour", article("ferry-late").text("/data/article/section/name"));
        assertEquals("harbour-sport", article("ferry-late-2").text("/data/article/section/slug"));
    }

    @Test
    void knows_authors_again_in_spite_of_stray_signs() {
        assertEquals("[Herald & Sons Newsdesk]", names(article("read-this-first"), "authors"));
    }

    @Test
    void knows_which_post_became_which_article() {
        WordPressArchive archive = host.api(WordPressArchive.class);
        assertTrue(archive.articleFor("old-herald.example", 127).isPresent());
        assertTrue(archive.articleFor("old-herald.example", 116).isEmpty());
        assertTrue(archive.articleFor("elsewhere.example", 127).isEmpty());
    }

    private static Reply article(String slug) {
        Reply reply = host.guest().send("""
            query($s: String!) { article(slug: $s) {
              headline standfirst publishedAt section { name slug } tags { name } authors { name }
              image { url alt } body { html } } }
            """, Map.of("s", slug)).ok();
        assertFalse(reply.at("/data/article").isNull(), "no article " + slug);
        return reply;
    }

    private static String names(Reply article, String list) {
        Stream<String> names = StreamSupport.stream(
                        article.at("/data/article/" + list).spliterator(), false)
                .map(one -> one.get("name").asText());
        return names.toList().toString();
    }
}
