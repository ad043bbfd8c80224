package news.piton.core.host.http;

import io.helidon.webserver.http.ServerRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import news.piton.core.fault.Excerpt;
import org.jspecify.annotations.Nullable;

/** What the access log says of a request besides its line: the id from the start, the rest as it becomes known. */
public final class RequestTrace {
    private static final Pattern GIVEN = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private static final int LONGEST_NAME = 100;

    private final String id;
    private String operation = "";

    private RequestTrace(String id) {
        this.id = id;
    }

    static RequestTrace begin(ServerRequest request, @Nullable String given) {
        String id = given != null && GIVEN.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        RequestTrace trace = new RequestTrace(id);
        request.context().register(trace);
        return trace;
    }

    /** The trace of this request; a new one where the access log has been left out. */
    public static RequestTrace of(ServerRequest request) {
        return request.context().get(RequestTrace.class).orElseGet(() -> begin(request, null));
    }

    /** Finds the request's lines in the log; a client may choose it with the header X-Request-Id. */
    public String id() {
        return id;
    }

    String operation() {
        return operation;
    }

    /** Keeps as much of the name as a line of the log has room for. */
    void operation(String name) {
        operation = Excerpt.of(name, LONGEST_NAME);
    }
}
