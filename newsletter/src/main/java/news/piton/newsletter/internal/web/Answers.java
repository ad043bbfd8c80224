package news.piton.newsletter.internal.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import news.piton.newsletter.internal.issue.PageStyle;

/** How our pages are answered: kept by nobody, told to nobody, in nobody's frame. Links with tokens are secrets. */
final class Answers {
    private Answers() {}

    static void page(ServerResponse response, Status status, String html) {
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(HeaderNames.create("Content-Security-Policy"), PageStyle.POLICY)
                .header(HeaderNames.create("Referrer-Policy"), "no-referrer")
                .header(HeaderNames.create("X-Content-Type-Options"), "nosniff")
                .header(HeaderNames.create("X-Robots-Tag"), "noindex")
                .send(html);
    }
}
