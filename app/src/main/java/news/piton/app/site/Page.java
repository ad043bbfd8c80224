package news.piton.app.site;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.piton.app.site.view.Data;
import org.jspecify.annotations.Nullable;

/**
 * A page as it is to be answered.
 *
 * @param type of its content
 * @param body in UTF-8
 * @param tag its entity tag, without quotes; empty when nobody is to keep the page
 * @param shared whether it is the same for every reader, so that caches may keep it for them
 * @param keys what it shows, for a cache that can drop all pages with one of it; README.md tells what there are
 * @param changed since when it has been exactly as it is; null when that is not told
 * @param headers more of them, or others than every page has
 */
record Page(
        int status,
        String type,
        byte[] body,
        String tag,
        boolean shared,
        Set<String> keys,
        @Nullable Instant changed,
        Map<String, String> headers) {
    private static final String HTML = "text/html";
    /** Programs of other sites may read what is made for programs. */
    private static final Map<String, String> OPEN =
            Map.of("Access-Control-Allow-Origin", "*", "Cross-Origin-Resource-Policy", "cross-origin");

    static Page of(byte[] html, Set<String> keys) {
        return new Page(200, HTML, html, Digest.of(html), true, keys, null, Map.of());
    }

    /** For whoever asked, and to be kept by nobody. */
    static Page once(int status, byte[] html) {
        return new Page(status, HTML, html, "", false, Set.of(), null, Map.of());
    }

    /** For programs. */
    static Page document(String type, String text, Set<String> keys) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return new Page(200, type, body, Digest.of(body), true, keys, null, OPEN);
    }

    Page changedAt(Instant time) {
        return new Page(status, type, body, tag, shared, keys, time, headers);
    }

    Page status(int other) {
        return new Page(other, type, body, tag, shared, keys, changed, headers);
    }

    Page header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Page(status, type, body, tag, shared, keys, changed, more);
    }

    /** The same page, kept by nobody unless so. */
    Page sharedIf(boolean so) {
        return new Page(status, type, body, tag, shared && so, keys, changed, headers);
    }

    /** The keys of a list: its own, and those of the articles in it. */
    static Set<String> keys(String own, List<Data> articles) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(own);
        articles.forEach(article -> keys.add(key(article)));
        return keys;
    }

    static String key(Data article) {
        return "article-" + article.text("id");
    }

    /** @param subject section, tag or author */
    static String key(String subject, String slug) {
        return subject + "-" + slug;
    }
}
