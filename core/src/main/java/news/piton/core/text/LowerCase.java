package news.piton.core.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lower case in a time that grows with the text and no faster. */
public final class LowerCase {
    private static final Pattern PIECE = Pattern.compile("\\S{1,32}");

    private LowerCase() {}

    /**
     * As {@link String#toLowerCase(Locale)} has it without a language, but for a sigma at the end of every 32nd letter of a
     * word. At each capital sigma Java looks for the ends of the word, and in a text without spaces that is all of it.
     */
    public static String of(String text) {
        return text.indexOf('Σ') < 0
                ? text.toLowerCase(Locale.ROOT)
                : PIECE.matcher(text)
                        .replaceAll(
                                piece -> Matcher.quoteReplacement(piece.group().toLowerCase(Locale.ROOT)));
    }
}
