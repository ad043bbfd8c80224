package news.piton.app.site.syndication;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells WebSub hubs that feeds have changed, in the form that hubs take ({@code hub.mode=publish}, from PubSubHubbub 0.4, since
 * WebSub leaves this to hub and publisher). Nobody waits for a hub: what comes in while one is told is told together
 * afterwards. A hub that does not answer in time misses it, and its subscribers get it with the next word or by asking.
 */
public final class Hubs {
    private static final Logger LOG = LoggerFactory.getLogger(Hubs.class);
    private static final Duration TIME = Duration.ofSeconds(10);
    /** Keeps a request small; an article is in some dozen feeds. */
    private static final int AT_ONCE = 100;

    private final List<URI> hubs;
    private final Set<String> waiting = new LinkedHashSet<>();
    private boolean telling;

    public Hubs(List<URI> hubs) {
        this.hubs = hubs;
    }

    /** Notes what to tell and returns. @param feeds their addresses */
    public void tell(Collection<String> feeds) {
        synchronized (waiting) {
            waiting.addAll(feeds);
            if (telling || waiting.isEmpty()) {
                return;
            }
            telling = true;
        }
        Thread.ofVirtual().name("hubs").start(this::tellAll);
    }

    private void tellAll() {
        boolean done = false;
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(TIME).build()) {
            for (List<String> feeds = next(); !feeds.isEmpty(); feeds = next()) {
                for (URI hub : hubs) {
                    tell(http, hub, feeds);
                }
            }
            done = true;
        } finally {
            if (!done) {
                stopped();
            }
        }
    }

    /** Lets the next word begin anew after something went wrong that nobody foresaw. */
    private void stopped() {
        synchronized (waiting) {
            telling = false;
        }
    }

    /** What to tell now; nothing when this thread's work is done. */
    private List<String> next() {
        synchronized (waiting) {
            List<String> feeds = waiting.stream().limit(AT_ONCE).toList();
            feeds.forEach(waiting::remove);
            telling = !feeds.isEmpty();
            return feeds;
        }
    }

    private static void tell(HttpClient http, URI hub, List<String> feeds) {
        String form = feeds.stream()
                .map(feed -> "&hub.url=" + URLEncoder.encode(feed, StandardCharsets.UTF_8))
                .collect(Collectors.joining("", "hub.mode=publish", ""));
        try {
            HttpRequest request = HttpRequest.newBuilder(hub)
                    .timeout(TIME)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build();
            HttpResponse<Void> response = http.send(request, BodyHandlers.discarding());
            if (response.statusCode() / 100 != 2) {
                LOG.warn("The hub {} answered {} to news of {} feeds.", hub, response.statusCode(), feeds.size());
            }
        } catch (IOException | IllegalArgumentException unreachable) {
            LOG.warn("The hub {} could not be told of {} feeds: {}", hub, feeds.size(), unreachable.toString());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
