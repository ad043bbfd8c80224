package news.piton.app.site.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An object in an answer's data. A field that the document did not ask for cannot be read, so that a template and its document
 * cannot drift apart in silence; {@link #has} alone may be asked for what a module fills that is not installed.
 */
public record Data(Map<?, ?> fields) {

    /** Whether the field was asked for, could be had, and is not null. */
    public boolean has(String field) {
        return fields.get(field) != null;
    }

    /** A scalar as text; empty for null. */
    public String text(String field) {
        Object value = value(field);
        return value == null ? "" : value.toString();
    }

    public boolean flag(String field) {
        return Boolean.TRUE.equals(value(field));
    }

    /** A number; 0 for null. */
    public int number(String field) {
        return value(field) instanceof Number number ? number.intValue() : 0;
    }

    public Instant time(String field) {
        return Instant.parse(text(field));
    }

    /** The object in a field that is not null. */
    public Data of(String field) {
        return new Data((Map<?, ?>) Objects.requireNonNull(value(field), field));
    }

    /** The objects in a list; none for null. */
    public List<Data> list(String field) {
        return value(field) instanceof List<?> list
                ? list.stream().map(each -> new Data((Map<?, ?>) each)).toList()
                : List.of();
    }

    /** The scalars in a list, as text. */
    public List<String> texts(String field) {
        return value(field) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private @Nullable Object value(String field) {
        Object value = fields.get(field);
        if (value == null && !fields.containsKey(field)) {
            throw new IllegalArgumentException("The document does not ask for `" + field + "`.");
        }
        return value;
    }
}
