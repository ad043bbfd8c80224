package news.piton.app.site;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.URI;
import java.util.List;

/**
 * Tells whether a form was sent by a page of ours: by Sec-Fetch-Site, which every current browser sends and no page can forge,
 * and by Origin where that is missing. A request with neither is refused.
 */
final class SameOrigin {
    private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
    private final String origin;

    SameOrigin(URI site) {
        this.origin = site.getScheme() + "://" + site.getRawAuthority();
    }

    /** @throws Trouble unless it was */
    void require(ServerRequest request) {
        List<String> site = request.headers().all(FETCH_SITE, List::of);
        boolean ours = site.isEmpty() ? fromHere(request) : site.equals(List.of("same-origin"));
        if (!ours) {
            throw new Trouble(
                    403, "This form was not sent from a page of ours. Open the page, and send it from there.");
        }
    }

    private boolean fromHere(ServerRequest request) {
        List<String> from = request.headers().all(HeaderNames.ORIGIN, List::of);
        String host = request.headers().all(HeaderNames.HOST, List::of).stream()
                .findFirst()
                .orElse("");
        return from.size() == 1
                && (from.getFirst().equals(origin)
                        || from.getFirst().equals("http://" + host)
                        || from.getFirst().equals("https://" + host));
    }
}
