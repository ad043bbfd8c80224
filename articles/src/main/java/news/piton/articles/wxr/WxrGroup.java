package news.piton.articles.wxr;

import java.util.function.Predicate;

/**
 * What Piton puts around a text for the readers of WordPress: a group of blocks that has a class of its own, so that another
 * Piton, which reads the same in custom fields, knows it again and takes it away. No such group stands inside another one.
 */
public enum WxrGroup {
    /** What the paper has said of its mistakes in the text. */
    NOTICES("piton-notices"),
    /** An entry of a live blog. */
    LIVE_ENTRY("piton-live-entry");

    /** Marks, in an entry, the line that tells its time. */
    public static final String TIME = "piton-live-time";
    /** Marks, in an entry, its headline. */
    public static final String HEADLINE = "piton-live-headline";

    private static final String END = "<!-- /wp:group -->";

    private final String name;

    WxrGroup(String name) {
        this.name = name;
    }

    private String begin() {
        return "<!-- wp:group {\"className\":\"" + name + "\"} -->";
    }

    /**
     * @param anchor the name of the place in the page, or empty
     * @param blocks as WordPress's editor stores them
     */
    public String around(String anchor, String blocks) {
        String id = anchor.isEmpty() ? "" : "id=\"" + anchor + "\" ";
        return begin() + "\n<div " + id + "class=\"wp-block-group " + name + "\">\n" + blocks + "\n</div>\n" + END;
    }

    /**
     * A text without the groups of this kind.
     *
     * @param taken gets each one's HTML, and says false to leave it where it is
     */
    public String cutFrom(String content, Predicate<String> taken) {
        String begin = begin();
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (int at = content.indexOf(begin); at >= 0; at = content.indexOf(begin, from)) {
            int end = content.indexOf(END, at);
            if (end < 0) {
                break;
            }
            boolean take = taken.test(content.substring(at + begin.length(), end));
            rest.append(content, from, take ? at : end + END.length());
            from = end + END.length();
        }
        return from == 0
                ? content
                : rest.append(content, from, content.length()).toString();
    }
}
