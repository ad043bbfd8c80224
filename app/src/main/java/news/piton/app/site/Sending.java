package news.piton.app.site;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import news.piton.core.graphql.Caller;
import news.piton.core.identity.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Answers with pages: validators and 304 (RFC 9110, section 13), what caches may do with them (RFC 9111, RFC 5861, RFC
 * 9213), gzip, HEAD, and the headers that OWASP's secure-headers project asks for.
 */
final class Sending {
    static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "private, no-store");
    /** A browser asks whenever it shows the page, and whatever cache serves many asks again after a minute. */
    private static final Header SHARED =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=0, s-maxage=60, must-revalidate");
    /**
     * What a CDN may do beyond that: show what it has for as long as it takes to ask, and for some minutes when we do not answer.
     * Browsers and caches that nobody can tell to drop a page are not to show what may have been taken back.
     */
    private static final Header SHARED_BY_CDN = HeaderValues.createCached(
            "CDN-Cache-Control", "public, max-age=60, stale-while-revalidate=30, stale-if-error=600");
    /** What is not there may be there in a moment. */
    private static final Header MISSING =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=0, s-maxage=5, must-revalidate");

    private static final Header VARY = HeaderValues.createCached(HeaderNames.VARY, "Accept-Encoding");
    private static final Header GZIP = HeaderValues.createCached(HeaderNames.CONTENT_ENCODING, "gzip");
    private static final HeaderName SURROGATE_KEY = HeaderNames.create("Surrogate-Key");
    /** IMF-fixdate (RFC 9110, section 5.6.7). */
    static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final List<Header> secure;

    Sending(SecureHeaders headers) {
        this.secure = headers.all();
    }

    void send(ServerRequest request, ServerResponse response, Page page) {
        send(request, response, Ready.of(page));
    }

    void send(ServerRequest request, ServerResponse response, Ready ready) {
        Page page = ready.page();
        secure.forEach(response::header);
        ready.about().forEach(response::header);
        response.status(Status.create(page.status()));
        share(request, response, page.shared(), page.status(), ready.keys());
        boolean compressed = Ready.compresses(request, page.body());
        if (page.status() == 200) {
            response.header(HeaderNames.ETAG, '"' + page.tag() + (compressed ? "-gzip\"" : "\""));
            if (isCurrent(request, page)) {
                response.headers().add(VARY);
                response.status(Status.NOT_MODIFIED_304).send();
                return;
            }
        }
        response.header(HeaderNames.CONTENT_TYPE, page.type() + "; charset=utf-8");
        body(request, response, page.body(), compressed, ready.gzip());
    }

    /** Leads a browser elsewhere. Where the newsroom is led, others may not be: no cache keeps it for them. */
    void redirect(ServerRequest request, ServerResponse response, Found.Elsewhere elsewhere) {
        secure.forEach(response::header);
        share(request, response, elsewhere.status() == 301, elsewhere.status(), keys(elsewhere.keys()));
        response.header(HeaderNames.LOCATION, elsewhere.location());
        response.status(Status.create(elsewhere.status())).send();
    }

    /** Whether caches may keep it, and by which names they drop it; nothing of drafts, which only the newsroom has. */
    private static void share(
            ServerRequest request, ServerResponse response, boolean shared, int status, @Nullable Header keys) {
        boolean sent = request.prologue().method() == Method.POST;
        if (!shared || sent || signedIn(request) || request.path().path().startsWith("/drafts/")) {
            response.header(NO_STORE);
            return;
        }
        response.header(status == 404 ? MISSING : SHARED);
        if (status != 404) {
            response.header(SHARED_BY_CDN);
        }
        if (keys != null) {
            response.header(keys);
        }
    }

    static @Nullable Header keys(Set<String> keys) {
        return keys.isEmpty() ? null : HeaderValues.createCached(SURROGATE_KEY, String.join(" ", keys));
    }

    /** Sends a body, compressed when that is asked for, or only its length. */
    static void body(ServerRequest request, ServerResponse response, byte[] body) {
        body(request, response, body, Ready.compresses(request, body), null);
    }

    private static void body(
            ServerRequest request, ServerResponse response, byte[] body, boolean compressed, byte @Nullable [] ahead) {
        response.headers().add(VARY);
        byte[] sent = body;
        if (compressed) {
            response.header(GZIP);
            sent = ahead == null ? Ready.compressed(body) : ahead;
        }
        if (request.prologue().method() == Method.HEAD) {
            response.contentLength(sent.length);
            response.send();
        } else {
            response.send(sent);
        }
    }

    static boolean signedIn(ServerRequest request) {
        return request.context().get(Caller.class).orElseThrow().viewer() instanceof Viewer.Staff;
    }

    private static boolean isCurrent(ServerRequest request, Page page) {
        List<String> known = request.headers().all(HeaderNames.IF_NONE_MATCH, List::of);
        if (!known.isEmpty()) {
            return known.stream()
                    .flatMap(each -> Stream.of(each.split(",")))
                    .map(each -> each.strip().replaceFirst("^W/", ""))
                    .anyMatch(each -> each.equals("*")
                            || each.equals('"' + page.tag() + '"')
                            || each.equals('"' + page.tag() + "-gzip\""));
        }
        Instant changed = page.changed();
        List<String> since = request.headers().all(HeaderNames.IF_MODIFIED_SINCE, List::of);
        if (changed == null || since.size() != 1) {
            return false;
        }
        try {
            Instant held = HTTP_DATE.parse(since.getFirst(), Instant::from);
            return !changed.truncatedTo(ChronoUnit.SECONDS).isAfter(held);
        } catch (DateTimeException malformed) {
            return false;
        }
    }
}
