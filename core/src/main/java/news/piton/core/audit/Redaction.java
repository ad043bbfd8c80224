package news.piton.core.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes JSON of a mutation's input that can be kept and shown: no secrets, no whole articles. */
final class Redaction {
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(password|secret|token|challenge|receipt|idempotencykey).*");
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_ITEMS = 50;
    private static final int DEEPEST = 6;
    private static final int LONGEST = 16_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Redaction() {}

    static String json(Map<String, ?> detail) {
        try {
            String json = JSON.writeValueAsString(map(detail, 0));
            return json.length() <= LONGEST ? json : "{\"cut\":\"The input was too long to be kept.\"}";
        } catch (JsonProcessingException onlyTextsAreLeft) {
            throw new IllegalStateException(onlyTextsAreLeft);
        }
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> values, int depth) {
        Map<String, @Nullable Object> redacted = new TreeMap<>(); // one order, so that entries can be compared
        values.forEach((key, value) -> {
            String name = String.valueOf(key);
            redacted.put(name, SECRET.matcher(name).matches() ? "…" : value(value, depth + 1));
        });
        return redacted;
    }

    private static @Nullable Object value(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            return "…";
        }
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> map(map, depth);
            case Collection<?> items -> items(items, depth);
            case Number number -> number;
            case Boolean flag -> flag;
            default -> cut(value.toString());
        };
    }

    private static List<@Nullable Object> items(Collection<?> items, int depth) {
        List<@Nullable Object> redacted = new ArrayList<>();
        items.stream().limit(MOST_ITEMS).forEach(item -> redacted.add(value(item, depth + 1)));
        if (items.size() > MOST_ITEMS) {
            redacted.add("… " + (items.size() - MOST_ITEMS) + " more");
        }
        return redacted;
    }

    private static String cut(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST_TEXT) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)) + "…";
    }
}
