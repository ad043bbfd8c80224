package news.piton.sharing;

import java.net.URI;
import java.util.List;

/** An article's links for passing it on, and how often they were opened. */
public record ShareView(URI shortUrl, List<ChannelView> channels, int count, LinkPreview preview) {

    /**
     * One way to share the article.
     *
     * @param code names the channel for programs
     * @param name for readers
     * @param url opens the channel with text and link filled in
     */
    public record ChannelView(String code, String name, URI url, int count) {}
}
