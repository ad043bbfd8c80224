package news.piton.articles.internal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;

/** The part of a text that shows why it was found, or how it begins. */
public final class Excerpt {
    private static final int LENGTH = 200;
    private static final int BEFORE = 60;

    private Excerpt() {}

    /**
     * About {@value #LENGTH} characters around the first word that was asked for, as HTML, the words found in {@code mark}
     * elements; the beginning of the text when none is in it.
     */
    public static String marked(String text, List<String> asked) {
        String line = text.replaceAll("\\s+", " ").strip();
        List<MatchResult> hits = new ArrayList<>();
        int from = 0;
        for (MatchResult word :
                (Iterable<MatchResult>) SearchWords.WORD.matcher(line).results()::iterator) {
            if (!hits.isEmpty() && word.end() > from + LENGTH) {
                break;
            }
            if (SearchWords.found(word.group(), asked)) {
                if (hits.isEmpty()) {
                    from = start(line, word.start());
                }
                hits.add(word);
            }
        }
        int to = end(line, from);
        StringBuilder html = new StringBuilder(from > 0 ? "… " : "");
        int at = from;
        for (MatchResult hit : hits) {
            if (hit.end() <= to) {
                html.append(escaped(line.substring(at, hit.start())))
                        .append("<mark>")
                        .append(escaped(hit.group()))
                        .append("</mark>");
                at = hit.end();
            }
        }
        html.append(escaped(line.substring(at, to)));
        return html.append(to < line.length() ? " …" : "").toString();
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
