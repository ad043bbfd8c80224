package news.piton.core.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an export as JSON lines says, line by line. */
public record ExportedLines(List<JsonNode> all) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static ExportedLines read(String text) {
        return new ExportedLines(text.lines().map(ExportedLines::json).toList());
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("not JSON: " + line, notJson);
        }
    }

    /** Those of one type, such as {@code article}. */
    public List<JsonNode> of(String type) {
        return all.stream()
                .filter(line -> line.path("type").asText().equals(type))
                .toList();
    }

    /** Some fields of those of one type: {@code a b}, a line each. */
    public List<String> told(String type, String... fields) {
        return of(type).stream()
                .map(line -> Stream.of(fields)
                        .map(field -> line.path(field).asText())
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
