package news.piton.app.site;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.comments.CommentsFixture;
import news.piton.core.host.discovery.Plugins;
import news.piton.core.plugin.Plugin;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;

/**
 * The sample newspaper with articles more that have between them everything an article can have, and a page of every kind.
 *
 * @param article the global id of one with discussion, tags, authors and a source
 * @param retracted the global id of one with notices
 * @param live the global id of a live blog
 * @param draft the global id of one that no reader sees
 * @param imprint the global id of one that is no news
 */
record Newsroom(TestHost host, String article, String retracted, String live, String draft, String imprint)
        implements AutoCloseable {

    static Newsroom open() {
        TestHost host = TestHost.with(Plugins.discover(Path.of("none")).toArray(Plugin[]::new))
                .sample()
                .pages(Visitor.site())
                .setting("guard.challenge-difficulty", "50000")
                .boot();
        String water = change(host, "createSection", "section { id }", Map.of("slug", "water", "name", "On the water"))
                .text("/data/createSection/section/id");
        change(host, "createSection", "", Map.of("slug", "sailing", "name", "Sailing", "parent", water));
        change(host, "createSection", "", Map.of("slug", "rowing", "name", "Rowing", "parent", water));
        change(
                host,
                "createSource",
                "",
                Map.of("name", "Isle Press", "kind", "AGENCY", "url", "https://isle.example/"));
        String article = ArticlesFixture.publish(
                host,
                "Regatta ends in a calm",
                Map.of(
                        "standfirst",
                        "Nobody won, and nobody minded.",
                        "section",
                        "sailing",
                        "tags",
                        List.of("Regatta", "Harbour"),
                        "authors",
                        List.of("Ione Charlery", "Peter-Paul Henry"),
                        "source",
                        "Isle Press",
                        "body",
                        Map.of("format", "MARKDOWN", "text", TEXT)));
        String first = CommentsFixture.approved(host, article, "Is it safe to swim there?");
        CommentsFixture.approvedAnswer(host, article, first, "It is, before noon.\n\nWe did so all summer.");
        host.clock().tick(Duration.ofMinutes(1));
        ArticlesFixture.publish(
                host, "What May holds", Map.of("body", Map.of("format", "MARKDOWN", "text", "A regatta, and rain.")));
        ArticlesFixture.section(host, "pages", "Pages");
        Newsroom newsroom = new Newsroom(
                host,
                article,
                retracted(host),
                live(host),
                ArticlesFixture.draft(host, "A regatta to come"),
                ArticlesFixture.publish(host, "Imprint", Map.of("section", "pages")));
        read(host, newsroom.live);
        read(host, newsroom.article);
        // counted anew once a minute
        host.clock().tick(Duration.ofSeconds(61));
        return newsroom;
    }

    private static void read(TestHost host, String id) {
        host.guest()
                .send("mutation($id: ID!) { readArticle(input: {id: $id}) { userErrors { code } } }", Map.of("id", id))
                .ok();
    }

    private static String retracted(TestHost host) {
        String id = ArticlesFixture.publish(host, "Ferry runs aground");
        change(host, "correctArticle", "", Map.of("id", id, "kind", "CORRECTION", "text", "It was the early ferry."));
        change(host, "correctArticle", "", Map.of("id", id, "kind", "RETRACTION", "text", "There is no ferry."));
        ArticlesFixture.confirmRetraction(host, id);
        return id;
    }

    private static String live(TestHost host) {
        String id = ArticlesFixture.publish(host, "The storm, hour by hour");
        change(host, "startLiveBlog", "", Map.of("id", id));
        Map<String, Object> body =
                Map.of("format", "MARKDOWN", "text", "The *harbour* is closed.\n\n## What to do\n\n- Stay at home");
        String entry = change(host, "postLiveEntry", "entry { id }", Map.of("articleId", id, "body", body))
                .text("/data/postLiveEntry/entry/id");
        host.clock().tick(Duration.ofMinutes(7));
        change(host, "editLiveEntry", "", Map.of("id", entry, "headline", "No boat leaves"));
        change(host, "postLiveEntry", "", Map.of("articleId", id, "body", body));
        return id;
    }

    private static Reply change(TestHost host, String mutation, String shown, Map<String, Object> input) {
        return ArticlesFixture.change(host, "EDITOR", mutation, shown, input).ok();
    }

    private static final String TEXT = """
        They started at noon. By one the sails hung still, and [the harbour](https://harbour.example/a-rather-long-address/without/any/space/in/it) lay like glass.

        ## The wind

        Gone, said the skipper of the *Brisa*, and **for the day**.

        > [!PULLQUOTE]
        > Not a breath from noon to nightfall.
        > — Josiah Prosper, harbour master

        ### The table

        | Boat | Miles | Crew |
        |:-----|------:|:----:|
        | Brisa | 3 | 4 |
        | Calypso-of-the-Northern-Passage | 2.5 | 5 |

        > We shall row, then.

        1. Oars
        2. Patience

        - Water
        - Bread

        ---

        https://www.youtube.com/watch?v=abcdefghijk

        ```
        wind = 0
        ```

        The next one is in May.
        """;

    /** One address of every kind of page, by what it is. */
    Map<String, String> pages() {
        String path = path(article);
        String comment = host.guest()
                .send(
                        "query($id: ID!) { article(id: $id) { comments(first: 1) { nodes { id } } } }",
                        Map.of("id", article))
                .text("/data/article/comments/nodes/0/id");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("front", "/");
        pages.put("article", path);
        pages.put("article-retracted", path(retracted));
        pages.put("article-live", path(live));
        pages.put("imprint", path(imprint));
        pages.put("corrections", "/corrections");
        pages.put("sections", "/sections");
        pages.put("section", "/section/news");
        pages.put("section-above", "/section/water");
        pages.put("section-below", "/section/sailing");
        pages.put("tag", "/tag/regatta");
        pages.put("author", "/author/ione-charlery");
        pages.put("search", "/search?q=regatta&order=newest");
        pages.put("search-nothing", "/search?q=xyzzy");
        pages.put("search-empty", "/search");
        pages.put("newsletter", "/newsletter");
        pages.put("newsletter-thanks", "/newsletter?thanks=newsletter");
        pages.put("comment", "/comments/" + comment);
        pages.put("comments", "/comments?article=" + article);
        pages.put("missing", "/nowhere");
        return pages;
    }

    String path(String id) {
        return ArticlesFixture.path(host, id);
    }

    /** Lets the limits forget what was sent before. */
    void later() {
        host.clock().tick(Duration.ofHours(2));
    }

    @Override
    public void close() {
        host.close();
    }
}
