package news.piton.app.site.syndication;

import java.time.Instant;
import java.util.List;
import news.piton.app.site.view.Data;
import news.piton.app.site.view.Frame;
import news.piton.core.site.Site;

/**
 * An entry of a live blog.
 *
 * @param at what it tells of
 * @param time the same as readers of the paper have it
 * @param headline plain text; may be empty
 * @param html sanitised
 */
record Entry(Instant at, String time, String headline, String html) {

    /** The newest entries of an article, newest first; none for one without a live blog. */
    static List<Entry> of(Data article, Site site) {
        return article.has("liveBlog")
                ? article.of("liveBlog").of("entries").list("nodes").stream()
                        .map(each -> new Entry(
                                each.time("at"),
                                Frame.minute(each.time("at"), site),
                                each.text("headline"),
                                each.of("body").text("html")))
                        .toList()
                : List.of();
    }
}
