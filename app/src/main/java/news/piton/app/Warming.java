package news.piton.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import news.piton.core.host.Host;

/** Visits a server that has just started, so that what the first readers need gets into the JVM's AOT cache. */
final class Warming {
    private static final String QUERY =
            "{\"query\":\"{ __schema { queryType { fields { name } } } viewer { name } modules { name version status }"
                    + " }\"}";

    private Warming() {}

    static void visit(Host host) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(host.url() + "/graphql"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(QUERY))
                    .build();
            for (int visit = 0; visit < 50; visit++) {
                client.send(request, BodyHandlers.discarding());
            }
        } catch (IOException unlucky) {
            throw new java.io.UncheckedIOException(unlucky);
        }
    }
}
