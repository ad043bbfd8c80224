package news.piton.app.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of a form, as a browser sends them ({@code application/x-www-form-urlencoded}). */
record FormData(Map<String, List<String>> fields) {

    /** @throws Trouble when the text is no form */
    static FormData parse(String text) {
        Map<String, List<String>> fields = new HashMap<>();
        try {
            for (String pair : text.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    fields.computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
                            .add(decoded(pair.substring(equals + 1)));
                }
            }
        } catch (IllegalArgumentException malformed) {
            throw new Trouble(415, "This is not what our form sends.");
        }
        return new FormData(fields);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The first value of a field; empty when there is none. */
    String get(String name) {
        return fields.getOrDefault(name, List.of("")).getFirst();
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }
}
