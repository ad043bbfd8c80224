package news.piton.core.fault;

/** The beginning of a text that came from outside: as much of it as a message may show, and a pattern may look at. */
public final class Excerpt {
    private Excerpt() {}

    /** @param longest in UTF-16 code units, the ellipsis of what is cut included */
    public static String of(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
