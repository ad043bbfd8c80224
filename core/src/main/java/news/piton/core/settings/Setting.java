package news.piton.core.settings;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an operator can set, in the YAML file or by an environment variable.
 *
 * @param key its path, in lower case with dots and hyphens: {@code comments.links-allowed}; the environment variable is
 *     the same in upper case, with underscores, behind {@code PITON_}: {@code PITON_COMMENTS_LINKS_ALLOWED}
 * @param usual the value when nobody sets it, as text; null when there is none
 * @param meaning one or two sentences for the operator, with the unit
 * @param read turns text into the value, or throws IllegalArgumentException with a sentence that says what is accepted
 */
public record Setting<T>(String key, @Nullable String usual, String meaning, Function<String, T> read) {

    public static Setting<String> text(String key, String usual, String meaning) {
        return new Setting<>(key, usual, meaning, text -> text);
    }

    public static Setting<Boolean> flag(String key, boolean usual, String meaning) {
        return new Setting<>(key, String.valueOf(usual), meaning, text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        });
    }

    public static Setting<Integer> number(String key, int usual, int least, int most, String meaning) {
        String range = "must be a whole number from " + least + " to " + most;
        return new Setting<>(key, String.valueOf(usual), meaning, text -> {
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException notNumber) {
                // the sentence below says what is wanted
            }
            throw new IllegalArgumentException(range);
        });
    }

    /** A span of time, written as ISO-8601 has it: {@code PT30S}, {@code PT10M}, {@code P1D}. */
    public static Setting<Duration> duration(String key, Duration usual, String meaning) {
        return new Setting<>(key, usual.toString(), meaning, text -> {
            try {
                Duration duration = Duration.parse(text);
                if (!duration.isNegative() && !duration.isZero()) {
                    return duration;
                }
            } catch (java.time.format.DateTimeParseException malformed) {
                // the sentence below says what is wanted
            }
            throw new IllegalArgumentException("must be a span of time such as PT30S, PT10M or P1D");
        });
    }

    /** The name of the environment variable that sets this. */
    public String variable() {
        return variable(key);
    }

    /** The name of the environment variable that sets the setting of that key. */
    public static String variable(String key) {
        return "PITON_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
