package news.piton.app.site.syndication;

import java.util.function.BiFunction;

/** The formats of feeds. Each gives the whole text of the articles. */
public enum FeedFormat {
    /** RSS 2.0 (rssboard.org/rss-specification), with content:encoded, dc:creator, atom:updated and the links of RSS's best practices. */
    RSS("", "application/rss+xml", RssFeed::write),
    /** Atom 1.0 (RFC 4287). */
    ATOM("/atom", "application/atom+xml", AtomFeed::write),
    /** JSON Feed 1.1 (jsonfeed.org). */
    JSON("/json", "application/feed+json", JsonFeed::write);

    private final String suffix;
    private final String type;
    private final BiFunction<Feed, String, String> writer;

    FeedFormat(String suffix, String type, BiFunction<Feed, String, String> writer) {
        this.suffix = suffix;
        this.type = type;
        this.writer = writer;
    }

    /** What its address ends with, after {@code /feed}. */
    public String suffix() {
        return suffix;
    }

    public String type() {
        return type;
    }

    public String write(Feed feed) {
        return writer.apply(feed, feed.self(this));
    }
}
