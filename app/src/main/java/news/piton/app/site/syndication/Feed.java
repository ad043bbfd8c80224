package news.piton.app.site.syndication;

import java.time.Instant;
import java.util.List;
import news.piton.core.site.Site;

/**
 * A feed, whichever format it is written in.
 *
 * @param home the path of the page that shows the same
 * @param items newest first
 */
public record Feed(Site site, String title, String home, List<FeedItem> items) {
    public Feed {
        title = Characters.allowed(title);
    }

    /** When anything in it last changed; the epoch when there is nothing in it. */
    public Instant changed() {
        return items.stream().map(FeedItem::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    /** Where a format of this feed lies. */
    public String self(FeedFormat format) {
        return site.link(path(home, format));
    }

    /** Where a format of the feed of a page lies; {@code home} is that page's path. */
    public static String path(String home, FeedFormat format) {
        return (home.equals("/") ? "" : home) + "/feed" + format.suffix();
    }

    String homepage() {
        return site.link(home);
    }

    String description() {
        return "The latest from " + Characters.allowed(site.name()) + ".";
    }
}
