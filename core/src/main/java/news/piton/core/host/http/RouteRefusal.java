package news.piton.core.host.http;

import io.helidon.http.HttpException;
import io.helidon.http.Status;

/** Ends a request to a plain route; {@link LastResort} answers with this status and this sentence. */
public final class RouteRefusal extends HttpException {
    private static final long serialVersionUID = 1;

    /** @param sentence for whoever sent the request */
    public RouteRefusal(Status status, String sentence) {
        super(sentence, status);
    }
}
