package news.piton.core.plugin;

import io.helidon.webserver.http.ServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a browser's form sends to a plain HTTP route, as {@code application/x-www-form-urlencoded}; without fields for a body of
 * any other kind.
 *
 * @param fields of several with one name, the first
 */
public record Form(Map<String, String> fields) {
    /** The largest form, in bytes. Forms are for buttons and a few words. */
    public static final int LARGEST = 16 * 1_024;

    public Form {
        fields = Map.copyOf(fields);
    }

    /**
     * Reads the body of a request, once, however often it is asked for, and for as long as {@code server.body-time} says.
     * The host answers for what is too large, too slow, or breaks off: the exception is for it.
     */
    public static Form of(ServerRequest request) {
        return request.context()
                .get(Form.class)
                .orElseThrow(() -> new IllegalStateException("This request was not received by Piton's host."));
    }

    /** Percent-encoding that is none leaves a field out. */
    public static Form parse(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                decode(pair.substring(0, equals))
                        .ifPresent(name ->
                                decode(pair.substring(equals + 1)).ifPresent(value -> fields.putIfAbsent(name, value)));
            }
        }
        return new Form(fields);
    }

    /** The value of a field; empty when it was not sent. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    private static Optional<String> decode(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
