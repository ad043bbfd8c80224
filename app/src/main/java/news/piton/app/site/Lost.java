package news.piton.app.site;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.piton.app.site.html.JtemissingGenerated;
import news.piton.app.site.html.JtetroubleGenerated;
import news.piton.app.site.view.Data;
import news.piton.app.site.view.Frame;
import news.piton.core.fault.Fault;
import news.piton.core.fault.FaultCode;
import news.piton.core.host.http.RequestTrace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a reader gets who comes to nothing: the page that has moved, one that helps, or a word of apology. */
final class Lost {
    private static final Logger LOG = LoggerFactory.getLogger(Lost.class);

    private final Paper paper;
    private final Frames frames;
    private final Sending sending;

    Lost(Paper paper, Frames frames, Sending sending) {
        this.paper = paper;
        this.frames = frames;
        this.sending = sending;
    }

    /** Answers whatever happens. */
    void guard(ServerRequest request, ServerResponse response, Runnable page) {
        try {
            answer(request, response, page);
        } catch (Trouble trouble) {
            if (!trouble.retryAfter().isEmpty()) {
                response.header("Retry-After", trouble.retryAfter());
            }
            if (trouble.status() == 401) {
                response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
            }
            if (!request.content().consumed()) {
                response.header(HeaderValues.CONNECTION_CLOSE); // nobody waits for a body that nobody wants
            }
            sending.send(request, response, apology(trouble.status(), trouble.sentence()));
        } catch (HttpException | CloseConnectionException | UncheckedIOException theirs) {
            throw theirs;
        } catch (RuntimeException | StackOverflowError ours) {
            String id = RequestTrace.of(request).id();
            LOG.error("Our mistake: request {} path {}", id, request.path().rawPath(), ours);
            sending.send(request, response, apology(500, "The number of this request is " + id + "."));
        }
    }

    private void answer(ServerRequest request, ServerResponse response, Runnable page) {
        try {
            identify(request);
            page.run();
        } catch (Trouble trouble) {
            if (trouble.status() != 404) {
                throw trouble;
            }
            missing(request, response);
        }
    }

    /** @throws Trouble 401 for a token that opens nothing, on every page alike */
    private static void identify(ServerRequest request) {
        try {
            Sending.signedIn(request);
        } catch (Fault unknown) {
            boolean stranger = unknown.code() == FaultCode.UNAUTHENTICATED;
            throw new Trouble(stranger ? 401 : 503, String.valueOf(unknown.getMessage()));
        }
    }

    private Page apology(int status, String detail) {
        String heading = switch (status) {
            case 401, 403 -> "This is not for everybody";
            case 404 -> "There is no such page";
            case 400, 408, 413, 415 -> "This cannot be read";
            case 429 -> "That was too often";
            case 503 -> "The paper is busy";
            default -> "Something went wrong on our side";
        };
        List<String> told = status == 500
                ? List.of("We have taken note of it. Please try again in a little while.", detail)
                : List.of(detail);
        return Page.once(
                status, Html.of(out -> JtetroubleGenerated.render(out, Html.NONE, frames.bare(), heading, told)));
    }

    /**
     * Leads to where the article lies that once had this address, or tells that there is none, with 404.
     *
     * @throws Trouble when that cannot be told
     */
    void missing(ServerRequest request, ServerResponse response) {
        String path = request.path().rawPath();
        String query = request.query().isEmpty() ? "" : request.query().rawValue();
        Paper.Told told = paper.page(
                request,
                "missing",
                Map.of(
                        "address", shortened(WordPressAddress.of(path, query)),
                        "path", shortened(WordPressAddress.article(path))));
        for (String moved : List.of("moved", "movedPath")) {
            if (told.has(moved)) {
                Data article = told.data().of(moved);
                String link = Frame.link(article.text("url"), frames.site());
                if (!link.equals(path)) {
                    sending.redirect(request, response, new Found.Elsewhere(301, link, Set.of(Page.key(article))));
                    return;
                }
            }
        }
        told.nothing();
        String list = WordPressAddress.list(path);
        if (!list.isEmpty()) {
            sending.redirect(request, response, new Found.Elsewhere(301, list));
            return;
        }
        if (endsWithSlash(path)) {
            // as WordPress writes addresses
            String bare = path.substring(0, path.length() - 1);
            sending.redirect(request, response, new Found.Elsewhere(301, query.isEmpty() ? bare : bare + "?" + query));
            return;
        }
        List<Data> newest = told.data().of("articles").list("nodes");
        byte[] html = Html.of(out -> JtemissingGenerated.render(out, Html.NONE, frames.of(path, told.data()), newest));
        Page page = Page.of(html, Page.keys("missing", newest)).status(404).sharedIf(told.whole());
        sending.send(request, response, page);
    }

    /** A path of ours, and never one that a browser would take for another site: //elsewhere.example/ */
    private static boolean endsWithSlash(String path) {
        return path.length() > 1 && path.endsWith("/") && !path.contains("//") && !path.contains("\\");
    }

    private static String shortened(String address) {
        return address.length() <= Paper.LONGEST_ADDRESS ? address : "/";
    }
}
