package news.piton.sharing.internal.web;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import java.util.OptionalLong;
import news.piton.articles.ArticleView;
import news.piton.articles.Articles;
import news.piton.sharing.internal.linking.Channel;
import news.piton.sharing.internal.linking.ShortCode;
import news.piton.sharing.internal.visits.CountVisits;

/**
 * {@code /s/{code}} and {@code /s/{code}/{mark}}: on to the article. 302 and not 301 (RFC 9110, section 15.4), so that the
 * next visit is counted too, and an article that is unpublished or moved later is not opened at its old place.
 */
public final class ShortLinks {
    private static final HeaderName PURPOSE = HeaderNames.create("Purpose");
    private static final HeaderName SEC_PURPOSE = HeaderNames.create("Sec-Purpose");
    private final Articles articles;
    private final CountVisits countVisits;

    public ShortLinks(Articles articles, CountVisits countVisits) {
        this.articles = articles;
        this.countVisits = countVisits;
    }

    public void follow(ServerRequest request, ServerResponse response) {
        OptionalLong id = ShortCode.id(request.path().pathParameters().get("code"));
        Optional<Channel> channel =
                Channel.marked(request.path().pathParameters().first("mark").orElse(""));
        Optional<ArticleView> article =
                id.isPresent() && channel.isPresent() ? articles.published(id.getAsLong()) : Optional.empty();
        if (article.isEmpty()) {
            response.status(Status.NOT_FOUND_404)
                    .header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                    .send("There is no article behind this link, or it is not published any more.\n");
            return;
        }
        if (request.prologue().method().equals(Method.GET)) {
            countVisits.visited(
                    article.get().id(),
                    channel.get(),
                    header(request, HeaderNames.USER_AGENT),
                    header(request, SEC_PURPOSE) + header(request, PURPOSE));
        }
        response.status(Status.FOUND_302)
                .header(HeaderNames.LOCATION, article.get().url().toString())
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .send();
    }

    private static String header(ServerRequest request, HeaderName name) {
        return request.headers().first(name).orElse("");
    }
}
