package news.piton.app.site;

import io.helidon.common.uri.UriQuery;
import io.helidon.webserver.http.ServerRequest;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import news.piton.app.site.syndication.OEmbed;
import news.piton.app.site.view.Data;
import news.piton.core.site.Site;

/** The oEmbed provider: {@code /oembed?url=…&format=json|xml&maxwidth=…&maxheight=…} */
final class OEmbedPages {
    private final Paper paper;
    private final Site site;

    OEmbedPages(Paper paper, Site site) {
        this.paper = paper;
        this.site = site;
    }

    Found show(ServerRequest request) {
        UriQuery query = request.query();
        String format = query.first("format").orElse("json");
        if (!format.equals("json") && !format.equals("xml")) {
            return refused(501, "There are the formats json and xml.");
        }
        String path = path(query.first("url").orElse(""));
        if (path.isEmpty()) {
            return nothing();
        }
        Paper.Told told = paper.ask(request, "oembed", Map.of("path", path)).about("article");
        if (!told.has("article") || !told.data().of("article").text("status").equals("PUBLISHED")) {
            return nothing();
        }
        Data article = told.data().of("article");
        Map<String, Object> answer = OEmbed.of(site, article, most(query, "maxwidth"), most(query, "maxheight"));
        Page page = format.equals("json")
                ? Page.document("application/json", OEmbed.json(answer), Set.of(Page.key(article)))
                : Page.document("text/xml", OEmbed.xml(answer), Set.of(Page.key(article)));
        return new Found.Shown(page.sharedIf(told.whole()));
    }

    private static Found nothing() {
        return refused(404, "No article lies at that address.");
    }

    private static Found refused(int status, String why) {
        return new Found.Shown(
                Page.document("text/plain", why + "\n", Set.of()).status(status).sharedIf(false));
    }

    /** The path of an address of this site; empty for any other. */
    private String path(String address) {
        try {
            URI url = URI.create(address);
            boolean ours = site.url().getAuthority().equalsIgnoreCase(url.getAuthority());
            return ours && url.getRawPath().length() <= Paper.LONGEST_ADDRESS ? url.getRawPath() : "";
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    /** What is no number limits nothing. */
    private static int most(UriQuery query, String name) {
        try {
            return Integer.parseInt(query.first(name).orElse(""));
        } catch (NumberFormatException absent) {
            return Integer.MAX_VALUE;
        }
    }
}
