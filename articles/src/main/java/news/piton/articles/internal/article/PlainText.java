package news.piton.articles.internal.article;

import java.util.regex.Pattern;
import news.piton.core.text.StreamSafe;
import news.piton.core.text.Visible;
import org.jspecify.annotations.Nullable;

/** Text without markup on one line, as headlines, names and captions are. */
public final class PlainText {
    private static final Pattern SPACES = Pattern.compile("[\\s\\u2028\\u2029]+");

    /** Tidying shortens, but by little in any honest text: what is so many times too long is not worth the work. */
    private static final int ROOM = 10;

    private PlainText() {}

    /**
     * Tidies a text and checks that there is something to see in it.
     *
     * @param what begins the sentences of refusal: {@code The headline}
     * @param most in characters, of which an emoji may be several (Unicode code points)
     */
    public static String required(String what, String given, int most) {
        String text = tidy(worthwhile(what, given, most));
        if (!Visible.anything(text)) {
            throw Invalid.blank(what + " is empty; write something.");
        }
        return fitting(what, text, most);
    }

    /** As {@link #required}, but a blank text counts as none. */
    public static @Nullable String optional(String what, @Nullable String given, int most) {
        String text = given == null ? "" : tidy(worthwhile(what, given, most));
        return !Visible.anything(text) ? null : fitting(what, text, most);
    }

    private static String worthwhile(String what, String given, int most) {
        return given.length() > ROOM * most ? fitting(what, given, most) : given;
    }

    private static String fitting(String what, String text, int most) {
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            throw Invalid.tooLong(
                    "%s is too long: %,d characters, where at most %,d fit.".formatted(what, length, most));
        }
        return text;
    }

    /**
     * One line, composed (NFC), without controls, invisible direction changes, halves of surrogate pairs and more marks on a
     * letter than {@link StreamSafe} allows. Unicode's own line and paragraph separators are line ends as well: no header of a
     * mail may hold them.
     */
    public static String tidy(String given) {
        return SPACES.matcher(StreamSafe.composed(printable(given)))
                .replaceAll(" ")
                .strip();
    }

    /** Without the characters that no text needs: controls other than line breaks and tabs, direction overrides, lone surrogates. */
    public static String printable(String given) {
        StringBuilder kept = new StringBuilder(given.length());
        given.codePoints()
                .filter(c -> c == '\n' || c == '\t' || c == '\r' || !refused(c))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean refused(int c) {
        return Character.getType(c) == Character.CONTROL
                || Character.getType(c) == Character.SURROGATE
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xFEFF
                || (c & 0xFFFE) == 0xFFFE;
    }
}
