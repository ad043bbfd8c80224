package news.piton.app;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.piton.core.host.discovery.Plugins.Described;
import news.piton.core.plugin.Contribution.Route;

/**
 * GraphiQL at {@code /graphiql}, out of the jars on the class path: no request leaves the machine. Its tabs are the
 * ready-made operations that the installed modules bring.
 */
final class GraphiQl {
    private static final String GRAPHIQL = "META-INF/resources/_static/graphiql/3.2.0/";
    private static final String WEBJARS = "META-INF/resources/webjars/";
    private static final String JAVASCRIPT = "text/javascript; charset=utf-8";
    private static final String CSS = "text/css; charset=utf-8";
    /** GraphiQL's editor writes style attributes, hence the one exception, and sets its worker up from a blob. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, Asset> ASSETS = Map.of(
            "graphiql.js", new Asset(GRAPHIQL + "graphiql.min.js", JAVASCRIPT),
            "graphiql.css", new Asset(GRAPHIQL + "graphiql.min.css", CSS),
            "react.js", new Asset(WEBJARS + "react/18.3.1/umd/react.production.min.js", JAVASCRIPT),
            "react-dom.js", new Asset(WEBJARS + "react-dom/18.3.1/umd/react-dom.production.min.js", JAVASCRIPT),
            "page.js", new Asset("graphiql/page.js", JAVASCRIPT),
            "page.css", new Asset("graphiql/page.css", CSS));

    private final byte[] page = load("graphiql/page.html");
    private final List<Loaded> assets = ASSETS.entrySet().stream()
            .map(each -> new Loaded(
                    each.getKey(), each.getValue().type(), load(each.getValue().resource())))
            .toList();
    private volatile byte[] tabs = "[]".getBytes(StandardCharsets.UTF_8);

    private record Asset(String resource, String type) {}

    private record Loaded(String name, String type, byte[] content) {}

    /**
     * A ready-made document.
     *
     * @param variables JSON to begin with
     */
    record Tab(String title, String query, String variables) {}

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(new Route(Method.GET, "/graphiql", send("text/html; charset=utf-8", () -> page)));
        routes.add(new Route(Method.GET, "/graphiql/tabs.json", send("application/json", () -> tabs)));
        assets.forEach(asset ->
                routes.add(new Route(Method.GET, "/graphiql/" + asset.name(), send(asset.type(), asset::content))));
        return routes;
    }

    /** Makes tabs of what these modules have ready. */
    void offer(List<Described> plugins) {
        // readers' and editors' tabs before those for administrators, which core brings
        List<Tab> ready = Stream.concat(
                        plugins.stream().skip(1), plugins.stream().limit(1))
                .flatMap(plugin -> plugin.description().operations().stream()
                        .map(resource -> tab(plugin.plugin().getClass().getClassLoader(), resource)))
                .toList();
        try {
            tabs = new ObjectMapper().writeValueAsBytes(ready);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The first line of a document is a comment with the tab's title; the second may hold the variables, as JSON. */
    static Tab tab(ClassLoader loader, String resource) {
        String text = new String(read(loader, resource), StandardCharsets.UTF_8);
        List<String> head = text.lines()
                .limit(2)
                .map(line -> line.replaceFirst("^#\\s*", ""))
                .toList();
        boolean withVariables = head.getLast().startsWith("{");
        String query = text.lines().skip(withVariables ? 2 : 1).collect(joining("\n"));
        return new Tab(head.getFirst(), query, withVariables ? head.getLast() : "{}");
    }

    private static Handler send(String type, java.util.function.Supplier<byte[]> content) {
        return (request, response) -> {
            response.header(HeaderNames.CONTENT_TYPE, type);
            response.header(HeaderNames.CACHE_CONTROL, "no-cache");
            response.header(HeaderNames.create("Content-Security-Policy"), POLICY);
            response.header(HeaderNames.create("X-Content-Type-Options"), "nosniff");
            response.header(HeaderNames.create("Referrer-Policy"), "no-referrer");
            response.status(Status.OK_200).send(content.get());
        };
    }

    private static byte[] load(String resource) {
        return read(GraphiQl.class.getClassLoader(), resource);
    }

    private static byte[] read(ClassLoader loader, String resource) {
        try (InputStream in = loader.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
