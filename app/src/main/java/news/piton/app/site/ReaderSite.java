package news.piton.app.site;

import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import news.piton.core.host.Endpoint;
import news.piton.core.host.Pages;
import news.piton.core.plugin.Contribution.Route;
import news.piton.core.site.Site;

/** All addresses of the reader site. Whatever is at none of them is looked for among the addresses of old. */
public final class ReaderSite implements Pages {
    private static final String PERMALINK = "/{year:[0-9]+}/{month:[0-9]+}/{day:[0-9]+}/{slug}";

    @Override
    public List<Route> routes(Endpoint endpoint, Site site, Set<String> modules) {
        Paper paper = new Paper(endpoint, modules);
        AssetFiles assets = new AssetFiles();
        Frames frames = new Frames(site, assets.assets(), paper.has("newsletter"));
        Sending sending = new Sending(new SecureHeaders(site.url()));
        Lost lost = new Lost(paper, frames, sending);
        ListPages lists = new ListPages(paper, frames);
        ArticlePages articles = new ArticlePages(paper, frames);
        CommentPages comments = new CommentPages(paper, frames);
        NewsletterPages newsletter = new NewsletterPages(paper, frames);
        Posting posting = new Posting(paper, new SameOrigin(site.url()));

        Routes routes = new Routes(sending, lost);
        routes.get("/", lists::front);
        routes.get(PERMALINK, articles::show);
        routes.get("/drafts/{id}", articles::draft);
        routes.get("/section/{slug}", lists::section);
        routes.get("/tag/{slug}", lists::tag);
        routes.get("/author/{slug}", lists::author);
        routes.get("/search", lists::search);
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
        routes.all.addAll(assets.routes());
        routes.get("/*", request -> Found.NOTHING);
        return List.copyOf(routes.all);
    }

    /** What an address leads to. */
    sealed interface Found {
        Found NOTHING = new Nothing();

        record Shown(Page page) implements Found {}

        /** @param status 301 for good, 303 after a form */
        record Elsewhere(int status, String location) implements Found {}

        record Nothing() implements Found {}
    }

    /** Collects the routes, and answers for all of them alike, also when something fails. */
    private record Routes(Sending sending, Lost lost, List<Route> all) {
        private Routes(Sending sending, Lost lost) {
            this(sending, lost, new ArrayList<>());
        }

        private void get(String path, Function<ServerRequest, Found> page) {
            all.add(new Route(Method.GET, path, handler(page)));
            all.add(new Route(Method.HEAD, path, handler(page)));
        }

        private void post(String path, Function<ServerRequest, Found> page) {
            all.add(new Route(Method.POST, path, handler(page)));
        }

        private Handler handler(Function<ServerRequest, Found> page) {
            return (request, response) -> lost.guard(request, response, () -> {
                switch (page.apply(request)) {
                    case Found.Shown(Page shown) -> sending.send(request, response, shown);
                    case Found.Elsewhere(int status, String location) -> sending.redirect(response, status, location);
                    case Found.Nothing nothing -> lost.missing(request, response);
                }
            });
        }
    }
}
