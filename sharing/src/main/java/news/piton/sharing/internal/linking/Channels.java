package news.piton.sharing.internal.linking;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import news.piton.articles.ArticleView;
import news.piton.articles.ImageView;
import news.piton.core.site.Site;
import news.piton.sharing.LinkPreview;
import news.piton.sharing.ShareView;
import news.piton.sharing.ShareView.ChannelView;
import org.jspecify.annotations.Nullable;

/** Makes an article's links, out of the article alone; how often they were opened comes from outside. */
public final class Channels {
    private final Site site;

    public Channels(Site site) {
        this.site = site;
    }

    public String shortUrl(long articleId) {
        return site.link("/s/" + ShortCode.of(articleId));
    }

    /**
     * All links of an article.
     *
     * @param visits how often the links of each channel were opened; absent means never
     */
    public ShareView share(ArticleView article, Map<Channel, Integer> visits) {
        String shortUrl = shortUrl(article.id());
        List<ChannelView> channels = Arrays.stream(Channel.values())
                .map(channel -> new ChannelView(
                        channel.name(),
                        channel.title(),
                        channel.share(article.headline(), shortUrl),
                        visits.getOrDefault(channel, 0)))
                .toList();
        int count = visits.values().stream().mapToInt(Integer::intValue).sum();
        return new ShareView(URI.create(shortUrl), channels, count, preview(article));
    }

    private LinkPreview preview(ArticleView article) {
        List<String> missing = new ArrayList<>();
        String description = article.standfirst();
        if (description == null || description.isBlank()) {
            description = article.section().name() + " – " + site.name();
            missing.add("description");
        }
        @Nullable ImageView image = article.image();
        if (image == null) {
            missing.add("imageUrl");
        }
        return new LinkPreview(
                article.headline(), description, image == null ? null : image.url(), site.name(), List.copyOf(missing));
    }
}
