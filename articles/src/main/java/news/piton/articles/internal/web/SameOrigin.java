package news.piton.articles.internal.web;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.URI;
import java.util.List;
import news.piton.core.site.Site;

/**
 * Tells whether a page of ours made a request. A foreign page can make a browser send an image, with the session's cookie if
 * the two sites are related, and no preflight asks before (Fetch Standard, CORS-safelisted request). The browser tells where
 * the page came from in {@code Sec-Fetch-Site} or {@code Origin}, and no page can forge either.
 */
final class SameOrigin {
    private static final HeaderName SEC_FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
    private final URI site;

    SameOrigin(Site site) {
        this.site = site.url();
    }

    /** True as well for a request that is no browser's doing, since it proves itself by a token. */
    boolean made(ServerRequest request) {
        if (request.headers().contains(HeaderNames.AUTHORIZATION)) {
            return true;
        }
        List<String> fetchSite = request.headers().all(SEC_FETCH_SITE, List::of);
        if (!fetchSite.isEmpty()) {
            return fetchSite.equals(List.of("same-origin"));
        }
        List<String> origins = request.headers().all(HeaderNames.ORIGIN, List::of);
        if (origins.size() != 1) {
            return false;
        }
        String origin = origins.getFirst();
        String host = request.headers().first(HeaderNames.HOST).orElse("");
        return origin.equals(site.getScheme() + "://" + site.getRawAuthority())
                || origin.equals("http://" + host)
                || origin.equals("https://" + host);
    }
}
