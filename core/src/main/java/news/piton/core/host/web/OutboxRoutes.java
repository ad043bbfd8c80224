package news.piton.core.host.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import news.piton.core.graphql.Caller;
import news.piton.core.id.GlobalId;
import news.piton.core.identity.Permission;
import news.piton.core.identity.Viewer;
import news.piton.core.mail.CapturedMails;
import news.piton.core.mail.Mailer;
import news.piton.core.mail.OpenedMail;
import news.piton.core.plugin.Contribution;

/**
 * The development outbox at {@code /outbox}: mail that was not sent for want of an SMTP server, for staff to read as a mail
 * program would show it. A mail's HTML is shown in a frame of its own that runs no script, sends no form and loads nothing.
 */
public final class OutboxRoutes {
    static final String TYPE = "CapturedMail";

    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
                    + "frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    private static final String MAIL_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
            + "form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    private final Mailer mailer;
    private final OutboxPages pages = new OutboxPages();

    public OutboxRoutes(Mailer mailer) {
        this.mailer = mailer;
    }

    public void contributeTo(Contribution.Builder contribution) {
        contribution
                .route(Method.GET, "/outbox/outbox.css", file("outbox.css", "text/css; charset=utf-8"))
                .route(Method.GET, "/outbox/sign-in.js", file("sign-in.js", "text/javascript; charset=utf-8"))
                .route(Method.GET, "/outbox", guarded(this::list))
                .route(
                        Method.GET,
                        "/outbox/{id}",
                        mail((mail, response) -> html(response, pages.mail(mail.id(), mail.mail()))))
                .route(Method.GET, "/outbox/{id}/html", mail((mail, response) -> {
                    String body = mail.mail().html();
                    send(response, "text/html; charset=utf-8", MAIL_POLICY, body == null ? "" : body);
                }))
                .route(
                        Method.GET,
                        "/outbox/{id}/source",
                        mail((mail, response) -> send(
                                response,
                                "text/plain; charset=utf-8",
                                MAIL_POLICY,
                                mail.mail().raw())));
    }

    private record Found(String id, OpenedMail mail) {}

    private void list(ServerRequest request, ServerResponse response) {
        html(response, pages.list(mailer.captured().newest(CapturedMails.MOST), mailer.captures()));
    }

    private Handler mail(BiConsumer<Found, ServerResponse> shown) {
        return guarded((request, response) -> {
            String id = request.path().pathParameters().get("id");
            Optional<OpenedMail> mail = GlobalId.number(TYPE, id).stream()
                    .boxed()
                    .findFirst()
                    .flatMap(number -> mailer.captured().open(number));
            if (mail.isEmpty()) {
                response.status(Status.NOT_FOUND_404);
                html(response, pages.missing());
            } else {
                shown.accept(new Found(id, mail.get()), response);
            }
        });
    }

    /** Lets nobody past but staff who may read the outbox; others are told how to get there. */
    private Handler guarded(Handler page) {
        return (request, response) -> {
            Viewer viewer = request.context().get(Caller.class).orElseThrow().viewer();
            if (viewer.may(Permission.MANAGE_STAFF)) {
                page.handle(request, response);
            } else if (viewer instanceof Viewer.Staff) {
                response.status(Status.FORBIDDEN_403);
                html(response, pages.forbidden());
            } else {
                response.status(Status.UNAUTHORIZED_401);
                response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
                html(response, pages.signIn());
            }
        };
    }

    private static Handler file(String name, String type) {
        byte[] bytes = read(name);
        return (request, response) -> {
            response.header(HeaderNames.CONTENT_TYPE, type);
            response.header(HeaderNames.create("X-Content-Type-Options"), "nosniff");
            response.header(HeaderNames.CACHE_CONTROL, "public, max-age=3600");
            response.send(bytes);
        };
    }

    private static byte[] read(String name) {
        try (InputStream in = Objects.requireNonNull(OutboxRoutes.class.getResourceAsStream("/outbox/" + name))) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void html(ServerResponse response, String page) {
        send(response, "text/html; charset=utf-8", PAGE_POLICY, page);
    }

    private static void send(ServerResponse response, String type, String policy, String body) {
        response.header(HeaderNames.CONTENT_TYPE, type);
        response.header(HeaderNames.create("Content-Security-Policy"), policy);
        response.header(HeaderNames.create("X-Content-Type-Options"), "nosniff");
        response.header(HeaderNames.create("Referrer-Policy"), "no-referrer");
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.send(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
