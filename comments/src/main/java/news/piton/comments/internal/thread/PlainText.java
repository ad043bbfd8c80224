package news.piton.comments.internal.thread;

import news.piton.core.text.StreamSafe;

/** Makes what strangers type safe to keep: no characters that nobody sees, none that turn the page around. */
public final class PlainText {
    private PlainText() {}

    /**
     * The text in Unicode's form NFC, with line feeds for line ends. Control characters, lone surrogates, unassigned and
     * private characters go, and so do the format characters, bidirectional overrides among them; only the two joiners stay,
     * which scripts and emoji need. Of marks on one letter those beyond the bound of {@link StreamSafe} go.
     */
    public static String clean(String raw) {
        String lines = raw.replace("\r\n", "\n").replace('\r', '\n');
        StringBuilder text = new StringBuilder(lines.length());
        lines.codePoints().map(PlainText::lineEnd).filter(PlainText::stays).forEach(text::appendCodePoint);
        // At the end, for what a dropped character kept apart.
        return StreamSafe.composed(text.toString());
    }

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static int lineEnd(int c) {
        return c == 0x2028 || c == 0x2029 || c == 0x85 ? '\n' : c;
    }

    private static boolean stays(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.FORMAT -> c == 0x200C || c == 0x200D;
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
