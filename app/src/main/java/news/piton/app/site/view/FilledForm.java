package news.piton.app.site.view;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is shown: what was typed, and what was wrong with it.
 *
 * @param values what was typed, by field
 * @param errors a sentence for each field at fault; what is about no field is under {@link #WHOLE}
 */
public record FilledForm(Map<String, String> values, Map<String, String> errors) {
    public static final FilledForm EMPTY = new FilledForm(Map.of(), Map.of());
    public static final String WHOLE = "";

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean wrong(String field) {
        return errors.containsKey(field);
    }

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** The ids of what a field's control is described by: what is wrong with it, then the hint; null for neither. */
    public @Nullable String describedBy(String id, String field, boolean hinted) {
        String error = id + "-error";
        String hint = id + "-hint";
        if (wrong(field)) {
            return hinted ? error + " " + hint : error;
        }
        return hinted ? hint : null;
    }

    public boolean refused() {
        return !errors.isEmpty();
    }
}
