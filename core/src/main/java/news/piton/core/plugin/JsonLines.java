package news.piton.core.plugin;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a module's part of an export as JSON lines (<a href="https://jsonlines.org">jsonlines.org</a>), UTF-8: an object a
 * line, whose {@code type} says what it is. The last one is {@code end}, with {@code module} and the number of its
 * {@code lines}, that one included: a part without it was cut off.
 */
public final class JsonLines {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final OutputStream out;
    private long written;

    private JsonLines(OutputStream out) {
        this.out = out;
    }

    /** The format {@code jsonl}. Modules write their parts one behind the other. */
    public interface Part extends Exporter {
        @Override
        default String format() {
            return "jsonl";
        }

        @Override
        default String extension() {
            return "jsonl";
        }

        @Override
        default String contentType() {
            return "application/jsonl; charset=utf-8";
        }

        @Override
        default void run(Export export) throws IOException {
            JsonLines lines = new JsonLines(export.out());
            write(lines);
            lines.write(line("end").with("module", module()).with("lines", lines.written + 1));
        }

        /** The module's name. */
        String module();

        /** Writes all lines but the last. */
        void write(JsonLines lines) throws IOException;
    }

    /** One line, or an object in one; the order of its fields is that in which they were given. */
    public static final class Line {
        private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

        private Line() {}

        /** Numbers, truth values, lists and lines are kept as JSON has them; times, addresses and all else as their text. */
        public Line with(String field, @Nullable Object value) {
            fields.put(field, json(value));
            return this;
        }

        private static @Nullable Object json(@Nullable Object value) {
            return switch (value) {
                case null -> null;
                case Line line -> line.fields;
                case Number number -> number;
                case Boolean truth -> truth;
                case Iterable<?> list -> list;
                default -> value.toString();
            };
        }
    }

    public static Line line(String type) {
        return object().with("type", type);
    }

    public static Line object() {
        return new Line();
    }

    public void write(Line line) throws IOException {
        out.write(JSON.writeValueAsBytes(line.fields));
        out.write('\n');
        written++;
    }
}
