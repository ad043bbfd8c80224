package news.piton.app.site;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of an article's address that WordPress understands beyond its permalink, led back to the one that is kept. */
final class WordPressAddress {
    private static final Pattern NUMBERED = Pattern.compile("(?:^|&)(p|page_id|attachment_id)=([0-9]{1,18})(?:&|$)");

    /** A page of a long text, of its comments, its feed, its light version, its frame elsewhere. */
    private static final Pattern BEHIND = Pattern.compile(
            "(?<=.)/(?:[0-9]{1,4}|page/[0-9]+|comment-page-[0-9]+|feed(?:/\\w+)?|amp|embed|trackback)/?$");

    private WordPressAddress() {}

    /** The number alone, whatever stands beside it; else path and query. */
    static String of(String path, String query) {
        Matcher number = NUMBERED.matcher(query);
        String home = path.replaceFirst("index\\.php$", "");
        return number.find()
                ? home + "?" + number.group(1) + "=" + number.group(2)
                : query.isEmpty() ? path : path + "?" + query;
    }

    /** The article's own path. */
    static String article(String path) {
        return BEHIND.matcher(path).replaceFirst("");
    }
}
