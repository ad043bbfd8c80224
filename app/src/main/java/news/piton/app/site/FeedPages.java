package news.piton.app.site;

import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.piton.app.site.syndication.Feed;
import news.piton.app.site.syndication.FeedFormat;
import news.piton.app.site.syndication.FeedItem;
import news.piton.app.site.view.Data;
import news.piton.core.site.Site;

/** The feeds of the paper, of each section, tag and author, and of the corrections; and where WordPress had them. */
final class FeedPages {
    private static final Pattern OF_OLD =
            Pattern.compile("/category/(?:[a-z0-9-]+/)*?([a-z0-9-]+)(?:/page/[0-9]+)?(/feed)?(/atom)?(/rss2?|/rdf)?/?");

    private final Paper paper;
    private final Site site;

    FeedPages(Paper paper, Site site) {
        this.paper = paper;
        this.site = site;
    }

    /** The paper's feed. */
    Found all(ServerRequest request, FeedFormat format) {
        Paper.Told told = paper.ask(request, "feed", Map.of()).about("articles");
        List<Data> articles = told.data().of("articles").list("nodes");
        return shown(format, feed(site.name(), "/", articles), Page.keys("feed", articles), told);
    }

    /** What the paper has corrected, however old the article. */
    Found corrections(ServerRequest request, FeedFormat format) {
        Paper.Told told = paper.ask(request, "corrections", Map.of("first", ListPages.PAGE))
                .about("corrections");
        List<Data> corrections = told.data().of("corrections").list("edges");
        List<Data> articles =
                corrections.stream().map(edge -> edge.of("article")).toList();
        List<FeedItem> items = corrections.stream().map(FeedItem::ofCorrection).toList();
        Feed feed = new Feed(site, "Corrections · " + site.name(), "/corrections", items);
        return shown(format, feed, Page.keys("corrections", articles), told);
    }

    /** @param subject section, tag or author */
    Found of(ServerRequest request, String subject, FeedFormat format) {
        String slug = request.path().pathParameters().get("slug");
        Paper.Told told =
                paper.ask(request, subject + "-feed", Map.of("slug", slug)).about(subject);
        if (!told.has(subject)) {
            return Found.NOTHING;
        }
        Data named = told.data().of(subject);
        String home = "/" + subject + "/" + named.text("slug");
        String key = Page.key(subject, named.text("slug"));
        if (!named.text("slug").equals(slug)) {
            return new Found.Elsewhere(301, Feed.path(home, format), Set.of(key));
        }
        List<Data> articles = named.of("articles").list("nodes");
        Feed feed = feed(named.text("name") + " · " + site.name(), home, articles);
        return shown(format, feed, Page.keys(key, articles), told);
    }

    private Feed feed(String title, String home, List<Data> articles) {
        return new Feed(
                site,
                title,
                home,
                articles.stream().map(article -> FeedItem.of(article, site)).toList());
    }

    private Found shown(FeedFormat format, Feed feed, Set<String> keys, Paper.Told told) {
        String links = Stream.concat(
                        site.hubs().stream().map(hub -> "<" + hub + ">; rel=\"hub\""),
                        Stream.of("<" + feed.self(format) + ">; rel=\"self\""))
                .collect(Collectors.joining(", "));
        return new Found.Shown(Page.document(format.type(), format.write(feed), keys)
                .header("Link", links)
                .sharedIf(told.whole()));
    }

    /** WordPress has more names for RSS. */
    Found rssOfOld(ServerRequest request) {
        String path = request.path().rawPath();
        return new Found.Elsewhere(301, path.substring(0, path.lastIndexOf('/')));
    }

    /** A category of WordPress, in those that it stands in, has become a section here, or else a tag. */
    Found categoryOfOld(ServerRequest request) {
        String path = request.path().rawPath();
        Matcher address = OF_OLD.matcher(path);
        if (path.length() > Paper.LONGEST_ADDRESS || !address.matches()) {
            return Found.NOTHING;
        }
        String format = address.group(2) == null ? "" : address.group(3) == null ? "/feed" : "/feed/atom";
        Paper.Told told = paper.ask(request, "category", Map.of("slug", address.group(1)));
        for (String subject : List.of("section", "tag")) {
            if (told.has(subject)) {
                String slug = told.data().of(subject).text("slug");
                return new Found.Elsewhere(301, "/" + subject + "/" + slug + format, Set.of(Page.key(subject, slug)));
            }
        }
        return told.nothing();
    }
}
