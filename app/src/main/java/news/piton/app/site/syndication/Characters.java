package news.piton.app.site.syndication;

/** Which characters may leave the house. */
final class Characters {
    private Characters() {}

    /**
     * The text without what XML 1.0 forbids even when escaped (section 2.2: control characters, lone halves of surrogate pairs,
     * U+FFFE and U+FFFF), and what no UTF-8 can hold.
     */
    static String allowed(String text) {
        if (text.codePoints().allMatch(Characters::isAllowed)) {
            return text;
        }
        return text.codePoints()
                .filter(Characters::isAllowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
