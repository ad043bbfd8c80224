package news.piton.newsletter.internal.web;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import news.piton.core.fault.Outcome;
import news.piton.core.plugin.Form;
import news.piton.newsletter.NewsletterView;
import news.piton.newsletter.internal.layout.NoticeLayout;
import news.piton.newsletter.internal.subscribing.ConfirmSubscription;
import news.piton.newsletter.internal.subscribing.Unsubscribe;

/**
 * What the links in our mails open. A GET only shows a button, since mail scanners and link previews follow links by
 * themselves; the button's POST does it. Mail programs that know RFC 8058 send the same POST without opening the page.
 */
public final class SubscriptionPages {
    private final NoticeLayout layout;
    private final ConfirmSubscription confirmSubscription;
    private final Unsubscribe unsubscribe;

    public SubscriptionPages(NoticeLayout layout, ConfirmSubscription confirmSubscription, Unsubscribe unsubscribe) {
        this.layout = layout;
        this.confirmSubscription = confirmSubscription;
        this.unsubscribe = unsubscribe;
    }

    /** {@code GET /newsletter/confirm?token=…} */
    public void askToConfirm(ServerRequest request, ServerResponse response) {
        String html = layout.form(
                "Confirm your subscription",
                List.of("Press the button and the newsletter will come to your address."),
                "/newsletter/confirm",
                "Yes, send it to me",
                "token",
                token(request));
        Answers.page(response, Status.OK_200, html);
    }

    /** {@code POST /newsletter/confirm}, the token in a form's body. */
    public void confirm(ServerRequest request, ServerResponse response) {
        switch (confirmSubscription.confirm(Form.of(request).field("token"))) {
            case Outcome.Done<List<NewsletterView>>(List<NewsletterView> newsletters) -> {
                String titles = newsletters.stream().map(NewsletterView::title).collect(Collectors.joining(", "));
                Answers.page(
                        response,
                        Status.OK_200,
                        layout.page(
                                "You are subscribed",
                                "From now on you get: " + titles + ".",
                                "Every mail has a link to unsubscribe."));
            }
            case Outcome.Refused<List<NewsletterView>>(var errors) ->
                Answers.page(
                        response,
                        Status.GONE_410,
                        layout.page(
                                "This link does not work any more",
                                errors.getFirst().message()));
        }
    }

    /** {@code GET /newsletter/unsubscribe?token=…} */
    public void askToUnsubscribe(ServerRequest request, ServerResponse response) {
        String token = token(request);
        Optional<NewsletterView> newsletter = unsubscribe.subject(token);
        if (newsletter.isEmpty()) {
            incomplete(response);
            return;
        }
        String html = layout.form(
                "Unsubscribe",
                List.of("Press the button and you will not get “"
                        + newsletter.get().title() + "” any more."),
                "/newsletter/unsubscribe?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8),
                "Unsubscribe",
                "List-Unsubscribe",
                "One-Click");
        Answers.page(response, Status.OK_200, html);
    }

    /**
     * {@code POST /newsletter/unsubscribe?token=…}: RFC 8058, section 3.1. The body says List-Unsubscribe=One-Click, as a
     * form or in multipart; the token in the address is what counts, so whoever sends it differently is obeyed as well.
     */
    public void unsubscribe(ServerRequest request, ServerResponse response) {
        Form.of(request); // takes it off the connection
        switch (unsubscribe.unsubscribe(token(request))) {
            case Outcome.Done<NewsletterView>(NewsletterView newsletter) ->
                Answers.page(
                        response,
                        Status.OK_200,
                        layout.page("You are unsubscribed", "“" + newsletter.title() + "” will not come any more."));
            case Outcome.Refused<NewsletterView> refused -> incomplete(response);
        }
    }

    private void incomplete(ServerResponse response) {
        Answers.page(
                response,
                Status.BAD_REQUEST_400,
                layout.page(
                        "This link is not complete",
                        "Open the link at the foot of any issue that you have got, or copy it as a whole."));
    }

    private static String token(ServerRequest request) {
        return request.query().first("token").orElse("");
    }
}
