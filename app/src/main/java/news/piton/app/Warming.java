package news.piton.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import news.piton.core.host.Host;

/** Visits a server that has just started, so that what the first readers need gets into the JVM's AOT cache. */
final class Warming {
    /** What readers ask. Where a module is left out, its query is refused, and nothing is lost by that. */
    static final List<String> QUERIES = List.of(
            "{ __schema { queryType { fields { name } } } viewer { name } modules { name version status } }",
            "{ articles(first: 20) { nodes { slug headline standfirst url publishedAt section { name }"
                    + " tags { name slug } } pageInfo { hasNextPage endCursor } } }",
            "query($slug: String) { article(slug: $slug) { headline standfirst publishedAt authors { name }"
                    + " tags { name slug } body { html readingMinutes } } }",
            "{ searchArticles(text: \"roads\", first: 10) { edges { excerpt node { headline url } } } }");

    /** Has a page made and not taken from memory: it is shown so to whoever has just sent a form. */
    private static final String ANEW = "?thanks=";

    private static final String SEARCH = "/search?q=roads";
    private static final int VISITS = 50;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Warming() {}

    static void visit(Host host) throws InterruptedException {
        URI endpoint = URI.create(host.url() + "/graphql");
        try (HttpClient client = HttpClient.newHttpClient()) {
            String slug = "";
            String path = "/";
            for (int visit = 0; visit < VISITS; visit++) {
                for (String query : QUERIES) {
                    JsonNode answer = ask(client, endpoint, Map.of("query", query, "variables", Map.of("slug", slug)));
                    slug = answer.at("/data/articles/nodes/0/slug").asText(slug);
                    String url = answer.at("/data/articles/nodes/0/url").asText("");
                    path = url.isEmpty() ? path : URI.create(url).getRawPath();
                }
                for (String page : List.of("/", path + ANEW, SEARCH)) {
                    read(client, URI.create(host.url() + page));
                }
            }
        } catch (IOException unlucky) {
            throw new UncheckedIOException(unlucky);
        }
    }

    private static void read(HttpClient client, URI page) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(page).header("Accept-Encoding", "gzip").build();
        client.send(request, BodyHandlers.discarding());
    }

    private static JsonNode ask(HttpClient client, URI endpoint, Map<String, ?> operation)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(operation)))
                .build();
        return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
    }
}
