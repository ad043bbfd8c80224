package news.piton.app.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.piton.articles.ArticlesFixture;
import news.piton.articles.ArticlesPlugin;
import news.piton.core.host.discovery.Plugins;
import news.piton.core.plugin.Plugin;
import news.piton.core.testing.TestHost;
import news.piton.core.testing.TestHostBuilder;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads the site as a browser without JavaScript does, except that it follows no redirect by itself. */
record Visitor(TestHost host, HttpClient http) implements AutoCloseable {
    static Visitor of(TestHost host) {
        return new Visitor(host, HttpClient.newHttpClient());
    }

    /** A site that keeps nothing: by its clock an hour passes whenever somebody looks at it. */
    static ReaderSite site() {
        return site(SitemapPages.MOST);
    }

    /** @param inSitemap how many pages one of its sitemaps names */
    static ReaderSite site(int inSitemap) {
        AtomicLong looks = new AtomicLong();
        return new ReaderSite(
                () -> looks.incrementAndGet() * Duration.ofHours(1).toNanos(), inSitemap);
    }

    /** A site of all modules that shows the sample newspaper. */
    static TestHost samplePaper() {
        return allModules().sample().boot();
    }

    /** A site of all modules. */
    static TestHostBuilder allModules() {
        return TestHost.with(Plugins.discover(Path.of("none")).toArray(Plugin[]::new))
                .pages(site());
    }

    /** A site of articles alone, with nothing in it. */
    static TestHost articlesAlone() {
        return TestHost.with(new ArticlesPlugin()).pages(site()).boot();
    }

    /** Where an article's page is, or will be when it is published. */
    String path(String id) {
        return ArticlesFixture.path(host, id);
    }

    /** Empty when the answer has none of that name. */
    static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** @param headers names and values in turn */
    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(host.url(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    Document page(String path) {
        return document(get(path), 200);
    }

    static Document document(HttpResponse<String> response, int status) {
        if (response.statusCode() != status) {
            throw new AssertionError(response.statusCode() + ", not " + status + ": " + response.body());
        }
        return Jsoup.parse(response.body());
    }

    /** Sends a form from a page of the site. */
    HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, fields, "Sec-Fetch-Site", "same-origin");
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String[] all = Stream.concat(Stream.of("Content-Type", "application/x-www-form-urlencoded"), Stream.of(headers))
                .toArray(String[]::new);
        return send("POST", path, body, all);
    }

    /** Leaves, and closes the site. */
    @Override
    public void close() {
        http.close();
        host.close();
    }
}
