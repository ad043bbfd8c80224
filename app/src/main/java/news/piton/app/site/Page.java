package news.piton.app.site;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import news.piton.app.site.view.Data;
import org.jspecify.annotations.Nullable;

/**
 * A page as it is to be answered.
 *
 * @param shared whether it is the same for every reader, so that caches may keep it for them
 * @param keys what it shows, for a cache that can drop all pages with one of it
 * @param changed when what it shows last changed; null when that cannot be told
 */
record Page(
        int status,
        String html,
        boolean shared,
        Set<String> keys,
        @Nullable Instant changed) {

    static Page of(String html, Set<String> keys) {
        return new Page(200, html, true, keys, null);
    }

    /** For whoever asked, and to be kept by nobody. */
    static Page once(int status, String html) {
        return new Page(status, html, false, Set.of(), null);
    }

    Page changedAt(Instant time) {
        return new Page(status, html, shared, keys, time);
    }

    Page status(int other) {
        return new Page(other, html, shared, keys, changed);
    }

    /** The same page, kept by nobody unless so. */
    Page sharedIf(boolean so) {
        return new Page(status, html, shared && so, keys, changed);
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
}
