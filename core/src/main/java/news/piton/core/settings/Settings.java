package news.piton.core.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values in force. Everything is checked at the start, so that {@link #get} cannot fail for a declared setting. */
public final class Settings {
    /** What a log must not show. */
    private static final Pattern SECRET = Pattern.compile(".*(password|secret)");

    private final Map<Setting<?>, Object> values;

    private Settings(Map<Setting<?>, Object> values) {
        this.values = values;
    }

    /**
     * Reads all declared settings.
     *
     * @param given keys and texts from the file
     * @param environment the environment variables, of which those that begin with PITON_ count and win over the file
     * @throws IllegalArgumentException with a sentence for each wrong or unknown setting, one a line
     */
    public static Settings read(
            Collection<Setting<?>> declared, Map<String, String> given, Map<String, String> environment) {
        List<String> mistakes = new ArrayList<>();
        Map<String, Setting<?>> byKey = index(declared, Setting::key, mistakes);
        Map<String, Setting<?>> byVariable = index(declared, Setting::variable, mistakes);
        given.keySet().stream()
                .filter(key -> !byKey.containsKey(key))
                .forEach(key -> mistakes.add("There is no setting `" + key + "`. " + nearest(key, byKey.keySet())));
        environment.keySet().stream()
                .filter(name ->
                        name.startsWith("PITON_") && !byVariable.containsKey(name) && !name.equals("PITON_HOME"))
                .forEach(name -> mistakes.add("The environment variable " + name + " sets nothing that exists. "
                        + nearest(name, byVariable.keySet())));
        Map<Setting<?>, Object> values = new HashMap<>();
        for (Setting<?> setting : byKey.values()) {
            String text = environment.get(setting.variable());
            String where = text == null ? "`" + setting.key() + "`" : setting.variable();
            text = text == null ? given.getOrDefault(setting.key(), setting.usual()) : text;
            try {
                values.put(setting, setting.read().apply(text == null ? "" : text.strip()));
            } catch (IllegalArgumentException wrong) {
                String shown = SECRET.matcher(setting.key()).matches() ? "" : "; it is \"" + text + "\"";
                mistakes.add("The setting " + where + " " + wrong.getMessage() + shown + ".");
            }
        }
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", mistakes));
        }
        return new Settings(values);
    }

    /** The same values, of these settings alone. */
    public Settings only(Collection<Setting<?>> some) {
        Map<Setting<?>, Object> chosen = new HashMap<>(values);
        chosen.keySet().retainAll(some);
        return new Settings(chosen);
    }

    @SuppressWarnings("unchecked")
    public <T> T get(Setting<T> setting) {
        @Nullable Object value = values.get(setting);
        if (value == null) {
            throw new IllegalStateException("The setting `" + setting.key() + "` is used but not declared.");
        }
        return (T) value;
    }

    private static Map<String, Setting<?>> index(
            Collection<Setting<?>> declared,
            java.util.function.Function<Setting<?>, String> name,
            List<String> mistakes) {
        Map<String, Setting<?>> index = new LinkedHashMap<>();
        for (Setting<?> setting : declared) {
            if (index.putIfAbsent(name.apply(setting), setting) != null) {
                mistakes.add("Two settings are called `" + name.apply(setting) + "`.");
            }
        }
        return index;
    }

    private static String nearest(String wrong, Collection<String> known) {
        UnaryOperator<String> bare =
                text -> text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "");
        return known.stream()
                .filter(name -> bare.apply(name).equals(bare.apply(wrong))
                        || name.substring(name.lastIndexOf('.') + 1)
                                .equals(wrong.substring(wrong.lastIndexOf('.') + 1)))
                .findFirst()
                .map(name -> "Did you mean " + name + "?")
                .orElse("The file piton.yaml of the distribution lists all of them.");
    }
}
