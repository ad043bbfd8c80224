package news.piton.app.site.view;

import java.util.Map;

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

    public boolean refused() {
        return !errors.isEmpty();
    }
}
