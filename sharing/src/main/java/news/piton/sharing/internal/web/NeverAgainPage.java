package news.piton.sharing.internal.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import news.piton.core.plugin.Form;
import news.piton.sharing.internal.friend.NeverAgain;
import news.piton.sharing.internal.layout.FriendLayout;

/**
 * {@code /share/never-again?token=…}: a GET shows a button, since mail scanners follow links by themselves; the POST, from the
 * button or from a mail program (RFC 8058), does it.
 */
public final class NeverAgainPage {
    private final NeverAgain neverAgain;
    private final FriendLayout layout;

    public NeverAgainPage(NeverAgain neverAgain, FriendLayout layout) {
        this.neverAgain = neverAgain;
        this.layout = layout;
    }

    public void ask(ServerRequest request, ServerResponse response) {
        String token = request.query().first("token").orElse("");
        if (neverAgain.knows(token)) {
            answer(
                    response,
                    Status.OK_200,
                    layout.page(
                            "Never again?",
                            "Press the button and nobody can have us mail you an article any more.",
                            token));
        } else {
            incomplete(response);
        }
    }

    public void refuse(ServerRequest request, ServerResponse response) {
        Form form = Form.of(request);
        String token = request.query().first("token").orElseGet(() -> form.field("token"));
        if (neverAgain.refuse(token)) {
            answer(
                    response,
                    Status.OK_200,
                    layout.page("Never again", "We will not mail you articles that others recommend.", ""));
        } else {
            incomplete(response);
        }
    }

    private void incomplete(ServerResponse response) {
        answer(
                response,
                Status.BAD_REQUEST_400,
                layout.page(
                        "This link is not complete",
                        "Open the link at the foot of the mail, or copy it as a whole.",
                        ""));
    }

    private static void answer(ServerResponse response, Status status, String html) {
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(
                        HeaderNames.create("Content-Security-Policy"),
                        "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
                .header(HeaderNames.create("Referrer-Policy"), "no-referrer")
                .header(HeaderNames.create("X-Content-Type-Options"), "nosniff")
                .send(html);
    }
}
