package news.piton.app.site;

import com.github.benmanes.caffeine.cache.Ticker;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import news.piton.app.site.PageMemory.Shown;
import news.piton.app.site.syndication.Feed;
import news.piton.app.site.syndication.FeedFormat;
import news.piton.core.guard.SameOrigin;
import news.piton.core.host.Endpoint;
import news.piton.core.host.Pages;
import news.piton.core.plugin.Contribution.Route;
import news.piton.core.settings.Settings;
import news.piton.core.site.Site;

/** All addresses of the reader site. Whatever is at none of them is looked for among the addresses of old. */
public final class ReaderSite implements Pages {
    /** One name for all of it, since no page asks for a part, and each costs. */
    private static final String PERMALINK = "/{permalink:[0-9]+/[0-9]+/[0-9]+/[^/]+}";

    private final Ticker ticker;
    private final int inSitemap;

    public ReaderSite() {
        this(Ticker.systemTicker(), SitemapPages.MOST);
    }

    /**
     * @param ticker tells how long pages have been kept
     * @param inSitemap how many pages a sitemap names
     */
    ReaderSite(Ticker ticker, int inSitemap) {
        this.ticker = ticker;
        this.inSitemap = inSitemap;
    }

    @Override
    public List<Route> routes(
            Endpoint endpoint, Site site, InstantSource clock, Set<String> modules, Settings settings) {
        Documents documents = new Documents(modules);
        Paper paper = new Paper(endpoint, documents, modules, ticker);
        AssetFiles assets = new AssetFiles();
        Frames frames = new Frames(site, assets.assets(), paper.has("newsletter"));
        Sending sending = new Sending(new SecureHeaders(site.url()));
        Lost lost = new Lost(paper, frames, sending);
        ListPages lists = new ListPages(paper, frames);
        ArticlePages articles = new ArticlePages(paper, frames, new LastChanges(clock));
        CommentPages comments = new CommentPages(paper, frames);
        NewsletterPages newsletter = new NewsletterPages(paper, frames);
        Posting posting = new Posting(paper, new SameOrigin(site));

        PageMemory memory = new PageMemory(settings.get(MEMORY) * 1_048_576L, ticker);
        Routes routes = new Routes(sending, lost, memory);
        routes.kept("/", lists::front, WordPressAddress.parameters().toArray(String[]::new));
        routes.kept(PERMALINK, articles::show, "thanks", "entries", "live");
        routes.get("/drafts/{id}", articles::draft);
        routes.kept("/sections", lists::sections);
        routes.kept("/section/{slug}", lists::section, "after", "before");
        routes.kept("/tag/{slug}", lists::tag, "after", "before");
        routes.kept("/author/{slug}", lists::author, "after", "before");
        routes.get("/search", lists::search);
        routes.get("/corrections", lists::corrections);
        routes.post(PERMALINK, request -> articles.posted(request, posting));
        if (paper.has("newsletter")) {
            routes.get("/newsletter", newsletter::show);
            routes.post("/newsletter", request -> newsletter.posted(request, posting));
        }
        if (paper.has("comments")) {
            routes.get("/comments", comments::list);
            routes.get("/comments/{id}", comments::show);
            routes.post("/comments/{id}", request -> comments.posted(request, posting));
        }
        syndicate(routes, paper, site, clock);
        if (!site.hubs().isEmpty() && modules.contains("articles")) {
            HubNews.follow(endpoint, documents, site);
        }
        routes.all.addAll(assets.routes());
        routes.get("/*", request -> Found.NOTHING);
        return List.copyOf(routes.all);
    }

    /** What other programs read. */
    private void syndicate(Routes routes, Paper paper, Site site, InstantSource clock) {
        FeedPages feeds = new FeedPages(paper, site);
        for (FeedFormat format : FeedFormat.values()) {
            routes.kept(Feed.path("/", format), request -> feeds.all(request, format));
            routes.kept(Feed.path("/corrections", format), request -> feeds.corrections(request, format));
            for (String subject : List.of("section", "tag", "author")) {
                String home = "/" + subject + "/{slug}";
                routes.kept(Feed.path(home, format), request -> feeds.of(request, subject, format));
            }
        }
        for (String home : List.of("", "/section/{slug}", "/tag/{slug}", "/author/{slug}")) {
            routes.get(home + "/feed/{old:rss|rss2|rdf}", feeds::rssOfOld);
        }
        routes.get("/category/{+names}", feeds::categoryOfOld);

        SitemapPages sitemaps = new SitemapPages(paper, site, clock, inSitemap);
        routes.get("/robots.txt", sitemaps::robots);
        routes.get("/sitemap.xml", sitemaps::index);
        for (String old : List.of("/wp-sitemap.xml", "/sitemap_index.xml")) {
            routes.get(old, request -> new Found.Elsewhere(301, "/sitemap.xml"));
        }
        routes.kept("/sitemaps/articles/{span}", sitemaps::articles);
        routes.kept("/sitemaps/sections.xml", sitemaps::sections);
        for (String subject : List.of("tag", "author")) {
            for (String path : List.of("/sitemaps/" + subject + "s.xml", "/sitemaps/" + subject + "s/{number}")) {
                routes.kept(path, request -> sitemaps.names(request, subject));
            }
        }
        routes.kept("/sitemaps/news.xml", sitemaps::news);

        routes.get("/oembed", new OEmbedPages(paper, site)::show);
    }

    /** Collects the routes, and answers for all of them alike, also when something fails. */
    private record Routes(Sending sending, Lost lost, PageMemory memory, List<Route> all) {
        private Routes(Sending sending, Lost lost, PageMemory memory) {
            this(sending, lost, memory, new ArrayList<>());
        }

        private void get(String path, Function<ServerRequest, Found> page) {
            all.add(new Route(Method.GET, path, handler(page)));
            all.add(new Route(Method.HEAD, path, handler(page)));
        }

        /** For pages that most readers ask for. @param parameters those that make it another page */
        private void kept(String path, Function<ServerRequest, Found> page, String... parameters) {
            Set<String> known = Set.of(parameters);
            Handler handler = (request, response) -> lost.guard(request, response, () -> {
                switch (memory.page(request, known, () -> page.apply(request))) {
                    case Shown.Whole(Ready ready) -> sending.send(request, response, ready);
                    case Shown.Anew(Found found) -> answer(request, response, found);
                }
            });
            all.add(new Route(Method.GET, path, handler));
            all.add(new Route(Method.HEAD, path, handler));
        }

        private void post(String path, Function<ServerRequest, Found> page) {
            all.add(new Route(Method.POST, path, handler(page)));
        }

        private Handler handler(Function<ServerRequest, Found> page) {
            return (request, response) ->
                    lost.guard(request, response, () -> answer(request, response, page.apply(request)));
        }

        private void answer(ServerRequest request, ServerResponse response, Found found) {
            switch (found) {
                case Found.Shown(Page shown) -> sending.send(request, response, shown);
                case Found.Elsewhere elsewhere -> sending.redirect(request, response, elsewhere);
                case Found.Nothing nothing -> lost.missing(request, response);
            }
        }
    }
}
