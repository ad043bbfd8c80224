package news.piton.app.site;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import news.piton.core.host.http.Gzip;
import org.jspecify.annotations.Nullable;

/**
 * A page in bytes.
 *
 * @param tag its entity tag, without quotes
 * @param gzip the same bytes compressed; null when that is not worth it, or not done ahead
 */
record Ready(Page page, byte[] plain, String tag, byte @Nullable [] gzip) {
    /** Smaller bodies fit into one packet anyway. */
    private static final int WORTH_COMPRESSING = 1_400;

    /** To be sent once. */
    static Ready of(Page page) {
        byte[] plain = page.body().getBytes(StandardCharsets.UTF_8);
        return new Ready(page, plain, Digest.of(plain), null);
    }

    /** To be sent many times. */
    static Ready kept(Page page) {
        Ready ready = of(page);
        byte[] gzip = ready.plain.length >= WORTH_COMPRESSING ? compressed(ready.plain) : null;
        return new Ready(page.sent(), ready.plain, ready.tag, gzip);
    }

    /** How many bytes of memory it takes, roughly. */
    int weight() {
        return 1_024 + plain.length + (gzip == null ? 0 : gzip.length);
    }

    static boolean compresses(ServerRequest request, byte[] body) {
        return body.length >= WORTH_COMPRESSING
                && Gzip.isAccepted(request.headers().all(HeaderNames.ACCEPT_ENCODING, List::of));
    }

    static byte[] compressed(byte[] body) {
        return Gzip.compressed(body, 0, body.length);
    }
}
