package news.piton.articles.internal.wordpress;

/** Shortens texts that fitted in WordPress and do not fit here. */
final class Cut {
    private Cut() {}

    /** The text, or its first whole words and an ellipsis, in at most so many characters (Unicode code points). */
    static String to(int most, String text) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        int last = text.offsetByCodePoints(0, most - 1);
        int space = text.lastIndexOf(' ', last);
        int end = space > text.offsetByCodePoints(0, most / 2) ? space : last;
        return text.substring(0, end).strip() + "…";
    }
}
