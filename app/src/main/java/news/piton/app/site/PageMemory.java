package news.piton.app.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finished pages, kept for some seconds for whoever is not signed in, so that a crowd costs what one reader does. A page is what
 * its path says, whatever else stands behind a question mark, unless that is a parameter which the page knows: then it is made
 * anew and not kept, so that nobody can fill the memory with made-up addresses. What does not fit pushes out what is asked for
 * least. Only one request makes a page that many ask for: the others are given the last one, or wait where there is none.
 */
final class PageMemory {
    /** How long a page is shown without a look at what has changed since. */
    static final Duration FRESH = Duration.ofSeconds(3);
    /** How long it may be shown while somebody makes it anew. */
    static final Duration KEPT = Duration.ofSeconds(10);

    /** The writing of all our addresses, T for the hours of sitemaps; another writing of the same address is not worth another copy. */
    private static final Pattern PATH = Pattern.compile("[a-z0-9/_.T-]{1,300}");

    private final Ticker ticker;
    private final @Nullable Cache<String, Kept> pages;
    private final Map<String, CompletableFuture<@Nullable Ready>> making = new ConcurrentHashMap<>();

    /** @param bytes how many all pages may take together; 0 keeps none */
    PageMemory(long bytes, Ticker ticker) {
        this.ticker = ticker;
        this.pages = bytes == 0
                ? null
                : Caffeine.newBuilder()
                        .maximumWeight(bytes)
                        .weigher((String path, Kept kept) -> path.length() + kept.ready.weight())
                        .ticker(ticker)
                        .expireAfterWrite(KEPT)
                        .build();
    }

    private record Kept(Ready ready, long made) {}

    /** A page from memory, or what was found when it was made. */
    sealed interface Shown {
        record Whole(Ready ready) implements Shown {}

        record Anew(Found found) implements Shown {}
    }

    /**
     * @param parameters those in the query that the page knows
     * @param make makes the page for this request
     */
    Shown page(ServerRequest request, Set<String> parameters, Supplier<Found> make) {
        String path = request.path().rawPath();
        if (pages == null
                || !PATH.matcher(path).matches()
                || parameters.stream().anyMatch(request.query()::contains)
                || Sending.signedIn(request)) {
            return new Shown.Anew(make.get());
        }
        Kept kept = pages.getIfPresent(path);
        if (kept != null && ticker.read() - kept.made < FRESH.toNanos()) {
            return new Shown.Whole(kept.ready);
        }
        CompletableFuture<@Nullable Ready> mine = new CompletableFuture<>();
        CompletableFuture<@Nullable Ready> theirs = making.putIfAbsent(path, mine);
        if (theirs == null) {
            return make(pages, path, mine, make);
        }
        Ready made = kept != null ? kept.ready : theirs.join();
        return made == null ? new Shown.Anew(make.get()) : new Shown.Whole(made);
    }

    private Shown make(
            Cache<String, Kept> pages, String path, CompletableFuture<@Nullable Ready> promise, Supplier<Found> make) {
        Ready ready = null;
        try {
            long now = ticker.read(); // before it is made: what changes meanwhile is not in it
            Found found = make.get();
            if (!(found instanceof Found.Shown(Page page)) || !page.shared() || page.status() != 200) {
                pages.invalidate(path);
                return new Shown.Anew(found);
            }
            ready = Ready.kept(page);
            pages.put(path, new Kept(ready, now));
            return new Shown.Whole(ready);
        } finally {
            making.remove(path);
            promise.complete(ready);
        }
    }
}
