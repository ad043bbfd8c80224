package news.piton.articles.internal.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sample article as it lies in the resources: a header of {@code key: value} lines between two lines of three hyphens, then
 * Markdown.
 */
record SampleText(Map<String, String> header, String markdown) {
    private static final String FENCE = "---\n";

    static List<SampleText> all() {
        return resource("index.txt").lines().map(name -> parse(resource(name))).toList();
    }

    static SampleText parse(String file) {
        int end = file.indexOf(FENCE, FENCE.length());
        if (!file.startsWith(FENCE) || end < 0) {
            throw new IllegalArgumentException("no header between two lines of ---");
        }
        Map<String, String> header = new HashMap<>();
        file.substring(FENCE.length(), end).lines().forEach(line -> {
            int colon = line.indexOf(": ");
            header.put(line.substring(0, colon), line.substring(colon + 2).strip());
        });
        return new SampleText(header, file.substring(end + FENCE.length()));
    }

    String get(String key) {
        String value = header.get(key);
        if (value == null) {
            throw new IllegalArgumentException("a sample article without " + key);
        }
        return value;
    }

    @Nullable
    String find(String key) {
        return header.get(key);
    }

    List<String> list(String key) {
        return Stream.of(header.getOrDefault(key, "").split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** How long before now it was published or begun. */
    Duration age() {
        return Duration.parse(get("age"));
    }

    private static String resource(String name) {
        try (InputStream in = SampleText.class.getResourceAsStream("/sample/articles/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the sample " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
