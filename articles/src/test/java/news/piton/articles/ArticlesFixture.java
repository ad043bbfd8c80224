package news.piton.articles;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.piton.core.testing.Reply;
import news.piton.core.testing.TestHost;

/** Makes articles as a newsroom does: through the endpoint, as an editor. */
public final class ArticlesFixture {
    /** The slug of the section that {@link #publish} and {@link #draft} use. */
    public static final String SECTION = "news";

    private static final String CREATE =
            "mutation($input: CreateArticleInput!) { createArticle(input: $input) { article { id } userErrors { code"
                    + " message path } } }";

    private ArticlesFixture() {}

    /** A host of articles alone, with the section {@link #SECTION} and nothing in it. */
    public static TestHost boot() {
        TestHost host = TestHost.boot(new ArticlesPlugin());
        section(host, SECTION, "News");
        return host;
    }

    /** A published article of the section `news`; its global id. */
    public static String publish(TestHost host, String headline) {
        return publish(host, headline, Map.of());
    }

    /** @param more fields of CreateArticleInput that differ from the usual */
    public static String publish(TestHost host, String headline, Map<String, Object> more) {
        String id = draft(host, headline, more);
        host.as("EDITOR")
                .send(
                        "mutation($id: ID!) { publishArticle(input: { id: $id }) { userErrors { code message } } }",
                        Map.of("id", id))
                .ok();
        return id;
    }

    /** A draft; its global id. */
    public static String draft(TestHost host, String headline) {
        return draft(host, headline, Map.of());
    }

    public static String draft(TestHost host, String headline, Map<String, Object> more) {
        section(host, SECTION, "News");
        return create(host, input(headline, more)).ok().text("/data/createArticle/article/id");
    }

    /** Makes a section unless it is there. */
    public static void section(TestHost host, String slug, String name) {
        boolean there = !host.guest()
                .send("query($slug: String!) { section(slug: $slug) { id } }", Map.of("slug", slug))
                .at("/data/section/id")
                .isMissingNode();
        if (!there) {
            host.as("EDITOR")
                    .send(
                            "mutation($i: CreateSectionInput!) { createSection(input: $i) { userErrors { code message"
                                    + " } } }",
                            Map.of("i", Map.of("slug", slug, "name", name)))
                    .ok();
        }
    }

    /** Makes a section, below the one with this id or, with null, below none. @return its id */
    static String newSection(TestHost host, String name, String parent) {
        Map<String, Object> input = new HashMap<>(Map.of("name", name));
        if (parent != null) {
            input.put("parent", parent);
        }
        return change(host, "EDITOR", "createSection", "section { id }", input)
                .ok()
                .text("/data/createSection/section/id");
    }

    /** Makes a section below another one, which is named by its slug. */
    public static void sectionBelow(TestHost host, String parent, String slug, String name) {
        String above = host.guest()
                .send("query($slug: String!) { section(slug: $slug) { id } }", Map.of("slug", parent))
                .ok()
                .text("/data/section/id");
        change(host, "EDITOR", "createSection", "", Map.of("slug", slug, "name", name, "parent", above))
                .ok();
    }

    static Map<String, Object> input(String headline, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "headline",
                headline,
                "section",
                SECTION,
                "tags",
                List.of(),
                "body",
                Map.of("format", "MARKDOWN", "text", "This is what the article says: " + headline + ".")));
        input.putAll(more);
        return input;
    }

    static Reply create(TestHost host, Map<String, Object> input) {
        return host.as("EDITOR").send(CREATE, Map.of("input", input));
    }

    /** Sends any mutation. @param shown what the payload is to show beside its user errors */
    public static Reply change(TestHost host, String who, String mutation, String shown, Map<String, ?> input) {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        return host.as(who)
                .send(
                        "mutation($i: " + type + "!) { " + mutation + "(input: $i) { " + shown
                                + " userErrors { code message path } } }",
                        Map.of("i", input));
    }

    /** An editor and an administrator take a published article back in plain sight. */
    public static void retract(TestHost host, String id) {
        Map<String, Object> input = Map.of("id", id, "kind", "RETRACTION", "text", "The witness made it up.");
        edit(host, "EDITOR", "correctArticle", input).ok();
        confirmRetraction(host, id);
    }

    /** An administrator confirms what an editor proposed, and has read it. */
    public static void confirmRetraction(TestHost host, String id) {
        int version = host.as("EDITOR")
                .send("query($id: ID!) { article(id: $id) { version } }", Map.of("id", id))
                .ok()
                .at("/data/article/version")
                .asInt();
        edit(host, "ADMIN", "confirmRetraction", Map.of("id", id, "expectedVersion", version))
                .ok();
    }

    /** Sends a mutation of an article. */
    public static Reply edit(TestHost host, String who, String mutation, Map<String, Object> input) {
        return change(
                host,
                who,
                mutation,
                "article { id slug url status version headline standfirst publishedAt updatedAt tags { name } }",
                input);
    }

    /** What a guest sees of an article. */
    static Reply read(TestHost host, String id) {
        return host.guest().send("query($id: ID!) { article(id: $id) { headline url status } }", Map.of("id", id));
    }

    /** An uploaded image of 640 by 480 pixels; its global id. */
    public static String upload(TestHost host) {
        return upload(host, 640, 480);
    }

    public static String upload(TestHost host, int width, int height) {
        try (MediaClient media = new MediaClient(host)) {
            return media.uploaded(Images.file("jpg", width, height, 1), "?alt=Casks")
                    .path("id")
                    .asText();
        }
    }

    /** The path of its page, whoever may see that. */
    public static String path(TestHost host, String id) {
        String url = host.as("EDITOR")
                .send("query($id: ID!) { article(id: $id) { url } }", Map.of("id", id))
                .ok()
                .text("/data/article/url");
        return URI.create(url).getPath();
    }

    /** How many events have been published so far; of one type, or of all: {@code %}. */
    public static long events(TestHost host, String type) {
        try (Connection connection = host.database().dataSource().getConnection();
                PreparedStatement sql =
                        connection.prepareStatement("SELECT COUNT(*) FROM core_event WHERE type LIKE ?")) {
            sql.setString(1, type);
            try (ResultSet row = sql.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** How often readers were told so far that an article has come out. */
    public static long announcements(TestHost host) {
        return events(host, "articles.article-published.v1");
    }
}
