package news.piton.core.guard;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import news.piton.core.site.Site;

/**
 * Tells whether a page of ours made a request. A foreign page can make a browser send a form or an image, with the session's
 * cookie if the two sites are related, and no preflight asks before (Fetch Standard, CORS-safelisted request). The browser
 * tells where the page came from in {@code Sec-Fetch-Site}, which every current one sends, or in {@code Origin}, and no page
 * can forge either. A request with neither is not ours.
 */
public final class SameOrigin {
    private final String origin;

    public SameOrigin(Site site) {
        URI url = site.url();
        this.origin = url.getScheme() + "://" + url.getRawAuthority();
    }

    /** @param headers the values of the request's header of that name; none when it is absent */
    public boolean made(Function<String, List<String>> headers) {
        List<String> fetchSite = headers.apply("Sec-Fetch-Site");
        if (!fetchSite.isEmpty()) {
            return fetchSite.equals(List.of("same-origin"));
        }
        List<String> origins = headers.apply("Origin");
        String host = headers.apply("Host").stream().findFirst().orElse("");
        return origins.size() == 1
                && List.of(origin, "http://" + host, "https://" + host).contains(origins.getFirst());
    }
}
