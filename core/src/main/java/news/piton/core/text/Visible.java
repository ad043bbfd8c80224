package news.piton.core.text;

/** What readers see of a text. */
public final class Visible {
    private Visible() {}

    /** Whether there is anything to see in it: a name of spaces, joiners and empty letters is no name. */
    public static boolean anything(String text) {
        return text.codePoints().anyMatch(Visible::visible);
    }

    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            // letters and a symbol by category, yet drawn as nothing: the Hangul fillers and the empty Braille cell
            default -> c != 0x115F && c != 0x1160 && c != 0x3164 && c != 0xFFA0 && c != 0x2800;
        };
    }
}
