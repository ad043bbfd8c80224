package news.piton.core.text;

import java.text.Normalizer;

/**
 * Texts in which no letter carries an endless pile of marks. Java's normaliser and its word boundaries take the square of the
 * length of such a pile, so that a few thousand accents on one letter would keep a processor busy for seconds.
 *
 * <p>The bound is that of Unicode's Stream-Safe Text Format (UAX #15, section 13): at most {@value #MOST} non-starters in a
 * row, far more than any language needs. Counted here are all characters of the category Mark, since every non-starter is one,
 * and the two half-width letters of which the form NFKD makes non-starters; what stands beyond the bound is dropped.
 */
public final class StreamSafe {
    public static final int MOST = 30;

    private StreamSafe() {}

    /** The text with the first {@value #MOST} marks of each row; as it is where there are no more. */
    public static String of(String text) {
        StringBuilder kept = null;
        int row = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int length = Character.charCount(c);
            row = mark(c) ? row + 1 : 0;
            if (row > MOST && kept == null) {
                kept = new StringBuilder(text.length()).append(text, 0, i);
            } else if (row <= MOST && kept != null) {
                kept.appendCodePoint(c);
            }
            i += length;
        }
        return kept == null ? text : kept.toString();
    }

    /** The same in Unicode's form NFC, and the same again when it is made so again. */
    public static String composed(String text) {
        // once more at the end, for the marks that NFC takes apart into several
        return of(Normalizer.normalize(of(text), Normalizer.Form.NFC));
    }

    private static boolean mark(int c) {
        return c >= 0x300
                && switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
                    default -> c == 0xFF9E || c == 0xFF9F;
                };
    }
}
