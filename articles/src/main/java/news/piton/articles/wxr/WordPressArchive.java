package news.piton.articles.wxr;

import java.util.OptionalLong;

/** What became of a WordPress site's posts. For modules that import what hangs from them. */
public interface WordPressArchive {

    /**
     * The article that a post was imported as, whatever its state; empty when the post was left out or never read.
     *
     * @param origin the site, as {@link WxrSite#origin} names it
     * @param post the post's number there
     */
    OptionalLong articleFor(String origin, long post);
}
