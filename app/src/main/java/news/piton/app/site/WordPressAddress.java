package news.piton.app.site;

import io.helidon.common.uri.UriQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What WordPress understands as the address of an article beyond its permalink, or of a list, led to the one that is kept. */
final class WordPressAddress {
    private static final Pattern NUMBERED = Pattern.compile("(?:^|&)(p|page_id|attachment_id)=([0-9]{1,18})(?:&|$)");

    /** A page of a long text, of its comments, its feed, its light version, its frame elsewhere. */
    private static final Pattern BEHIND = Pattern.compile(
            "(?<=.)/(?:[0-9]{1,4}|page/[0-9]+|comment-page-[0-9]+|feed(?:/\\w+)?|amp|embed|trackback)/?$");

    /** A page of a list, and the archive of a year, a month or a day, for which there is no page here. */
    private static final Pattern LIST = Pattern.compile(
            "((?:/(?:section|tag|author|category)(?:/[a-z0-9-]+)+?)?)/page/[0-9]+/?|/[12][0-9]{3}(?:/[0-9]{2}){0,2}(?:/page/[0-9]+)?/?");

    /** What is asked of the front page that means another one, lists by name first. */
    private static final Map<String, String> NAMED =
            Map.of("category_name", "/category/", "tag", "/tag/", "author_name", "/author/");

    private static final Set<String> UNNAMED = Set.of("cat", "author", "m", "year", "monthnum", "day", "paged");

    private WordPressAddress() {}

    /** All parameters by which the front page is another one. */
    static Set<String> parameters() {
        Set<String> all = new HashSet<>(Set.of("s", "feed", "p", "page_id", "attachment_id"));
        all.addAll(NAMED.keySet());
        all.addAll(UNNAMED);
        return all;
    }

    /** The number alone, whatever stands beside it; else path and query. */
    static String of(String path, String query) {
        Matcher number = NUMBERED.matcher(query);
        String home = path.replaceFirst("index\\.php$", "");
        return number.find()
                ? home + "?" + number.group(1) + "=" + number.group(2)
                : query.isEmpty() ? path : path + "?" + query;
    }

    /** Where a list lies now, its first page or else the front page; empty when the path is none of a list. */
    static String list(String path) {
        Matcher list = LIST.matcher(path);
        if (path.length() > Paper.LONGEST_ADDRESS || !list.matches()) {
            return "";
        }
        return list.group(1) == null || list.group(1).isEmpty() ? "/" : list.group(1);
    }

    /** Likewise for what is asked of the front page. */
    static String list(UriQuery query) {
        for (Map.Entry<String, String> named : NAMED.entrySet()) {
            String name = query.first(named.getKey()).orElse("").replaceFirst("^.*/(?=.)", "");
            if (!name.isEmpty()) {
                return named.getValue() + URLEncoder.encode(name, StandardCharsets.UTF_8);
            }
        }
        return UNNAMED.stream().anyMatch(query::contains) ? "/" : "";
    }

    /** The article's own path. */
    static String article(String path) {
        return BEHIND.matcher(path).replaceFirst("");
    }
}
