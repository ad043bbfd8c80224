package news.piton.core.host.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a request says that its body is (RFC 9110, section 8.3); whatever is written there, it can be read.
 *
 * @param essence in lower case, without parameters; empty when it is missing
 * @param utf8 whether no parameter names another encoding
 */
public record ContentType(String essence, boolean utf8) {
    private static final ContentType JSON = new ContentType("application/json", true);

    public static ContentType of(ServerRequest request) {
        if (!request.headers().contains(HeaderNames.CONTENT_TYPE)) {
            return new ContentType("", true);
        }
        String text = request.headers().get(HeaderNames.CONTENT_TYPE).get();
        if (text.equals(JSON.essence)) {
            return JSON;
        }
        String[] parts = text.toLowerCase(Locale.ROOT).split(";", -1);
        boolean utf8 = Arrays.stream(parts)
                .skip(1)
                .map(String::strip)
                .filter(parameter -> parameter.startsWith("charset="))
                .allMatch(parameter -> Negotiation.isUtf8(parameter.substring("charset=".length())));
        return new ContentType(parts[0].strip(), utf8);
    }
}
