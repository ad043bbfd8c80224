package news.piton.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.io.WireFeedInput;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.testing.TestHost;

/** A site that has feeds, and a program that reads them with real parsers. */
final class FeedReader implements AutoCloseable {
    private final TestHost host;
    private final Visitor visitor;

    /** The site names a hub and a logo, and has the author Ione Charlery; nothing is published. */
    FeedReader() {
        host = TestHost.with(new ArticlesPlugin())
                .setting("site.hubs", "https://hub.example/")
                .setting("site.logo", "https://cdn.example/logo.png")
                .pages(Visitor.site())
                .boot();
        visitor = Visitor.of(host);
        host.as("EDITOR")
                .send("mutation { createAuthor(input: {name: \"Ione Charlery\"}) { userErrors { code } } }")
                .ok();
    }

    TestHost host() {
        return host;
    }

    Visitor visitor() {
        return visitor;
    }

    /** An article that has all that an article can have; its id. */
    String rich(String headline) {
        return ArticlesFixture.publish(
                host,
                headline,
                Map.of(
                        "standfirst", "Said & done.",
                        "tags", List.of("Regatta", "Sea & sand"),
                        "authors", List.of("Ione Charlery"),
                        "image",
                                Map.of(
                                        "url", "https://cdn.example/boat.jpg?a=1&b=2",
                                        "width", 1200,
                                        "height", 800,
                                        "alt", "A boat",
                                        "credit", "K. Joseph"),
                        "body",
                                Map.of(
                                        "format",
                                        "MARKDOWN",
                                        "text",
                                        "See [the table](/2026/01/01/table) ]]> and `a < b`.")));
    }

    /** What is at a path; it must be there and of that type, in UTF-8. */
    HttpResponse<String> got(String path, String type) {
        HttpResponse<String> response = visitor.get(path);
        assertEquals(200, response.statusCode(), path);
        assertEquals(
                type + "; charset=utf-8",
                response.headers().firstValue("Content-Type").orElse(""));
        return response;
    }

    Channel rss(String path) throws Exception {
        return (Channel) new WireFeedInput()
                .build(new StringReader(got(path, "application/rss+xml").body()));
    }

    Feed atom(String path) throws Exception {
        return (Feed) new WireFeedInput()
                .build(new StringReader(got(path, "application/atom+xml").body()));
    }

    @Override
    public void close() {
        visitor.close();
        host.close();
    }
}
