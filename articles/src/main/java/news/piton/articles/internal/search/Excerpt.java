package news.piton.articles.internal.search;

import java.util.Iterator;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/** The part of a text that shows why it was found, or how it begins. */
public final class Excerpt {
    private static final int LENGTH = 200;
    private static final int BEFORE = 60;

    private Excerpt() {}

    /**
     * About {@value #LENGTH} characters around the first word that was looked for, as HTML, the words found in {@code mark}
     * elements; the beginning of the text when none is in it.
     */
    public static String marked(String text, SearchQuery query) {
        String line = text.replaceAll("\\s+", " ").strip();
        Iterator<MatchResult> hits = hits(line, query).iterator();
        int from = hits.hasNext() ? start(line, hits.next().start()) : 0;
        int to = end(line, from);
        return (from > 0 ? "… " : "") + marked(line, from, to, query) + (to < line.length() ? " …" : "");
    }

    /** A whole text as HTML, the words found in {@code mark} elements. */
    public static String whole(String text, SearchQuery query) {
        return marked(text, 0, text.length(), query);
    }

    private static String marked(String line, int from, int to, SearchQuery query) {
        StringBuilder html = new StringBuilder();
        String piece = line.substring(from, to);
        int[] at = {0};
        hits(piece, query).forEach(hit -> {
            html.append(escaped(piece.substring(at[0], hit.start())))
                    .append("<mark>")
                    .append(escaped(hit.group()))
                    .append("</mark>");
            at[0] = hit.end();
        });
        return html.append(escaped(piece.substring(at[0]))).toString();
    }

    private static Stream<MatchResult> hits(String line, SearchQuery query) {
        return SearchWords.WORD.matcher(line).results().filter(word -> query.found(word.group()));
    }

    /** How a text begins: whole words on one line, with an ellipsis where it was cut. */
    public static String beginning(String text, int length) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= length) {
            return line;
        }
        int space = line.lastIndexOf(' ', length - 1);
        int end = space > 0 ? space : safe(line, length - 1);
        return line.substring(0, end).replaceFirst("[\\s,;:–—-]+$", "") + "…";
    }

    private static int start(String line, int hit) {
        if (hit <= BEFORE) {
            return 0;
        }
        int space = line.indexOf(' ', hit - BEFORE);
        return space < 0 || space >= hit ? hit : space + 1;
    }

    private static int end(String line, int from) {
        if (from + LENGTH >= line.length()) {
            return line.length();
        }
        int space = line.lastIndexOf(' ', from + LENGTH);
        return space > from ? space : safe(line, from + LENGTH);
    }

    private static int safe(String line, int cut) {
        return Character.isLowSurrogate(line.charAt(cut)) ? cut - 1 : cut;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
