package news.piton.app.site;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.piton.core.host.http.Gzip;
import org.jspecify.annotations.Nullable;

/**
 * A page as it is sent.
 *
 * @param about what its headers say of it whoever asks, but for the entity tag and the type of its content
 * @param keys by what a cache that keeps it for all can drop it; null where there is nothing
 * @param gzip the same bytes compressed; null when that is not worth it, or not done ahead
 */
record Ready(Page page, List<Header> about, @Nullable Header keys, byte @Nullable [] gzip) {
    /** Smaller bodies fit into one packet anyway. */
    private static final int WORTH_COMPRESSING = 1_400;

    /** To be sent once. */
    static Ready of(Page page) {
        return new Ready(page, about(page), Sending.keys(page.keys()), null);
    }

    /** To be sent many times. */
    static Ready kept(Page page) {
        byte[] gzip = page.body().length >= WORTH_COMPRESSING ? compressed(page.body()) : null;
        return new Ready(page, about(page), Sending.keys(page.keys()), gzip);
    }

    private static List<Header> about(Page page) {
        List<Header> about = new ArrayList<>();
        page.headers().forEach((name, value) -> about.add(HeaderValues.createCached(HeaderNames.create(name), value)));
        Instant changed = page.changed();
        if (page.status() == 200 && changed != null) {
            about.add(HeaderValues.createCached(HeaderNames.LAST_MODIFIED, Sending.HTTP_DATE.format(changed)));
        }
        return about;
    }

    /** How many bytes of memory it takes, roughly. */
    int weight() {
        return 1_024 + page.body().length + (gzip == null ? 0 : gzip.length);
    }

    static boolean compresses(ServerRequest request, byte[] body) {
        return body.length >= WORTH_COMPRESSING
                && Gzip.isAccepted(request.headers().all(HeaderNames.ACCEPT_ENCODING, List::of));
    }

    static byte[] compressed(byte[] body) {
        return Gzip.compressed(body, 0, body.length);
    }
}
