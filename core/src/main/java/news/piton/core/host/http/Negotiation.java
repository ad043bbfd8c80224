package news.piton.core.host.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to get, by its Accept header (RFC 9110, section 12.5.1). The more specific range wins for a type,
 * the higher weight among types; at equal weight the types stand below in the order of our liking. Wildcards mean
 * {@code application/json}, which every client of old understands.
 */
enum Negotiation {
    GRAPHQL("application", "graphql-response+json"),
    JSON("application", "json"),
    EVENTS("text", "event-stream");

    private final String type;
    private final String subtype;
    private final Header contentType;

    Negotiation(String type, String subtype) {
        this.type = type;
        this.subtype = subtype;
        this.contentType =
                HeaderValues.createCached(HeaderNames.CONTENT_TYPE, type + "/" + subtype + "; charset=utf-8");
    }

    Header contentType() {
        return contentType;
    }

    /** @return null when the client accepts none of ours */
    static @Nullable Negotiation of(@Nullable String accept) {
        if (accept == null || accept.isBlank() || accept.equals("*/*") || accept.equals("application/json")) {
            return JSON;
        }
        int[] best = {-1, -1, -1};
        int[] specific = {-1, -1, -1};
        for (String range : accept.split(",", 64)) {
            note(range, best, specific);
        }
        Negotiation chosen = null;
        int most = 0;
        for (Negotiation candidate : values()) {
            // a wildcard alone is not a wish for the new media type or for a stream
            boolean named = candidate == JSON || specific[candidate.ordinal()] == 2;
            if (named && best[candidate.ordinal()] > most) {
                most = best[candidate.ordinal()];
                chosen = candidate;
            }
        }
        return chosen;
    }

    private static void note(String range, int[] best, int[] specific) {
        String[] parts = range.toLowerCase(Locale.ROOT).split(";");
        String name = parts[0].strip();
        int weight = 1_000;
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                weight = weight(parameter.substring(2));
            } else if (parameter.startsWith("charset=") && !isUtf8(parameter.substring("charset=".length()))) {
                return; // we write nothing but UTF-8
            }
        }
        for (Negotiation candidate : values()) {
            int match = name.equals(candidate.type + "/" + candidate.subtype)
                    ? 2
                    : name.equals(candidate.type + "/*") ? 1 : name.equals("*/*") ? 0 : -1;
            if (match >= 0 && match >= specific[candidate.ordinal()]) {
                specific[candidate.ordinal()] = match;
                best[candidate.ordinal()] = weight;
            }
        }
    }

    static boolean isUtf8(String charset) {
        String bare = charset.replace("\"", "").strip();
        return bare.equalsIgnoreCase("utf-8") || bare.equalsIgnoreCase("utf8");
    }

    /** In thousandths; a malformed weight counts as none, so that the range is not preferred by accident. */
    private static int weight(String text) {
        try {
            return (int) Math.round(1_000 * Math.clamp(Double.parseDouble(text.strip()), 0.0, 1.0));
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }
}
