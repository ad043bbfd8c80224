package news.piton.app.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.piton.app.site.syndication.Feed;
import news.piton.app.site.syndication.FeedFormat;
import news.piton.app.site.syndication.Hubs;
import news.piton.app.site.view.Data;
import news.piton.core.host.Endpoint;
import news.piton.core.host.execution.Answer;
import news.piton.core.site.Site;

/** Follows what is published, changed, moved and taken back, and tells the hubs which feeds show it. */
final class HubNews {
    private final Site site;
    private final Hubs hubs;

    private HubNews(Site site) {
        this.site = site;
        this.hubs = new Hubs(site.hubs());
    }

    static void follow(Endpoint endpoint, Documents documents, Site site) {
        HubNews news = new HubNews(site);
        Map.of(
                        "published", "articlePublished",
                        "updated", "articleUpdated",
                        "moved", "articleMoved",
                        "unpublished", "articleUnpublished")
                .forEach((document, field) ->
                        endpoint.follow(documents.of(document), Map.of(), answer -> news.tell(answer, field)));
    }

    private void tell(Answer answer, String field) {
        if (answer.data() instanceof Map<?, ?> fields && new Data(fields).has(field)) {
            hubs.tell(feeds(new Data(fields).of(field)));
        }
    }

    /** Of the paper, of the article's section and the one above it, of its tags, authors and corrections, in all formats. */
    private List<String> feeds(Data article) {
        List<String> homes = new ArrayList<>();
        if (article.has("section")) {
            Data section = article.of("section");
            if (section.flag("news")) {
                homes.add("/");
            }
            homes.add("/section/" + section.text("slug"));
            if (section.has("parent")) {
                homes.add("/section/" + section.of("parent").text("slug"));
            }
        }
        article.list("tags").forEach(tag -> homes.add("/tag/" + tag.text("slug")));
        article.list("authors").forEach(author -> homes.add("/author/" + author.text("slug")));
        if (article.has("corrections") && !article.list("corrections").isEmpty()) {
            homes.add("/corrections");
        }
        return homes.stream()
                .flatMap(home -> Stream.of(FeedFormat.values()).map(format -> site.link(Feed.path(home, format))))
                .toList();
    }
}
