package news.piton.core.plugin;

import io.helidon.webserver.http.ServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a browser's form sends to a plain HTTP route, as {@code application/x-www-form-urlencoded}; without fields for a body of
 * any other kind.
 *
 * @param fields the values of each field, in the order in which they were sent; none is without a value
 */
public record Form(Map<String, List<String>> fields) {
    /** The largest form that is taken when nothing else is said, in bytes: for buttons and a few words. */
    public static final int LARGEST = 16 * 1_024;

    public Form {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        fields.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        fields = Map.copyOf(copy);
    }

    /** Reads the form of one request; the host puts it into the request's context. */
    @FunctionalInterface
    public interface Reader {
        Form read(int largest);
    }

    /** {@link #of(ServerRequest, int)} with at most {@link #LARGEST} bytes. */
    public static Form of(ServerRequest request) {
        return of(request, LARGEST);
    }

    /**
     * Reads the body of a request, once, however often it is asked for: who asks first says how large it may be. Reads for as
     * long as {@code server.body-time} says. The host answers for what is too large, too slow, or breaks off: the exception is
     * for it.
     *
     * @param largest in bytes; what is announced is not allocated before it comes
     */
    public static Form of(ServerRequest request, int largest) {
        return request.context()
                .get(Reader.class)
                .orElseThrow(() -> new IllegalStateException("This request was not received by Piton's host."))
                .read(largest);
    }

    /** Percent-encoding that is none leaves a value out. */
    public static Form parse(String text) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                decode(pair.substring(0, equals))
                        .ifPresent(name -> decode(pair.substring(equals + 1))
                                .ifPresent(value -> fields.computeIfAbsent(name, first -> new ArrayList<>())
                                        .add(value)));
            }
        }
        return new Form(fields);
    }

    /** The first value of a field; empty when it was not sent. */
    public String field(String name) {
        return fields.getOrDefault(name, List.of("")).getFirst();
    }

    /** All values of a field, such as the ticked boxes of one name; none when it was not sent. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    private static Optional<String> decode(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
