package news.piton.articles.internal.wordpress;

/** Shortens texts that fitted in WordPress and do not fit here. */
final class Cut {
    private Cut() {}

    /** The text, or its first whole words and an ellipsis, in at most so many characters. */
    static String to(int most, String text) {
        if (text.length() <= most) {
            return text;
        }
        int space = text.lastIndexOf(' ', most - 1);
        int end = space > most / 2 ? space : most - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                        .strip() + "…";
    }
}
